import InitiativeModel
import Testing

@Suite("How far a period has come")
struct SheetProgressTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("A period's state: nothing, something, everything, a broken rule, a draft")
  func states() {
    let blank = sheet { _ in }
    let part = sheet { $0.midTermReview.targetForecast = .willBeMet }
    let full = sheet {
      $0.midTermReview.targetForecast = .willBeMet
      $0.midTermReview.implementationForecast = .willBeCarriedOut
    }
    let broken = sheet { $0.midTermReview.targetForecast = .willNotBeMet }
    #expect(blank.state(of: .midTerm) == .notEntered)
    #expect(part.state(of: .midTerm) == .partlyEntered)
    #expect(full.state(of: .midTerm) == .complete)
    #expect(broken.state(of: .midTerm) == .deficient)
    #expect(full.state(of: .midTerm, saved: blank) == .draft)
    #expect(full.state(of: .final, saved: blank) == .notEntered)
    #expect(broken.state(of: .midTerm, saved: blank) == .deficient)
    #expect(BookProgress([.draft, .complete, .complete].map { PeriodStanding(entry: $0, mark: nil) })[.complete] == 2)
  }
}
