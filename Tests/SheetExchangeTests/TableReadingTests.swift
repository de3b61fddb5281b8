import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("A table that a table program saved again")
struct TableReadingTests {
  private static let texts = ["一行目\n二行目", "=1\t2;3,4\"5\"", "　字下げ — 〜 − ‖ 髙", "𠮷野家\u{200B}です", "007"]

  private func content() -> ExportContent {
    Exported.content(TableReadingTests.texts.enumerated().map { Exported.sheet($0 + 1, $1, star: $0 == 1) })
  }

  /// The cells of an export, as a table program shows them.
  private func cells(_ content: ExportContent) throws -> [[String]] {
    var rows = DelimitedText(String(CSVForm.output(content).text.unicodeScalars.dropFirst()), separator: 0x2C)
    var all: [[String]] = []
    while let row = try rows.nextRow() { all.append(row) }
    return all
  }

  private func saved(_ rows: [[String]], _ separator: String = ",", _ end: String = "\r\n", inCells: String = "\n")
    -> String
  {
    rows.map { row in
      row.map { cell in
        let text = cell.replacingOccurrences(of: "\n", with: inCells)
        let isPlain = text.rangeOfCharacter(from: CharacterSet(charactersIn: "\"\r\n\t,;")) == nil
        return isPlain ? text : "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      }.joined(separator: separator) + end
    }.joined()
  }

  private func differences(_ text: String, _ encoding: String.Encoding = .utf8) throws -> [String] {
    let bytes = Array(try #require(text.data(using: encoding)))
    #expect(CSVForm.recognises(bytes))
    return Exported.differences(content(), try CSVForm.read(bytes))
  }

  @Test("UTF-8 with and without BOM, UTF-16, each separator and line end give back every text")
  func forms() throws {
    let rows = try cells(content())
    for separator in [",", ";", "\t"] {
      for end in ["\r\n", "\n", "\r"] {
        for inCells in ["\n", "\r\n", "\r"] {
          let text = saved(rows, separator, end, inCells: inCells)
          #expect(try differences(text) == [])
          #expect(try differences("\u{FEFF}" + text) == [])
          #expect(try differences(text, .utf16) == [])
          #expect(try differences("\u{FEFF}" + text, .utf16BigEndian) == [])
        }
      }
    }
  }

  @Test("Columns in another order, columns and rows of others, blank rows, empty columns behind and a missing line end")
  func arrangements() throws {
    var rows = try cells(content()).map { Array($0.reversed()) }
    for place in rows.indices { rows[place].insert(place == 0 ? " 担当\n" : "佐藤", at: 3) }
    for place in rows.indices { rows[place] += ["", "　"] }
    rows.insert(Array(repeating: "", count: 18), at: 2)
    rows.insert([" "], at: 0)
    rows.append([""])
    let text = saved(rows)
    let book = try CSVForm.read(Array(text.utf8))
    #expect(Exported.differences(content(), book) == [])
    #expect(book.ignoredColumns == ["担当"])
    #expect(book.sheets.map(\.place) == ["3行目", "5行目", "6行目", "7行目", "8行目"])
    let unended = saved(try cells(content()))
    #expect(try differences(String(unended.unicodeScalars.dropLast(2))) == [])
  }

  @Test("A column that is missing leaves its field alone; headings may have their blanks elsewhere")
  func missingColumns() throws {
    let rows = try cells(content()).map { [$0[2], $0[10]] }
    #expect(rows[0] == ["番号", "中間振り返り 課題と改善策"])
    let text = saved(rows).replacingOccurrences(of: "中間振り返り 課題", with: "中間振り返り\u{3000}\n課題")
      .replacingOccurrences(of: "中間振り返り\u{3000}\n課題と改善策", with: "\"中間振り返り\u{3000}\n課題と改善策\"")
    let book = try CSVForm.read(Array(text.utf8))
    #expect(book.ward == nil && book.fiscalYear == nil)
    #expect(book.sheets.map(\.texts.count) == [1, 1, 1, 1, 1])
    #expect(book.sheets.map { $0.texts[.entry(.midTermIssues)]?.string } == TableReadingTests.texts)
    #expect(book.sheets.allSatisfy { $0.version == nil && $0.starred == nil })
  }

  @Test("What Excel takes from a cell in which somebody worked, its first ', is no part of the text")
  func guards() throws {
    let head = "番号,題名,副題\r\n"
    let book = try CSVForm.read(Array((head + "1,'=1,=1\r\n2,''a,'a\r\n3,'007,'x\r\n").utf8))
    #expect(book.sheets.map { $0.texts[.title]?.string } == ["=1", "'a", "007"])
    #expect(book.sheets.map { $0.texts[.subtitle]?.string } == ["=1", "'a", "'x"])
  }

  @Test("CP932 lacks some characters: the lines that say the same are the book's")
  func lossy() throws {
    let sent = content()
    let text = saved(try cells(sent)).replacingOccurrences(of: "𠮷", with: "??")
      .replacingOccurrences(of: "—", with: "―").replacingOccurrences(of: "〜", with: "～")
      .replacingOccurrences(of: "−", with: "－").replacingOccurrences(of: "‖", with: "∥")
    let bytes = Array(try #require(text.data(using: .shiftJIS)))
    var book = try CSVForm.read(bytes)
    #expect(book.isLossy && !Exported.differences(sent, book).isEmpty)
    for (place, sheet) in book.sheets.enumerated() {
      book.sheets[place] = LossyText.restored(sheet, from: sent.books[0].sheets[place].sheet)
    }
    #expect(Exported.differences(sent, book) == [])
    book.sheets[3].texts[.annualActions] = "??野家です。"
    let changed = LossyText.restored(book.sheets[3], from: sent.books[0].sheets[3].sheet)
    #expect(changed.texts[.annualActions] == "??野家です。")
  }

  // MARK: Refused

  private func error(_ text: String) -> ReturnedFileError? {
    do {
      _ = try CSVForm.read(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("What is damaged or no value is refused with its row and column")
  func refused() {
    let head = "区,年度,番号,題名,中間振り返り 目標の達成見込み,版\n"
    let version = "0123456789abcdef"
    #expect(error(head + "北区,2019,1,題,①,\(version)\n") == nil)
    #expect(error(head + "北区,2019,1,題\"x,①,\(version)\n") == .damaged(place: "2行目の4列目"))
    #expect(error(head + "北区,2019,1,\"題\"x,①,\(version)\n") == .damaged(place: "2行目の4列目"))
    #expect(error(head + "北区,2019,1,\"題,①,\(version)\n") == .damaged(place: "2行目の4列目"))
    #expect(error(head + "北区,2019,1,題,①\n") == .damaged(place: "2行目"))
    #expect(error(head + "北区,2019,1,題,余,①,\(version)\n") != nil)
    #expect(error(head + "北区,2019,1,題,①,\(version),余\n") == .damaged(place: "2行目の7列目(見出しのない列)"))
    #expect(
      error(head + "北区,2019,1,題,③,\(version)\n")
        == .unreadableValue(place: "2行目", field: "中間振り返り 目標の達成見込み", value: "③"))
    #expect(error(head + "北区,2019,一,題,①,\(version)\n") == .unreadableValue(place: "2行目", field: "番号", value: "一"))
    #expect(error(head + "北区,2019,1000,題,①,\n") == .unreadableValue(place: "2行目", field: "番号", value: "1000"))
    #expect(error(head + "北区,千年,1,題,①,\n") == .unreadableValue(place: "2行目", field: "年度", value: "千年"))
    #expect(error(head + "北区,2019,1,題,①,1.23E+15\n") == .unreadableValue(place: "2行目", field: "版", value: "1.23E+15"))
    #expect(error(head + "北区,2019,1,題,①,\n,,,,,\n北区,2019,1,題,①,\n") == .repeatedSheet(number: 1, place: "4行目"))
    #expect(error(head + "北区,2019,1,題,①,\n西区,2019,1,題,①,\n") == .severalBooks(["北区 2019年度", "西区 2019年度"]))
    #expect(error(head + "北区,2019,1,題,①,\n,2019,2,題,①,\n") == .severalBooks(["北区 2019年度", "(区名の記載なし) 2019年度"]))
    #expect(error(head) == .noSheets)
    #expect(error("区,題名\n北区,題\n") == .missingColumn("番号"))
    #expect(error("番号,版\n1,\(version)\n") == .missingColumn("「題名」などの欄"))
    #expect(error("番号,題名,題 名\n1,題,題\n") == .repeatedColumn("題名"))
  }

  @Test("A text that Excel does not take whole is said; one that it has cut is refused")
  func longCells() throws {
    let most = LongCell.mostUnits
    var sheet = InitiativeSheet(number: 3, title: "題")
    for (length, count) in [(most - 1, 0), (most, 1), (most + 900, 1)] {
      sheet.selfEvaluation.results = LongText(String(repeating: "長", count: length))
      let content = Exported.content([sheet])
      let long = CSVForm.tooLong(content)
      #expect(long.map(\.units) == (count == 0 ? [] : [length]) && long.allSatisfy { $0.number == 3 })
      guard length != most else { continue }
      #expect(Exported.differences(content, try CSVForm.read(Array(CSVForm.output(content).text.utf8))) == [])
    }
    let cut = "番号,自己評価 課題と改善策\n3,\(String(repeating: "長", count: most))\n"
    #expect(error(cut) == .damaged(place: "2行目の「自己評価 課題と改善策」(ちょうど\(most)文字)"))
  }

  @Test("A choice comes back as its sign, in whatever form somebody typed it")
  func choices() throws {
    for (typed, sign) in [("②", "②"), ("２", "②"), ("② 達成できない見込み", "②"), (" ① ", "①"), ("", ""), ("　", "")] {
      let text = "番号,中間振り返り 目標の達成見込み\n1,\(typed)\n"
      #expect(try CSVForm.read(Array(text.utf8)).sheets.first?.texts[.entry(.targetForecast)]?.string == sign)
    }
  }
}
