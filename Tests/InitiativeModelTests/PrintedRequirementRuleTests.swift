import InitiativeModel
import Testing

@Suite("Advice for another printed sign")
struct PrintedRequirementRuleTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("A printed ③ is advisory where it stands")
  func printedRequirement() {
    let found = PrintedRequirementRule().findings(in: sheet { $0.selfEvaluation.printedRequirement = "③" })
    #expect(found.count == 1 && found.allSatisfy { $0.severity == .advisory && $0.sentence.contains("「③」") })
    #expect(found.map(\.field) == [.entry(.selfEvaluationIssues)])
    #expect(PrintedRequirementRule().findings(in: sheet { _ in }).isEmpty)
  }
}
