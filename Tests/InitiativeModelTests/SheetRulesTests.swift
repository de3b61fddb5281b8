import InitiativeModel
import Testing

@Suite("All rules together")
struct SheetRulesTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("All rules run; blocking findings come first")
  func order() {
    let bad = sheet {
      $0.title = ""
      $0.midTermReview.targetForecast = .willNotBeMet
      $0.selfEvaluation.achievement = .notMet
    }
    #expect(SheetRules.findings(in: bad).map(\.severity) == [.blocking, .blocking, .advisory])
  }
}
