// Holds what is under way while sheets are marked: the mark after which it goes on to the next sheet, marks that were
// given together, those that can be taken back.

import InitiativeModel

/// What is under way while sheets are marked.
struct ReviewWork: Equatable, Sendable {
  /// A mark whose answer leads on to the next sheet, where the person is still there.
  struct Awaited: Equatable, Sendable {
    let sheet: SheetID
    let ticket: Int
    /// Where the person was on the page.
    let cursor: Int
    let top: Int
  }

  /// Marks that were given together.
  struct Batch: Equatable, Sendable {
    let period: ReviewPeriod
    /// The tickets that have no answer yet.
    var waiting: [SheetID: Int]
    /// The sheets that were marked, and those that were not, with the reason.
    var done: [SheetID] = []
    var failed: [(sheet: SheetID, reason: String)] = []

    static func == (one: Batch, other: Batch) -> Bool {
      one.period == other.period && one.waiting == other.waiting && one.done == other.done
        && one.failed.elementsEqual(other.failed) { $0 == $1 }
    }
  }

  /// A mark that was set in this session.
  struct Given: Equatable, Sendable {
    let sheet: SheetID
    let mark: ReviewMark
  }

  var awaited: Awaited?
  var batches: [Batch] = []
  /// The newest last.
  var given: [Given] = []

  /// Notes the answer to one of several marks; the batch where that was the last one, nil where others have none yet.
  ///
  /// - Returns: nil as well where the ticket is none of a batch.
  mutating func note(_ id: SheetID, _ ticket: Int, failed reason: String? = nil) -> (isOne: Bool, ended: Batch?) {
    guard let place = batches.firstIndex(where: { $0.waiting[id] == ticket }) else { return (false, nil) }
    batches[place].waiting[id] = nil
    if let reason { batches[place].failed.append((id, reason)) } else { batches[place].done.append(id) }
    guard batches[place].waiting.isEmpty else { return (true, nil) }
    return (true, batches.remove(at: place))
  }

  /// Notes a mark that was set; a withdrawal takes the one that it took back away.
  mutating func noteGiven(_ mark: ReviewMark, on id: SheetID) {
    if mark.decision == .withdrawn {
      if let place = given.lastIndex(where: { $0.sheet == id && $0.mark.period == mark.period }) {
        given.remove(at: place)
      }
    } else {
      given.append(Given(sheet: id, mark: mark))
    }
  }
}
