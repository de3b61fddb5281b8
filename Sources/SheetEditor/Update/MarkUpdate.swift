// Holds what happens while a supervisor marks a sheet.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  /// Asks how a sheet is to be marked, or says who may.
  mutating func openMarking(_ page: ReadingPage) {
    guard let place = page.place, let sheet = sheet(place.sheet), let book = book(of: place.sheet) else { return }
    if case .others(let names) = book.supervisors { return refuse(Wording.notSupervisor(names)) }
    let waiting = sheet.comments.next
    if sheet.comments.count > 1 { say(Wording.moreComments(sheet.comments.count - 1)) }
    if let begun = waiting?.form {
      overlay = .marking(MarkForm(sheet: sheet.id, shown: sheet.saved, mark: begun, row: .comment))
      return
    }
    var id = waiting?.id ?? 0
    if waiting == nil { withSheet(sheet.id) { id = $0.comments.number() } }
    var mark = BegunMark(
      id: id, candidate: place.field.map { ReviewMark.Place(field: $0, line: place.line) },
      period: likelyPeriod(sheet, place), comment: waiting?.text ?? "")
    if waiting != nil { mark.decision = .sentBack }
    overlay = .marking(MarkForm(sheet: sheet.id, shown: sheet.saved, mark: mark))
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

  /// A key of the question; Enter sets the mark, Esc leaves it and keeps the comment.
  mutating func answerMarking(_ key: Key, _ form: MarkForm) -> [Effect] {
    var form = form
    switch key.name {
    case .enter where !key.modifiers.isEmpty && form.row == .comment: return typeInMarking("\n", form)
    case .enter: return mark(form)
    case .escape, .function(3), .function(9),
      .character where key == .control("o"):
      withSheet(form.sheet) { $0.comments.keep(form.mark) }
      overlay = nil
      return []
    case .down: form.moveRow(by: 1)
    case .up: form.moveRow(by: -1)
    case .tab: form.moveRow(by: key.modifiers.contains(.shift) ? -1 : 1)
    case .backspace:
      guard !form.mark.comment.isEmpty else { return [] }
      form.row = .comment
      form.removeBackward()
      return keep(form)
    case .delete where form.row == .comment:
      form.removeForward()
      return keep(form)
    case .home where form.row == .comment: form.moveCaret(by: -form.mark.comment.count)
    case .end where form.row == .comment: form.moveCaret(by: form.mark.comment.count)
    case .left where form.row == .comment: form.moveCaret(by: -1)
    case .right where form.row == .comment: form.moveCaret(by: 1)
    case .left: form.change(by: -1)
    case .right: form.change(by: 1)
    case .character where key == .control("v"): return typeInMarking(clipboard, form)
    case .function(2),
      .character where key == .control("s"):
      return mark(form)
    case .character, .delete, .insert, .home, .end, .pageUp, .pageDown, .function: break
    }
    overlay = .marking(form)
    return []
  }

  /// Typed text goes into the comment; digits and blanks choose on the rows of choices.
  mutating func typeInMarking(_ text: String, _ form: MarkForm) -> [Effect] {
    var form = form
    if form.row != .comment, text == " " || text == "\u{3000}" {
      form.change(by: 1)
      overlay = .marking(form)
      return []
    }
    if form.row == .decision, let number = ["1": 0, "１": 0, "2": 1, "２": 1, "3": 2, "３": 2][text] {
      form.mark.decision = ReviewMark.Decision.allCases[number]
      overlay = .marking(form)
      return []
    }
    guard form.mark.comment.utf8.count + text.utf8.count <= MarkForm.largestComment else {
      refuse(Wording.commentTooLarge)
      return []
    }
    form.row = .comment
    form.insert(text)
    return keep(form)
  }

  /// The comment is on disk before the next key.
  private mutating func keep(_ form: MarkForm) -> [Effect] {
    overlay = .marking(form)
    return changeComments(of: form.sheet) {
      $0.keep(form.mark)
      return true
    }
  }

  /// Changes the comments that wait on a sheet, and what is kept of them on disk when that changes something.
  private mutating func changeComments(of id: SheetID, _ change: (inout WaitingComments) -> Bool) -> [Effect] {
    var isChanged = false
    withSheet(id) { isChanged = change(&$0.comments) }
    guard isChanged, let sheet = sheet(id) else { return [] }
    return [.file(.keepComments(id, sheet.comments.texts))]
  }

  private mutating func mark(_ form: MarkForm) -> [Effect] {
    guard let sheet = sheet(form.sheet) else { return [] }
    let unsigned = form.mark.unsigned(in: form.shown)
    switch form.mark.decision {
    case .sentBack where unsigned.comment.isBlank:
      var asking = form
      asking.row = .comment
      overlay = .marking(asking)
      refuse(Wording.commentNeeded)
      return []
    case .confirmed where form.shown.state(of: form.mark.period) == .notEntered:
      refuse(Wording.nothingToConfirm(form.mark.period))
      return []
    case .confirmed where form.shown.state(of: form.mark.period) == .deficient:
      refuse(Wording.deficientToConfirm(form.mark.period))
      return []
    case .withdrawn where sheet.reviews.last(form.mark.period) == nil:
      refuse(Wording.nothingToWithdraw)
      return []
    case .confirmed, .sentBack, .withdrawn: break
    }
    overlay = nil
    say(Wording.marking)
    withSheet(form.sheet) {
      $0.comments.keep(form.mark)
      _ = $0.comments.setGiven(true, form.mark.id)
    }
    return [.file(.mark(form.sheet, unsigned, ticket: form.mark.id))]
  }

  mutating func sheetWasMarked(
    _ id: SheetID, _ reviews: SheetReviews, _ period: ReviewPeriod, _ ticket: Int
  ) -> [Effect] {
    withSheet(id) { sheet in
      // An answer that was overtaken by a later one tells of fewer marks than are known.
      if !sheet.reviews.marks.starts(with: reviews.marks) { sheet.takeOver(reviews) }
    }
    guard let sheet = sheet(id) else { return [] }
    message = Message(Wording.wasMarked(sheet.saved.number, reviews.last(period), period), .success)
    fitToScreen()
    return changeComments(of: id) { $0.forget(ticket) }
  }

  /// Takes over what somebody else marked, and says so where the sheet is open.
  mutating func reviewsChanged(_ id: SheetID, _ reviews: SheetReviews) {
    guard let before = sheet(id), before.reviews != reviews else { return }
    withSheet(id) { $0.takeOver(reviews) }
    fitToScreen()
    guard id == selected, level != .list, message == nil, reviews.marks.count > before.reviews.marks.count,
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
