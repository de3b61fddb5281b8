import InitiativeModel
import Testing

@Suite("Advice for a 課題と改善策 that says nothing")
struct EmptyPhraseRuleTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("A phrase that says nothing is advisory under ②", arguments: ["なし", "特になし。", "同上", " 「なし」 ", "該当なし"])
  func emptyPhrase(text: String) throws {
    let bad = sheet {
      $0.selfEvaluation.achievement = .notMet
      $0.selfEvaluation.issuesAndImprovements = LongText(text)
    }
    let found = EmptyPhraseRule().findings(in: bad)
    #expect(found.map(\.severity) == [.advisory])
    #expect(found.map(\.field) == [.entry(.selfEvaluationIssues)])
    _ = try bad.validated()
  }

  @Test("The same phrase under ①, and a real text under ②, are fine")
  func realText() {
    let first = sheet {
      $0.selfEvaluation.achievement = .met
      $0.selfEvaluation.issuesAndImprovements = "なし"
    }
    #expect(EmptyPhraseRule().findings(in: first).isEmpty)
    let second = sheet {
      $0.selfEvaluation.achievement = .notMet
      $0.selfEvaluation.issuesAndImprovements = "周知が足りなかった。改善策はなし"
    }
    #expect(EmptyPhraseRule().findings(in: second).isEmpty)
  }
}
