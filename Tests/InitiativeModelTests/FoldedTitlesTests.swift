import Testing

@testable import InitiativeModel

@Suite("Titles that are typed")
struct FoldedTitlesTests {
  @Test(
    "Width, case and kana count for nothing, a letter and its marks stay together",
    arguments: [
      ("ＰＤＣＡ", [true, false, false]), ("pdca", [true, false, false]), ("ｶﾞｲﾄﾞ", [false, true, false]),
      ("かいと", [false, false, false]), ("", [true, true, true]), ("の", [true, true, true]),
      ("取組3", [false, false, true]),
    ])
  func folded(text: String, found: [Bool]) {
    let titles = FoldedTitles(["PDCAの徹底", "ガイドの配布", "窓口の取組３"])
    #expect(titles.holding(text) == found)
  }
}
