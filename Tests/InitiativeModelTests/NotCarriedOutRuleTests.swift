import InitiativeModel
import Testing

@Suite("Advice for (ii) without a word of why")
struct NotCarriedOutRuleTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("(ii) without ② and without text is advisory")
  func notCarriedOut() {
    let found = NotCarriedOutRule().findings(
      in: sheet { $0.midTermReview.implementationForecast = .willNotBeCarriedOut })
    #expect(found.map(\.severity) == [.advisory])
    #expect(found.map(\.field) == [.entry(.midTermIssues)])
  }

  @Test("(ii) with a text, or with ②, is left to the other rules")
  func notCarriedOutButExplained() {
    let explained = sheet {
      $0.midTermReview.implementationForecast = .willNotBeCarriedOut
      $0.midTermReview.issuesAndImprovements = "会場が使えない。"
    }
    #expect(NotCarriedOutRule().findings(in: explained).isEmpty)
    let second = sheet {
      $0.midTermReview.implementationForecast = .willNotBeCarriedOut
      $0.midTermReview.targetForecast = .willNotBeMet
    }
    #expect(NotCarriedOutRule().findings(in: second).isEmpty)
  }
}
