// Holds how long reading takes: a book at once, and any text before somebody thinks that it hangs.

import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("Reading a text takes no time", .serialized)
struct LayoutSpeedTests {
  private func seconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let taken = clock.measure(work)
    return Double(taken.components.seconds) + Double(taken.components.attoseconds) / 1e18
  }

  @Test("a book of 19 sheets, in every layout", arguments: PublishedLayout.allCases)
  func book(layout: PublishedLayout) throws {
    let text = layout.text(try SourceBook.tennoji.sheets())
    let taken = seconds { _ = try? PublishedSheetImporter.read(text) }
    print("LayoutSpeedTests \(layout): \(taken) s")
    #expect(taken < 10)
  }

  /// Texts, each of which is hard on another part of the reading.
  private static let texts: [(name: String, part: String)] = [
    ("headings", "取組項目 1 【題】\n"), ("headings on one line", "取組項目 1 "), ("labels", "計画 取組の方針・目標内容 "),
    ("labels a line", "課題と改善策 ※左記が「②」の場合は必須\n"), ("tags", "<td>"), ("open tags", "<"), ("entities", "&#9312;&amp"),
    ("quotes", "\t\"\"\"a\n"), ("one quote", "\"あ\t"), ("pipes", "| a |\n"), ("pipes on one line", "|"),
    ("blanks", "あ    い"),
    ("legends", "①:達成見込み②:達成できない見込み"), ("brackets", "【"), ("form feeds", "\u{0C}\n"), ("dashes", "— "),
    ("letters", "あ"),
    ("columns", "計画    取組の方針・目標内容       当年度の取組内容\n"), ("digits", "取組項目 1 1 1 1 1 1 1 1\n"), ("lines", "あ\n"),
  ]

  @Test("as much of anything as is taken, read or refused", .timeLimit(.minutes(5)), arguments: texts.indices)
  func hostile(index: Int) {
    let (name, part) = LayoutSpeedTests.texts[index]
    let size = LongRun.isOn ? 20 * 1024 * 1024 : TextLimits.bytes / 8
    let text = String(repeating: part, count: size / part.utf8.count)
    for bytes in [Array(text.utf8), Array(("取組項目 1\n【題】\n" + text).utf8)] {
      let taken = seconds { _ = try? PublishedSheetImporter.read(try PublishedText.decode(bytes)) }
      print("LayoutSpeedTests \(name), \(bytes.count) bytes: \(taken) s")
      #expect(taken < 60, "\(name)")
    }
  }
}
