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
    _ decision: ReviewMark.Decision, _ comment: LongText = "", at place: ReviewMark.Place? = nil,
    on sheet: InitiativeSheet? = nil
  ) -> ReviewMark {
    let marked = sheet ?? self.sheet
    let contents = ReviewPeriod.midTerm.fields.map { ($0, marked.content(of: $0)) }
    return ReviewMark(
      period: .midTerm, decision: decision, comment: comment, place: place, who: "課長", when: "2026-11-21T00:00:00Z",
      contents: Dictionary(uniqueKeysWithValues: contents))
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

  @Test("What was sent back stays so until every field that was spoken of has changed")
  func sentBack() {
    let whole = SheetReviews(marks: [
      mark(.sentBack, "二行目を詳しく", at: .init(field: .midTermIssues, line: 2)),
      mark(.sentBack, "①では", at: .init(field: .targetForecast)),
    ])
    var changed = sheet
    #expect(whole.state(of: .midTerm, in: changed) == .sentBack && whole.openComments(in: changed).count == 2)
    changed.midTermReview.issuesAndImprovements = "一行目\n二行目を詳しく書く"
    #expect(whole.state(of: .midTerm, in: changed) == .sentBack)
    #expect(whole.openComments(in: changed).map(\.comment) == ["①では"])
    changed.midTermReview.targetForecast = .willBeMet
    #expect(whole.state(of: .midTerm, in: changed) == .corrected && whole.openComments(in: changed).isEmpty)
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
