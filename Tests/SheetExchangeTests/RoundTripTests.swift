import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("What goes out as CSV, JSON or Markdown comes back as it was")
struct RoundTripTests {
  @Test("Both books that ship come back with every text", arguments: ReturnedForm.allCases)
  func data(form: ReturnedForm) throws {
    for content in try Exported.data() {
      let bytes = form.bytes(content)
      #expect(form.recognises(bytes))
      #expect(Exported.differences(content, try form.read(bytes)) == [])
    }
  }

  @Test("Each format knows its own files and none of the others'")
  func recognised() throws {
    for content in try Exported.data() {
      for form in ReturnedForm.allCases {
        let bytes = form.bytes(content)
        for other in ReturnedForm.allCases where other != form { #expect(!other.recognises(bytes)) }
      }
    }
    for form in ReturnedForm.allCases { #expect(!form.recognises(Array(Published.sheet().utf8))) }
  }

  /// Texts that a table program, Markdown or JSON would take for something else.
  private static let hostile =
    [
      "=1+1", "+81", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠A1", "\t=1", " =1", "　＝1", "'=1", "''", "'", "'a", "'''=1",
      "007", "1-2", "１２３", "1,200", "50%", "(1)", "1e5", "10月1日", "令和元年10月1日", "R1.10.1", "5:30", "TRUE", "false",
      "1/2",
      "12345678901234567890", "<U+200B>", "<U+003C>", "<U+3042>", "<<U+200B>", "<U+D800>", "<U+", "<", "a\u{200B}b",
      "\u{FEFF}=1", "\u{1B}[31m", "\u{0}", "\u{7F}\u{9B}", "\u{E000}", "\u{2028}a\u{2029}", "\u{85}", "\u{B}\u{C}",
      "か\u{3099}", "が", "👨‍👩‍👧", "葛\u{E0100}", "a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
      "a,b;c\td", "\"", "\"\"", "a\"b", "\"a\"\nb", "a\nb", "a\n\nb", "a\n\n\nb", "\na", "a\n", "\n", "\n\n", " ", "　",
      "a ",
      "a　", " a", "    code", "\ttab", "a  \nb", "a \n b", "　字下げ\n　字下げ", "#", "# a", "## 取組項目 2 【a】", "### 副題",
      "### 自己評価 課題と改善策", "#a", "> a", "- a", "+ a", "* a", "1. a", "1) a", "10. a", "1.", "===", "---", "***", "___",
      ":---", "| a | b |", "|---|", "```", "~~~", "a~~b~~", "`a`", "*a*", "**a**", "_a_", "a_b_c", "[a](b)", "![a](b)",
      "[a]: b", "<b>", "<!-- a -->", "<!-- furikaeri 終わり -->", "<!-- furikaeri 番号=1 版=0123456789abcdef -->", "-->",
      "<br>",
      "&nbsp;", "&amp;", "&#32;", "&#x1F;", "& a", "R&D", "a&", "&", "\\", "\\\\", "a\\", "a\\\nb", "\\n", "\\*", "$a$",
      "_(記入なし)_", "(記入なし)", "】★", "【a】b【c】", "a】", "【", "★", "② 達成できない見込み", "null", "{\"a\":1}", "—",
      "取組項目 1 【a】", "版", "a\r\nb\rc",
    ]

  @Test(
    "Texts that a program would take for something else come back, in every field", arguments: ReturnedForm.allCases)
  func hostile(form: ReturnedForm) throws {
    let sheets = RoundTripTests.hostile.enumerated().map { Exported.sheet($0 + 1, $1, star: $0 % 3 == 0) }
    let content = Exported.content(sheets)
    #expect(Exported.differences(content, try form.read(form.bytes(content))) == [])
  }

  @Test("A ward of any name comes back", arguments: ReturnedForm.allCases)
  func wards(form: ReturnedForm) throws {
    for ward in ["", "北区", "=A1", "a -->", "a b", "-", "　区", "区\u{200B}", "\"区,\"", "&amp;", "<b>"] {
      let content = Exported.content([Exported.sheet(1, "a")], ward: ward)
      let read = try form.read(form.bytes(content))
      #expect(read.ward == (ward.isEmpty ? nil : ReturnedValue.trimmed(ward)) || read.ward == ward, "\(ward)")
    }
  }

  @Test("Texts put together from such parts at random come back", arguments: ReturnedForm.allCases)
  func random(form: ReturnedForm) throws {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<(LongRun.isOn ? 200 : 4) {
      let sheets = (1...60).map { number in
        let parts = (0..<Int.random(in: 0...12, using: &random)).map { _ in
          Bool.random(using: &random) ? RoundTripTests.hostile.randomElement(using: &random) ?? "" : scalar(&random)
        }
        return Exported.sheet(number, LongText(parts.joined()).string, star: Bool.random(using: &random))
      }
      let content = Exported.content(sheets)
      #expect(Exported.differences(content, try form.read(form.bytes(content))) == [])
    }
  }

  private func scalar(_ random: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0xFF, 0x2000...0x20FF, 0x3000...0x30FF, 0x4E00...0x4FFF, 0...0x10FFFF,
    ]
    let range = ranges.randomElement(using: &random) ?? 0x20...0x7E
    return Unicode.Scalar(UInt32.random(in: range, using: &random)).map { String($0) } ?? ""
  }

  @Test("Whatever a text holds, the file drives no terminal and opens as no formula", arguments: ReturnedForm.allCases)
  func safe(form: ReturnedForm) throws {
    let sheets = RoundTripTests.hostile.enumerated().map { Exported.sheet($0 + 1, $1) }
    let bytes = form.bytes(Exported.content(sheets))
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let hidden = text.dropFirst(form == .csv ? 1 : 0).filter { scalar in
      scalar.value < 0x20 && !["\n", "\t", "\r"].contains(scalar) || (0x7F...0x9F).contains(scalar.value)
        || scalar.properties.generalCategory == .format && scalar.value != 0x200D
    }
    #expect(hidden.isEmpty, "\(Array(hidden))")
  }
}
