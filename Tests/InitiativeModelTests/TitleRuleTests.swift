import InitiativeModel
import Testing

@Suite("Advice for a missing title")
struct TitleRuleTests {
  private func sheet(_ change: (inout InitiativeSheet) -> Void) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 1, title: "題")
    change(&sheet)
    return sheet
  }

  @Test("A blank title is advisory")
  func title() {
    #expect(TitleRule().findings(in: sheet { $0.title = "　" }).count == 1)
    #expect(TitleRule().findings(in: sheet { _ in }).isEmpty)
  }
}
