import InitiativeModel
import Testing

@Suite("Supervisors' marks")
struct ReviewMarkTests {
  private var sheet: InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet, issuesAndImprovements: "一行目\n二行目")
    return sheet
  }

  private func mark(
    _ decision: ReviewMark.Decision, _ comment: LongText = "", at places: ReviewMark.Place..., hour: Int = 0
  ) -> ReviewMark {
    let contents = ReviewPeriod.midTerm.fields.map { ($0, sheet.content(of: $0)) }
    return ReviewMark(
      period: .midTerm, decision: decision, comment: comment, places: places, who: "課長",
      when: "2026-11-21T0\(hour):00:00Z", contents: Dictionary(uniqueKeysWithValues: contents))
  }

  private func reply(_ comment: LongText, _ side: ReviewReply.Side = .staff, hour: Int) -> ReviewReply {
    ReviewReply(side: side, comment: comment, who: "課長", when: "2026-11-21T0\(hour):00:00Z")
  }

  @Test("A confirmation holds until something of its period changes")
  func confirmed() {
    let reviews = SheetReviews(marks: [mark(.confirmed)])
    var changed = sheet
    #expect(reviews.state(of: .midTerm, in: changed) == .confirmed)
    #expect(reviews.state(of: .final, in: changed) == nil)
    changed.selfEvaluation.results = "実績"
    #expect(reviews.state(of: .midTerm, in: changed) == .confirmed)
    changed.midTermReview.targetForecast = .willBeMet
    #expect(reviews.state(of: .midTerm, in: changed) == .changedSinceConfirmed)
    #expect(reviews.lastConfirmed(.midTerm)?.changes(in: changed) == [.targetForecast])
    #expect(reviews.lastConfirmed(.midTerm)?.marked(changed).midTermReview == sheet.midTermReview)
  }

  @Test("Any change of the period corrects what was sent back; a comment stays open until its own field changed")
  func sentBack() {
    let whole = SheetReviews(marks: [
      mark(.sentBack, "二行目を詳しく", at: .init(field: .midTermIssues, line: 2)),
      mark(.sentBack, "①では", at: .init(field: .targetForecast)),
    ])
    var changed = sheet
    #expect(whole.state(of: .midTerm, in: changed) == .sentBack && whole.openComments(in: changed).count == 2)
    changed.midTermReview.issuesAndImprovements = "一行目\n二行目を詳しく書く"
    #expect(whole.state(of: .midTerm, in: changed) == .corrected)
    #expect(whole.openComments(in: changed).map(\.comment) == ["①では"])
    #expect(whole.openComments(on: .midTermIssues, in: changed).isEmpty)
    #expect(whole.openComments(on: .targetForecast, in: changed).map(\.comment) == ["①では"])
    changed.midTermReview.targetForecast = .willBeMet
    #expect(whole.state(of: .midTerm, in: changed) == .corrected && whole.openComments(in: changed).isEmpty)
    #expect(whole.comments(on: .midTerm).count == 2)
  }

  @Test("One comment can speak of several fields: it stays at each until that is changed")
  func severalFields() {
    let both = mark(.sentBack, "そろえてください", at: .init(field: .targetForecast), .init(field: .midTermIssues, line: 1))
    let reviews = SheetReviews(marks: [both])
    for field in [EntryField.targetForecast, .midTermIssues] {
      #expect(reviews.openComments(on: field, in: sheet) == [both])
    }
    #expect(reviews.openComments(on: .implementationForecast, in: sheet).isEmpty)
    var changed = sheet
    changed.midTermReview.issuesAndImprovements = "直した"
    #expect(reviews.state(of: .midTerm, in: changed) == .corrected)
    #expect(reviews.openComments(on: .midTermIssues, in: changed).isEmpty)
    #expect(reviews.openComments(on: .targetForecast, in: changed) == [both])
    changed.midTermReview.targetForecast = .willBeMet
    #expect(reviews.openComments(in: changed).isEmpty)
  }

  @Test("A reply of the staff answers; a supervisor's reply, or another send-back after it, asks again")
  func replies() {
    let sent = mark(.sentBack, "①では", at: .init(field: .targetForecast), hour: 1)
    func state(_ marks: ReviewMark...) -> MarkState? { SheetReviews(marks: marks).state(of: .midTerm, in: sheet) }
    let replied = sent.withReplies([reply("理由は課題の欄に書きました", hour: 2)])
    #expect(state(sent) == .sentBack && state(replied) == .corrected)
    #expect(SheetReviews(marks: [replied]).openComments(in: sheet).isEmpty)
    let asked = replied.withReplies(replied.replies + [reply("日付も", .supervisor, hour: 3)])
    #expect(state(asked) == .sentBack && SheetReviews(marks: [asked]).openComments(in: sheet) == [asked])
    #expect(state(replied, mark(.sentBack, "まだです", hour: 3)) == .sentBack)
    let repliedLater = sent.withReplies([reply("書きました", hour: 4)])
    #expect(state(repliedLater, mark(.sentBack, "まだです", hour: 3)) == .corrected)
    #expect(state(replied, mark(.confirmed, hour: 3)) == .confirmed)
  }

  @Test("What was corrected waits for a supervisor, whatever is still blank; what was sent back does not")
  func waiting() {
    func waits(_ entry: PeriodState, _ mark: MarkState?) -> Bool { PeriodStanding(entry: entry, mark: mark).awaitsMark }
    #expect(waits(.complete, nil) && waits(.complete, .changedSinceConfirmed) && waits(.partlyEntered, .corrected))
    #expect(!waits(.partlyEntered, nil) && !waits(.complete, .sentBack) && !waits(.complete, .confirmed))
  }

  @Test("A reading with fewer marks or replies is part of a later one, and not the other way round")
  func parts() {
    let sent = mark(.sentBack, "①では")
    let replied = sent.withReplies([reply("書きました", hour: 2)])
    let all = SheetReviews(marks: [replied, mark(.confirmed, hour: 3)])
    for part in [[], [sent], [replied], all.marks] {
      #expect(all.holdsAll(of: SheetReviews(marks: part)))
      #expect(SheetReviews(marks: part).holdsAll(of: all) == (part == all.marks))
    }
    #expect(!all.holdsAll(of: SheetReviews(marks: [mark(.sentBack, "②では")])))
  }

  @Test("A mark is taken back only where it is the one that was shown")
  func withdrawal() {
    let (sent, confirmed) = (mark(.sentBack, "直して"), mark(.confirmed, hour: 1))
    let shown = UnsignedMark(.withdrawn, of: .midTerm, in: sheet, withdrawing: sent)
    #expect(shown.obstacle(on: sheet, SheetReviews(marks: [sent])) == nil)
    #expect(shown.obstacle(on: sheet, SheetReviews(marks: [sent, confirmed])) == .markedMeanwhile(confirmed))
    #expect(shown.obstacle(on: sheet, SheetReviews()) == .nothingToWithdraw)
    let replied = sent.withReplies([reply("書きました", hour: 2)])
    #expect(shown.obstacle(on: sheet, SheetReviews(marks: [replied])) == nil)
  }

  @Test("A comment on the whole period is answered by any change in it")
  func wholePeriod() {
    let reviews = SheetReviews(marks: [mark(.sentBack, "見直してください")])
    var changed = sheet
    changed.selfEvaluation.results = "実績"
    #expect(reviews.openComments(in: changed).count == 1)
    changed.midTermReview.issuesAndImprovements = "直した"
    #expect(reviews.openComments(in: changed).isEmpty)
    #expect(reviews.state(of: .midTerm, in: changed) == .corrected)
  }

  @Test("A later mark takes the place of earlier ones, and a withdrawal takes the last one back")
  func later() {
    let sent = mark(.sentBack, "直してください")
    #expect(SheetReviews(marks: [sent, mark(.confirmed)]).state(of: .midTerm, in: sheet) == .confirmed)
    #expect(SheetReviews(marks: [sent, mark(.confirmed)]).openComments(in: sheet).isEmpty)
    #expect(SheetReviews(marks: [mark(.confirmed), sent]).state(of: .midTerm, in: sheet) == .sentBack)
    let withdrawn = SheetReviews(marks: [mark(.confirmed), mark(.withdrawn)])
    #expect(withdrawn.state(of: .midTerm, in: sheet) == nil && withdrawn.last(.midTerm) == nil)
    #expect(withdrawn.lastConfirmed(.midTerm) == nil)
    let back = SheetReviews(marks: [sent, mark(.confirmed), mark(.withdrawn)])
    #expect(back.state(of: .midTerm, in: sheet) == .sentBack && back.openComments(in: sheet).count == 1)
  }

  @Test("The word of a standing is what somebody has to do, before what is done")
  func words() {
    func word(_ entry: PeriodState, _ mark: MarkState?) -> String { PeriodStanding(entry: entry, mark: mark).word }
    #expect(word(.deficient, .confirmed) == "不備" && word(.draft, .sentBack) == "差戻し")
    #expect(word(.draft, .confirmed) == "下書き" && word(.complete, .confirmed) == "確認済")
    #expect(word(.complete, .changedSinceConfirmed) == "確認後変更" && word(.complete, nil) == "記入済")
    #expect(word(.partlyEntered, .corrected) == "修正済")
    let all = PeriodState.allCases.flatMap { entry in
      (MarkState.allCases + [nil] as [MarkState?]).map { word(entry, $0) }
    }
    #expect(Set(all) == Set(PeriodStanding.words))
  }
}
