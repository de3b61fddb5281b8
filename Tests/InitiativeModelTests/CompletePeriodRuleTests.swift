import InitiativeModel
import Testing

@Suite("Completeness before handing in")
struct CompletePeriodRuleTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("Before handing in, every field of the period is wanted, 課題と改善策 only under ②")
  func complete() {
    let blank = sheet { _ in }
    #expect(
      CompletePeriodRule(period: .midTerm).findings(in: blank).map(\.field)
        == [.entry(.implementationForecast), .entry(.targetForecast)])
    #expect(
      CompletePeriodRule(period: .final).findings(in: blank).map(\.field)
        == [.entry(.results), .entry(.achievement)])
    let filled = sheet {
      $0.midTermReview.implementationForecast = .willBeCarriedOut
      $0.midTermReview.targetForecast = .willBeMet
    }
    #expect(SheetRules.findings(in: filled, completing: .midTerm).isEmpty)
  }
}
