import Terminal
import Testing

@Suite("Columns of text")
struct DisplayWidthsTests {
  private let narrow = DisplayWidths(ambiguous: .narrow)
  private let wide = DisplayWidths(ambiguous: .wide)

  @Test("Ambiguous signs of the form take one column or two", arguments: Array("①②※○●★—…→ⅰ─│"))
  func ambiguous(sign: Character) {
    #expect(narrow.columns(of: sign) == 1)
    #expect(wide.columns(of: sign) == 2)
  }

  @Test(
    "Graphemes take the sum of their scalars",
    arguments: [
      ("a", 1), ("あ", 2), ("漢", 2), ("𠮷", 2), ("ｶ", 1), ("ｶﾞ", 2), ("が", 2), ("か\u{3099}", 2), ("é", 1), ("e\u{301}", 1),
      ("、", 2), ("Ａ", 2), ("\u{3000}", 2), ("한", 2), ("👍", 2), ("\u{200D}", 0), ("\u{FE0F}", 0), ("\t", 0),
    ] as [(Character, Int)])
  func graphemes(character: Character, columns: Int) {
    #expect(narrow.columns(of: character) == columns)
  }

  @Test("Each class of ambiguous characters is set apart")
  func classes() {
    for ambiguousClass in AmbiguousClass.allCases {
      var widths = AmbiguousWidths.narrow
      widths[ambiguousClass] = 2
      for other in AmbiguousClass.allCases {
        #expect(DisplayWidths(ambiguous: widths).columns(of: other.probe) == (other == ambiguousClass ? 2 : 1))
      }
      widths[ambiguousClass] = 1
      #expect(widths == .narrow)
    }
  }

  @Test("Cutting never splits a grapheme and counts its mark")
  func truncation() {
    #expect(narrow.truncated("取組の方針", toColumns: 10) == "取組の方針")
    #expect(narrow.truncated("取組の方針", toColumns: 9) == "取組の方…")
    #expect(narrow.truncated("取組の方針", toColumns: 8) == "取組の…")
    #expect(wide.truncated("取組の方針", toColumns: 9) == "取組の…")
    #expect(wide.truncated("取組", toColumns: 1) == "")
    #expect(narrow.padded("取組", toColumns: 6) == "取組  ")
    for count in 0...12 { #expect(narrow.columns(of: narrow.truncated("か\u{3099}ｶﾞ取組", toColumns: count)) <= count) }
  }

  @Test("The end of a text is cut at a grapheme, and what stands before it is not looked at")
  func suffix() {
    #expect(narrow.suffix(of: "取組の方針", columns: 10) == "取組の方針")
    #expect(narrow.suffix(of: "取組の方針", columns: 9) == "組の方針")
    #expect(narrow.suffix(of: "ab\u{1B}か\u{3099}", columns: 3) == "\u{1B}か\u{3099}")
    #expect(narrow.suffix(of: "ab\u{1B}か\u{3099}", columns: 2) == "か\u{3099}")
    #expect(narrow.suffix(of: "ab\u{1B}か\u{3099}", columns: 1) == "")
    #expect(narrow.suffix(of: "ab", columns: 0) == "" && narrow.suffix(of: "ab", columns: -1) == "")
    var looks = 0
    let text = String(repeating: "長", count: 20_000).lazy.map { character -> Character in
      looks += 1
      return character
    }
    #expect(narrow.suffix(of: text, columns: 60).count == 30)
    #expect(looks < 100)
  }

  @Test("Every character takes the columns of its visible form, one scalar or several")
  func visible() {
    let widths = DisplayWidths(ambiguous: .wide)
    let singles = (UInt32(1)...0x1FFFF).lazy.compactMap { Unicode.Scalar($0) }.map { Character($0) }
    let several: [Character] = ["\r\n", "か\u{3099}", "ｶﾞ", "é", "e\u{301}", "👨‍👩‍👧", "a\u{FE0F}"]
    let wrong = (Array(singles) + several).filter {
      widths.columns(ofVisible: $0) != widths.columns(of: SafeText.visible($0))
    }
    #expect(wrong.isEmpty)
  }
}
