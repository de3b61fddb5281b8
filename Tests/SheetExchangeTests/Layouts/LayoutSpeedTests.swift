// Holds how long reading takes: a book at once, and any text before somebody thinks that it hangs.

import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("Reading a text takes no time", .serialized)
struct LayoutSpeedTests {
  @Test("a book of 19 sheets, in every layout", arguments: PublishedLayout.allCases)
  func book(layout: PublishedLayout) throws {
    let text = layout.text(try SourceBook.tennoji.sheets())
    let taken = ProcessorTime.seconds { try? PublishedSheetImporter.read(text) }.seconds
    #expect(taken < 10)
  }

  /// Texts, each of which is hard on another part of the reading.
  private static let texts: [(name: String, part: String)] = [
    ("headings", "取組項目 1 【題】\n"), ("headings on one line", "取組項目 1 "), ("wide cells", "<td colspan=50 rowspan=50>あ"),
    ("open tables", "<table><tr><td>"), ("marks on one letter", "\u{3099}"), ("labels", "計画 取組の方針・目標内容 "),
    ("labels a line", "課題と改善策 ※左記が「②」の場合は必須\n"), ("tags", "<td>"), ("open tags", "<"), ("entities", "&#9312;&amp"),
    ("quotes", "\t\"\"\"a\n"), ("one quote", "\"あ\t"), ("pipes", "| a |\n"), ("pipes on one line", "|"),
    ("blanks", "あ    い"),
    ("legends", "①:達成見込み②:達成できない見込み"), ("brackets", "【"), ("form feeds", "\u{0C}\n"), ("dashes", "— "),
    ("letters", "あ"),
    ("columns", "計画    取組の方針・目標内容       当年度の取組内容\n"), ("digits", "取組項目 1 1 1 1 1 1 1 1\n"), ("lines", "あ\n"),
  ]

  @Test("what is hard to read takes time as it is long, not as its square", arguments: texts.indices)
  func hostile(index: Int) {
    let (name, part) = LayoutSpeedTests.texts[index]
    func seconds(_ size: Int, behind head: String) -> Double {
      let bytes = Array((head + String(repeating: part, count: size / part.utf8.count)).utf8)
      return ProcessorTime.seconds { try? PublishedSheetImporter.read(try PublishedText.decode(bytes)) }.seconds
    }
    let size = LongRun.isOn ? TextLimits.bytes - 100 : TextLimits.bytes / 16
    for head in ["", "取組項目 1\n【題】\n"] {
      let whole = seconds(size, behind: head)
      #expect(whole < 60, "\(name)")
      // Four times as much takes four times as long, sixteen times where the time grows with the square.
      #expect(whole < 10 * seconds(size / 4, behind: head) + 0.2, "\(name)")
    }
  }
}
