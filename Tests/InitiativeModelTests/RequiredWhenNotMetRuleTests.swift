import InitiativeModel
import Testing

@Suite("The ② rule")
struct RequiredWhenNotMetRuleTests {
  static let blanks = ["", " ", "\u{3000}", "—", "ー", "―", "-", "…", "・・・", "〃", "\n\n", "②", "\u{3164}", "。"]

  @Test("② with a blank 課題と改善策 is blocking in the mid-term review", arguments: blanks)
  func midTerm(blank: String) {
    var sheet = InitiativeSheet(number: 19, title: "題")
    sheet.midTermReview.targetForecast = .willNotBeMet
    sheet.midTermReview.issuesAndImprovements = LongText(blank)
    let found = RequiredWhenNotMetRule().findings(in: sheet)
    #expect(found.map(\.field) == [.entry(.midTermIssues)])
    #expect(found.allSatisfy { $0.severity == .blocking && $0.rule == "required-when-not-met" })
    #expect(throws: RuleViolation.self) { try sheet.validated() }
  }

  @Test("② with a blank 課題と改善策 is blocking in the self-evaluation", arguments: blanks)
  func selfEvaluation(blank: String) {
    var sheet = InitiativeSheet(number: 19, title: "題")
    sheet.selfEvaluation.achievement = .notMet
    sheet.selfEvaluation.issuesAndImprovements = LongText(blank)
    #expect(RequiredWhenNotMetRule().findings(in: sheet).map(\.field) == [.entry(.selfEvaluationIssues)])
    #expect(throws: RuleViolation.self) { try sheet.validated() }
  }

  @Test("One letter or digit of any script is text", arguments: ["改", "a", "1", "１", "ア", "ｱ", "- 件 -", "٣"])
  func meaningful(text: String) throws {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.midTermReview.targetForecast = .willNotBeMet
    sheet.midTermReview.issuesAndImprovements = LongText(text)
    #expect(try sheet.validated().sheet == sheet)
  }

  @Test("① and no choice ask for nothing", arguments: [nil, TargetForecast.willBeMet])
  func notRequired(choice: TargetForecast?) throws {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.midTermReview.targetForecast = choice
    #expect(RequiredWhenNotMetRule().findings(in: sheet).isEmpty)
    #expect(try sheet.validated().sheet == sheet)
  }

  @Test("The printed ③ changes nothing: ② is what is enforced")
  func printedSign() {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.selfEvaluation.printedRequirement = "③"
    sheet.selfEvaluation.achievement = .notMet
    #expect(RequiredWhenNotMetRule().findings(in: sheet).count == 1)
  }

  @Test("A dash under ① is stored as empty, and ② → ① keeps a text")
  func storedAsEmpty() throws {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.midTermReview.targetForecast = .willBeMet
    sheet.midTermReview.issuesAndImprovements = "—"
    #expect(try sheet.validated().sheet.midTermReview.issuesAndImprovements == "")
    sheet.midTermReview.issuesAndImprovements = "参加者が減った。"
    #expect(try sheet.validated().sheet.midTermReview.issuesAndImprovements == "参加者が減った。")
  }
}
