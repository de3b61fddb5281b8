import InitiativeModel
import Testing

@testable import SheetWorkbook

@Suite("The colour of a ② without its text")
struct MissingTextTests {
  @Test("What the form and the rule call blank is taken out by the formula, and nothing that says something")
  func signs() {
    for sign in FormPage.blankSigns.unicodeScalars { #expect(LongText(String(sign)).isBlank, "\(sign)") }
    let formula = FormPage.isMissing("$F$9", deciding: "$C$9")
    for sign in "\u{3000}—―-ー－–‐−.．・･…〃々①②ｰ" {
      #expect(LongText(String(sign)).isBlank && formula.contains(",\"\(sign)\",\"\")"), "\(sign)")
    }
    #expect(!formula.contains(",\"株\","))
  }

  @Test("The formula nests no deeper than Excel allows")
  func depth() {
    let formula = FormPage.isMissing("$F$9", deciding: "$C$9")
    #expect(formula.split(separator: "SUBSTITUTE(").count < 60 && formula.utf16.count < 8_192)
    #expect(formula.filter { $0 == "\"" }.count.isMultiple(of: 2))
  }
}
