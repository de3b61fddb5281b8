import InitiativeModel
import Testing

@testable import SheetSession

@Suite("Titles of sheets with one number")
struct TitleLikenessTests {
  @Test("A sheet whose subtitle is another sheet's is another numbering")
  func subtitles() throws {
    let sheets = [("題", "担い手不足の解消"), ("題", "負担感の軽減")].enumerated().map {
      InitiativeSheet(number: $0 + 1, title: $1.0, subtitle: $1.1)
    }
    var imported = sheets[1]
    imported.number = 1
    #expect(!TitleLikeness.isSame(imported, sheets[0], among: sheets))
    imported.subtitle = ""
    #expect(TitleLikeness.isSame(imported, sheets[0], among: sheets))
    imported.title = ""
    #expect(TitleLikeness.isSame(imported, sheets[0], among: sheets))
  }
}
