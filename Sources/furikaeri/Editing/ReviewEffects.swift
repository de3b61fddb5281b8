// Holds the effects of reviewing on files: marks, comments that are being written, the history of a sheet.

import Dispatch
import InitiativeModel
import SheetEditor
import SheetStorage

extension EffectRunner {
  func readHistory(_ id: SheetID) {
    let box = box
    DispatchQueue.global(qos: .userInitiated).async { box.put(.history(id, LastSave(of: id))) }
  }

  /// Sets a mark in the person's name.
  func set(_ mark: ReviewMark, on id: SheetID, _ ticket: Int) {
    let author = Author.current
    let signed = ReviewMark(
      period: mark.period, decision: mark.decision, comment: mark.comment, place: mark.place, who: author.name,
      when: TimeStamp.now, contents: mark.contents)
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

  func keep(_ comments: [String], for id: SheetID) -> [EditorEvent] {
    do {
      try store(id.book).comments.keep(comments, for: id.fileName)
      return []
    } catch {
      return [.notice(Wording.commentNotKept(Wording.detail(error)))]
    }
  }
}
