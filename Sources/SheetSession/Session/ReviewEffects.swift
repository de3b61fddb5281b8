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

  /// Sets a mark in the person's name, where the book lets them.
  func set(_ mark: UnsignedMark, on id: SheetID, _ header: BookHeader?, _ ticket: Int) -> [FileEvent] {
    if let header, case .others(let names) = Supervisors(header) {
      return [.markingFailed(id, reason: Wording.onlyNamedMayMark(names), ticket: ticket)]
    }
    let author = Author.current
    let signed = mark.signed(by: author.name, at: TimeStamp.now)
    write(id, mark.period, ticket) { () throws(StorageError) in
      try BookFolder(path: id.book, author: author).add(signed, to: id.fileName, withdrawing: mark.withdrawn)
    }
    return []
  }

  /// Adds a reply in the person's name: whoever may write in `reviews/` may reply.
  func add(_ reply: UnsignedReply, on id: SheetID, _ ticket: Int) {
    let author = Author.current
    let signed = reply.signed(by: author.name, at: TimeStamp.now)
    write(id, reply.mark.period, ticket) { () throws(StorageError) in
      try BookFolder(path: id.book, author: author).add(signed, to: reply.mark, of: id.fileName)
    }
  }

  /// Writes marks beside the loop.
  private func write(
    _ id: SheetID, _ period: ReviewPeriod, _ ticket: Int,
    _ work: @escaping @Sendable () throws(StorageError) -> SheetReviews
  ) {
    let box = box
    queue.async { box.put(.reviewed(id, period, Result(catching: work), ticket: ticket)) }
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
  package init(of id: SheetID) {
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
