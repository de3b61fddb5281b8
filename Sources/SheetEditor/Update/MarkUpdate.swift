// Holds what happens while a supervisor marks a sheet.

import InitiativeModel
import Terminal

extension EditorState {
  /// Asks how a sheet is to be marked, or says who may.
  mutating func openMarking(_ page: ReadingPage) {
    guard let place = page.place, let sheet = sheet(place.sheet), let book = book(of: place.sheet) else { return }
    if case .others(let names) = book.supervisors { return refuse(Wording.notSupervisor(names)) }
    let waiting = sheet.comments.next
    if sheet.comments.count > 1 { say(Wording.moreComments(sheet.comments.count - 1)) }
    if var form = waiting?.form {
      form.shown = sheet.saved
      overlay = .marking(form)
      return
    }
    var id = waiting?.id ?? 0
    if waiting == nil { withSheet(sheet.id) { id = $0.comments.number() } }
    var form = MarkForm(
      id: id, sheet: sheet.id, shown: sheet.saved,
      candidate: place.field.map { ReviewMark.Place(field: $0, line: place.line) },
      period: likelyPeriod(sheet, place), comment: waiting?.text ?? "")
    if waiting != nil { form.decision = .sentBack }
    overlay = .marking(form)
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
      withSheet(form.sheet) { $0.comments.keep(form) }
      overlay = nil
      return []
    case .down: form.moveRow(by: 1)
    case .up: form.moveRow(by: -1)
    case .tab: form.moveRow(by: key.modifiers.contains(.shift) ? -1 : 1)
    case .backspace:
      guard !form.comment.isEmpty else { return [] }
      form.row = .comment
      form.removeBackward()
      return keep(form)
    case .delete where form.row == .comment:
      form.removeForward()
      return keep(form)
    case .home where form.row == .comment: form.moveCaret(by: -form.comment.count)
    case .end where form.row == .comment: form.moveCaret(by: form.comment.count)
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
      form.decision = ReviewMark.Decision.allCases[number]
      overlay = .marking(form)
      return []
    }
    guard form.comment.utf8.count + text.utf8.count <= MarkForm.largestComment else {
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
      $0.keep(form)
      return true
    }
  }

  /// Changes the comments that wait on a sheet, and what is kept of them on disk when that changes something.
  private mutating func changeComments(of id: SheetID, _ change: (inout WaitingComments) -> Bool) -> [Effect] {
    var isChanged = false
    withSheet(id) { isChanged = change(&$0.comments) }
    guard isChanged, let sheet = sheet(id) else { return [] }
    return [.keepComments(id, sheet.comments.texts)]
  }

  private mutating func mark(_ form: MarkForm) -> [Effect] {
    guard let sheet = sheet(form.sheet) else { return [] }
    var lines = LongText(form.comment).lines
    while lines.last.map({ LongText($0).isBlank }) == true { lines.removeLast() }
    let comment = LongText(lines: lines)
    switch form.decision {
    case .sentBack where comment.isBlank:
      var asking = form
      asking.row = .comment
      overlay = .marking(asking)
      refuse(Wording.commentNeeded)
      return []
    case .confirmed where form.shown.state(of: form.period) == .notEntered:
      refuse(Wording.nothingToConfirm(form.period))
      return []
    case .confirmed where form.shown.state(of: form.period) == .deficient:
      refuse(Wording.deficientToConfirm(form.period))
      return []
    case .withdrawn where sheet.reviews.last(form.period) == nil:
      refuse(Wording.nothingToWithdraw)
      return []
    case .confirmed, .sentBack, .withdrawn: break
    }
    overlay = nil
    say(Wording.marking)
    withSheet(form.sheet) {
      $0.comments.keep(form)
      _ = $0.comments.setGiven(true, form.id)
    }
    let contents = form.period.fields.map { ($0, form.shown.content(of: $0)) }
    return [
      .mark(
        form.sheet,
        ReviewMark(
          period: form.period, decision: form.decision, comment: comment, place: comment.isBlank ? nil : form.place,
          who: "", when: "", contents: Dictionary(uniqueKeysWithValues: contents)), ticket: form.id)
    ]
  }

  mutating func sheetWasMarked(
    _ id: SheetID, _ reviews: SheetReviews, _ period: ReviewPeriod, _ ticket: Int
  ) -> [Effect] {
    withSheet(id) { sheet in
      // An answer that was overtaken by a later one tells of fewer marks than are known.
      if !sheet.reviews.marks.starts(with: reviews.marks) { sheet.reviews = reviews }
    }
    guard let sheet = sheet(id) else { return [] }
    message = Message(Wording.wasMarked(sheet.saved.number, reviews.last(period), period), .success)
    fitToScreen()
    return changeComments(of: id) { $0.forget(ticket) }
  }

  /// Takes over what somebody else marked, and says so where the sheet is open.
  mutating func reviewsChanged(_ id: SheetID, _ reviews: SheetReviews) {
    guard let before = sheet(id), before.reviews != reviews else { return }
    withSheet(id) { $0.reviews = reviews }
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
