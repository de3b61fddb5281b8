// Holds the supervisors' marks in the editor: the question is asked, its answers and other people's marks arrive.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Asks how a sheet is to be marked, or says who may.
  mutating func openMarking() {
    guard let place = page?.place, let sheet = sheet(place.sheet), let book = library.book(of: place.sheet) else {
      return
    }
    if case .others(let names) = book.supervisors { return refuse(Wording.notSupervisor(names)) }
    let waiting = sheet.comments.next
    if sheet.comments.count > 1 { say(Wording.moreComments(sheet.comments.count - 1)) }
    if let begun = waiting?.form {
      show(MarkPanel(sheet: sheet.id, shown: sheet.saved, mark: begun))
      return
    }
    var id = waiting?.id ?? 0
    if waiting == nil { withSheet(sheet.id) { id = $0.comments.number() } }
    var mark = BegunMark(
      id: id, candidate: place.field.map { ReviewMark.Place(field: $0, line: place.line) },
      period: likelyPeriod(sheet, place), comment: waiting?.text ?? "")
    if waiting != nil { mark.decision = .sentBack }
    show(MarkPanel(sheet: sheet.id, shown: sheet.saved, mark: mark))
  }

  /// The period that is most likely meant: the one the person is at, unless nothing is entered in it; otherwise the
  /// first that waits to be confirmed.
  private func likelyPeriod(_ sheet: EditedSheet, _ place: PagePlace) -> ReviewPeriod {
    if let period = place.period, sheet.saved.state(of: period) != .notEntered { return period }
    let waiting = ReviewPeriod.allCases.first { period in
      let standing = sheet.savedStanding(of: period)
      return standing.entry == .complete && standing.mark != .confirmed
    }
    return waiting ?? place.period ?? .midTerm
  }

  /// Changes the comments that wait on a sheet, and what is kept of them on disk when that changes something.
  mutating func changeComments(of id: SheetID, _ change: (inout WaitingComments) -> Bool) -> [Effect] {
    var isChanged = false
    withSheet(id) { isChanged = change(&$0.comments) }
    guard isChanged, let sheet = sheet(id) else { return [] }
    return [.file(.keepComments(id, sheet.comments.texts))]
  }

  mutating func sheetWasMarked(
    _ id: SheetID, _ reviews: SheetReviews, _ period: ReviewPeriod, _ ticket: Int
  ) -> [Effect] {
    _ = library.take(.marked(id, reviews, period, ticket: ticket))
    guard let sheet = sheet(id) else { return [] }
    message = Message(Wording.wasMarked(sheet.saved.number, reviews.last(period), period), .success)
    return changeComments(of: id) { $0.forget(ticket) }
  }

  /// Takes over what somebody else marked, and says so where the sheet is open.
  mutating func reviewsChanged(_ id: SheetID, _ reviews: SheetReviews) {
    guard let before = sheet(id), before.reviews != reviews else { return }
    _ = library.take(.reviewsChanged(id, reviews))
    guard id == selected, opened != nil, message == nil, reviews.marks.count > before.reviews.marks.count,
      let last = reviews.marks.last
    else { return }
    say(Wording.markedByOther(last))
  }

  mutating func markingFailed(_ id: SheetID, reason: String, _ ticket: Int) {
    var hasComment = false
    withSheet(id) { hasComment = $0.comments.setGiven(false, ticket) }
    guard let sheet = sheet(id) else { return }
    refuse(Wording.markFailed(sheet.saved.number, reason, keepsComment: hasComment))
  }
}
