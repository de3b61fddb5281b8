// Holds what the program sees and shows of other people at the same book.

import InitiativeModel
import SheetEditor
import SheetStorage

extension EffectRunner {
  /// Looks beside the loop whether somebody else changed a sheet's file or is editing it.
  func look(at id: SheetID) {
    guard !isLooking else { return }
    isLooking = true
    let isMine = marks[id] != nil
    let last = seen[id]
    let box = box
    queue.async {
      let mark = FileMark(of: id.fileName, in: id.book)
      var now: Result<StoredSheet, StorageError>?
      if mark != last {
        do throws(StorageError) {
          now = .success(try BookFolder(path: id.book).loadSheet(id.fileName))
        } catch {
          now = .failure(error)
        }
      }
      let holder = isMine ? nil : PresenceMark.holder(of: id.fileName, in: id.book)
      box.put(.looked(id, mark, now, holder))
    }
  }

  /// Clears up beside the loop what ended programs left in the books.
  func clearUp(_ books: [String]) {
    let box = box
    queue.async {
      let copies = books.flatMap { BookFolder(path: $0, author: .current).clearUp() }
      if !copies.isEmpty { box.put(.cleared(copies)) }
    }
  }

  func takeLook(
    _ id: SheetID, _ mark: FileMark?, _ now: Result<StoredSheet, StorageError>?, _ holder: Presence?
  ) -> [EditorEvent] {
    isLooking = false
    seen[id] = mark
    var events: [EditorEvent] = []
    switch now {
    case .success(let sheet) where sheet.bytes != stored[id]?.bytes:
      stored[id] = sheet
      events.append(.changedOnDisk(id, sheet.sheet))
    case .failure(let error): events.append(.notice(Wording.sentence(error)))
    case .success, nil: break
    }
    if holder != holders[id] {
      holders[id] = holder
      events.append(.holder(id, holder.map { Wording.holder($0) }))
    }
    return events
  }

  /// Marks a sheet as being edited, once.
  func mark(_ id: SheetID) {
    guard marks[id] == nil else { return }
    marks[id] = .some(nil)
    let box = box
    queue.async { box.put(.marked(id, PresenceMark.mark(id.fileName, in: id.book, author: .current))) }
  }

  func takeMark(_ id: SheetID, _ outcome: PresenceMark.Outcome) -> [EditorEvent] {
    guard marks[id] != nil else { return [] }
    switch outcome {
    case .marked(let mark): marks[id] = mark
    case .impossible: break
    case .held(let holder):
      marks[id] = nil
      guard holder != holders[id] else { return [] }
      holders[id] = holder
      return [.holder(id, Wording.holder(holder))]
    }
    return []
  }
}
