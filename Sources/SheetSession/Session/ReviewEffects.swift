// Holds the effects of reviewing on files: marks, comments that are being written, the history of a sheet.

import Dispatch
import InitiativeModel
import SheetStorage
import SheetWording

extension LibrarySession {
  func readHistory(_ id: SheetID) {
    let box = box
    DispatchQueue.global(qos: .userInitiated).async { box.put(.history(id, LastSave(of: id))) }
  }

  /// Sets a mark in the person's name.
  func set(_ mark: UnsignedMark, on id: SheetID, _ ticket: Int) {
    let author = Author.current
    let signed = mark.signed(by: author.name, at: TimeStamp.now)
    let box = box
    queue.async {
      do throws(StorageError) {
        let reviews = try BookFolder(path: id.book, author: author).add(signed, to: id.fileName)
        box.put(.reviewed(id, mark.period, .success(reviews), ticket: ticket))
      } catch {
        box.put(.reviewed(id, mark.period, .failure(error), ticket: ticket))
      }
    }
  }

  func keep(_ comments: [String], for id: SheetID) -> [FileEvent] {
    do {
      try store(id.book).comments.keep(comments, for: id.fileName)
      return []
    } catch {
      return [.notice(Wording.commentNotKept(Wording.detail(error)))]
    }
  }
}

extension LastSave {
  /// Reads what the last save of a sheet changed.
  init(of id: SheetID) {
    do throws(StorageError) {
      guard let last = try BookFolder(path: id.book).lastSave(of: id.fileName) else {
        self = .none
        return
      }
      self = .save(who: last.who, when: last.when, changes: last.changes.flatMap(\.lines))
    } catch {
      self = .unreadable(reason: Wording.sentence(ofHistory: error))
    }
  }
}
