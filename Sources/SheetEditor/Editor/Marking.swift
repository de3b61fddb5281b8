// Holds the supervisors' marks in the editor: the question is asked, its answers and other people's marks arrive.

import InitiativeModel
import SheetWording

extension EditorState {
  // MARK: The question

  /// Asks how a sheet is to be marked, or what is replied to the comment that the person is at; or says who may mark.
  mutating func openMarking() {
    guard let place = page?.place, let sheet = sheet(place.sheet), let book = library.book(of: place.sheet) else {
      return
    }
    let comment = commentToAnswer(sheet, place)
    let mayMark = mayMark(book)
    if case .others(let names) = book.supervisors, comment == nil, sheet.comments.next?.form == nil {
      return refuse(Wording.notSupervisor(names, mayReply: !sheet.openComments.isEmpty))
    }
    if sheet.comments.count > 1 { say(Wording.moreComments(sheet.comments.count - 1)) }
    let waiting = sheet.comments.next
    if let begun = waiting?.form { return show(MarkPanel(sheet, begun)) }
    var id = waiting?.id ?? 0
    if waiting == nil { withSheet(sheet.id) { id = $0.comments.number() } }
    let isStaff = !isReviewing && book.supervisors != .oneself
    var mark = BegunMark(
      id: id, candidate: place.field.map { ReviewMark.Place(field: $0, line: place.line) },
      period: likelyPeriod(sheet, place), comment: waiting?.text ?? "", answered: comment,
      side: isStaff ? .staff : .supervisor, mayMark: mayMark)
    if waiting != nil, mayMark { mark.act = .mark(.sentBack) }
    if isStaff, comment != nil { mark.act = .reply }
    if mark.act == .reply { mark.part = .comment }
    show(MarkPanel(sheet, mark))
  }

  private func mayMark(_ book: BookSection) -> Bool {
    if case .others = book.supervisors { return false }
    return true
  }

  /// The newest comment at the person's place: on the field, otherwise on the whole period; one without an answer first.
  private func commentToAnswer(_ sheet: EditedSheet, _ place: PagePlace) -> ReviewMark? {
    guard let period = place.period else { return nil }
    let all = sheet.reviews.comments(on: period)
    let placed = all.filter { comment in place.field.map { comment.speaks(of: $0) } ?? false }
    let here = placed.isEmpty ? all.filter(\.places.isEmpty) : placed
    return here.last { !$0.isAnswered(in: sheet.saved) } ?? here.last
  }

  /// The period that is most likely meant: the one the person is at, unless nothing is entered in it; otherwise the
  /// first that waits to be confirmed.
  private func likelyPeriod(_ sheet: EditedSheet, _ place: PagePlace) -> ReviewPeriod {
    if let period = place.period, sheet.saved.state(of: period) != .notEntered { return period }
    return ReviewPeriod.allCases.first { sheet.savedStanding(of: $0).awaitsMark } ?? place.period ?? .midTerm
  }

  /// Asks whether the mark that the person set last goes again, on its own page; without one, that of the sheet.
  mutating func openTakingBack() {
    while let given = review.given.last {
      let standing = sheet(given.sheet)?.reviews.last(given.mark.period)
      if standing?.isSame(as: given.mark) == true { return askToTakeBack(given.mark.period, of: given.sheet) }
      review.given.removeLast()
      if let standing { return refuse(Wording.markedMeanwhile(standing)) }
    }
    guard let place = page?.place, let sheet = sheet(place.sheet) else { return }
    let marked = ([place.period].compactMap { $0 } + ReviewPeriod.allCases).first { sheet.reviews.last($0) != nil }
    guard let marked else { return say(Wording.sentence(.nothingToWithdraw)) }
    askToTakeBack(marked, of: sheet.id)
  }

  private mutating func askToTakeBack(_ period: ReviewPeriod, of id: SheetID) {
    if case .others(let names)? = library.book(of: id)?.supervisors { return refuse(Wording.onlyNamedMayMark(names)) }
    if page?.sheets.contains(id) != true { openPage(id) }
    var number = 0
    withSheet(id) { number = $0.comments.number() }
    guard let sheet = sheet(id) else { return }
    var mark = BegunMark(id: number, candidate: nil, period: period, comment: "")
    mark.act = .mark(.withdrawn)
    show(MarkPanel(sheet, mark))
  }

  /// Changes the comments that wait on a sheet, and what is kept of them on disk when that changes something.
  mutating func changeComments(of id: SheetID, _ change: (inout WaitingComments) -> Bool) -> [Effect] {
    var isChanged = false
    withSheet(id) { isChanged = change(&$0.comments) }
    guard isChanged, let sheet = sheet(id) else { return [] }
    return [.file(.keepComments(id, sheet.comments.texts))]
  }

  // MARK: The answers

  mutating func sheetWasMarked(
    _ id: SheetID, _ reviews: SheetReviews, _ period: ReviewPeriod, _ ticket: Int
  ) -> [Effect] {
    let order = list.layout.sheets
    _ = library.take(.marked(id, reviews, period, ticket: ticket))
    guard let sheet = sheet(id) else { return [] }
    let isReply = sheet.comments.isReply(ticket)
    let effects = changeComments(of: id) { $0.forget(ticket) }
    let (isOne, batch) = review.note(id, ticket)
    let mark = reviews.marks.last
    if !isReply, let mark { review.noteGiven(mark, on: id) }
    if isOne {
      if let batch { tellOfBatch(batch) }
      return effects
    }
    if isReply {
      message = Message(Wording.replied(sheet.saved.number), .success)
      return effects
    }
    let said = Wording.wasMarked(sheet.saved.number, mark, standing: reviews.last(period), period)
    message = Message(said + goOn(from: sheet, ticket, in: order), .success)
    return effects
  }

  mutating func markingFailed(_ id: SheetID, reason: String, _ ticket: Int) {
    if review.awaited?.sheet == id, review.awaited?.ticket == ticket { review.awaited = nil }
    let (isOne, batch) = review.note(id, ticket, failed: reason)
    if isOne {
      if let batch { tellOfBatch(batch) }
      return
    }
    var hasComment = false
    withSheet(id) { hasComment = $0.comments.setGiven(false, ticket) }
    guard let sheet = sheet(id) else { return }
    refuse(
      sheet.comments.isReply(ticket)
        ? Wording.replyFailed(sheet.saved.number, reason)
        : Wording.markFailed(sheet.saved.number, reason, keepsComment: hasComment))
  }

  /// Goes on to the sheet that waits next, where the person is still where the mark was given; what there is to say of
  /// it.
  private mutating func goOn(from sheet: EditedSheet, _ ticket: Int, in order: [SheetID]) -> String {
    guard let awaited = review.awaited, awaited.sheet == sheet.id, awaited.ticket == ticket else { return "" }
    review.awaited = nil
    guard panels.isEmpty, let page, page.sheets == [sheet.id], page.cursor == awaited.cursor, page.top == awaited.top
    else { return "" }
    let all = order.contains(sheet.id) ? order : library.sheetNames
    let here = all.firstIndex(of: sheet.id) ?? 0
    let rotated = all[here...] + all[..<here]
    let next = rotated.first { library[$0]?.periodsAwaitingMark.isEmpty == false }.flatMap { library[$0] }
    guard let next else {
      return Wording.nothingAwaitsMark(hidden: library.allSheets.count { !$0.periodsAwaitingMark.isEmpty })
    }
    guard next.id != sheet.id else {
      let period = next.periodsAwaitingMark[0]
      openPage(next.id, at: period.fields.first)
      return Wording.nextAwaitsMark(period)
    }
    openPage(next.id, at: next.periodsAwaitingMark[0].fields.first)
    return Wording.nextAwaitsMark(next.saved.number, ward: next.id.book == sheet.id.book ? nil : wardName(next.id))
  }

  // MARK: Several sheets

  /// Asks whether several sheets are confirmed at once.
  mutating func openMarking(of sheets: [SheetID]) {
    guard !sheets.isEmpty else { return say(Wording.noRows) }
    show(MarkManyPanel(sheets, self))
  }

  /// Says what came of marks that were given together.
  private mutating func tellOfBatch(_ batch: ReviewWork.Batch) {
    list.picked.subtract(batch.done)
    let isOneBook = Set((batch.done + batch.failed.map(\.sheet)).map(\.book)).count < 2
    func name(_ id: SheetID) -> String {
      let item = Wording.itemName(sheet(id)?.saved.number ?? 0)
      return isOneBook ? item : "\(wardName(id))の\(item)"
    }
    let text = Wording.markedMany(
      batch.done.count, batch.period, failed: batch.failed.map { (name($0.sheet), $0.reason) })
    message = Message(text, batch.failed.isEmpty ? .success : .refusal)
  }

  // MARK: Other people

  /// Takes over what somebody else marked or replied, and says so where the sheet is open.
  mutating func reviewsChanged(_ id: SheetID, _ reviews: SheetReviews) {
    guard let before = sheet(id)?.reviews, before != reviews else { return }
    _ = library.take(.reviewsChanged(id, reviews))
    guard id == selected, opened != nil, message == nil else { return }
    if reviews.marks.count > before.marks.count, let last = reviews.marks.last {
      return say(Wording.markedByOther(last))
    }
    let replied = Array(zip(before.marks, reviews.marks)).last { $0.replies.count < $1.replies.count }?.1
    if let replied, let last = replied.replies.last { say(Wording.repliedByOther(last, to: replied)) }
  }
}

extension EditedSheet {
  /// The periods that wait for a supervisor.
  var periodsAwaitingMark: [ReviewPeriod] { ReviewPeriod.allCases.filter { savedStanding(of: $0).awaitsMark } }
}
