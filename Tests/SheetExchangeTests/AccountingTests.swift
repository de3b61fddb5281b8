import InitiativeModel
import TestSupport
import Testing

@testable import SheetExchange

@Suite("An import drops nothing")
struct AccountingTests {
  /// A filled form in which every content cell holds a word of its own, from 札000札 on.
  private func form() -> (text: String, count: Int) {
    var count = 0
    func word() -> String {
      defer { count += 1 }
      return "札\(count + 1000)札"
    }
    let head = "取組項目 3\n\n【題\(word())】★\n副題\(word())\n"
    let plan =
      "計画\t取組の方針・目標内容\t当年度の取組内容\n\t(趣旨・目的) \(word())。 \(word())\t(取組の内容) ・\(word())\n\t<p>(目標) ①\(word())</p>\t\(word())"
    let midTerm =
      "中間振り返り\t取組内容の実施見込み\t(i)\t(i)実施見込み (ii)実施できない見込み\t\(Published.note) \(word())\n\t目標の達成見込み\t②\t①:達成見込み ②:達成できない見込み\t"
    let final = "自己評価\t当年度の取組実績及び目標の達成状況 \(word())\t\t\(Published.note) \(word())\n\t\(word()) ①:目標達成 ②:目標未達成\t"
    return (Published.sheet(head, plan: plan, midTerm: midTerm, final: final) + "\n表の外\(word())\n", count)
  }

  /// All text that an import hands on, in fields or in notes.
  private func handedOn(_ result: ImportResult) -> String {
    let fields = result.sheets.map(\.sheet).flatMap { sheet in
      [sheet.title, sheet.subtitle, sheet.plan.policyAndTargets.string, sheet.plan.annualActions.string]
        + EntryField.allCases.map { sheet.content(of: $0) }
    }
    return (fields + result.notes.map { String(describing: $0.reason) }).joined(separator: "\n")
  }

  @Test("Every word of a form is in a field or in a note")
  func whole() throws {
    let (text, count) = form()
    let handed = handedOn(try PublishedSheetImporter.read(text))
    for number in 0..<count { #expect(handed.contains("札\(number + 1000)札"), "札\(number + 1000)札") }
  }

  @Test("However a form is damaged, no word of what is left is dropped")
  func damaged() throws {
    var random = SeededGenerator(seed: 2019)
    for _ in 0..<600 {
      var lines = form().text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for _ in 0..<Int.random(in: 1...5, using: &random) { damage(&lines, &random) }
      let text = lines.joined(separator: "\n")
      guard let result = try? PublishedSheetImporter.read(text) else { continue }
      let handed = handedOn(result)
      for number in 1000...1015 where text.contains("札\(number)札") {
        #expect(handed.contains("札\(number)札"), "札\(number)札 in:\n\(text)")
      }
    }
  }

  private func damage(_ lines: inout [String], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<lines.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: place)
    case 2: lines[place] = "\t" + lines[place]
    case 3: lines[place] = lines[place].replacing("\t", with: " ", maxReplacements: 1)
    case 4: lines[place] = lines[place].replacing(" ", with: "\t", maxReplacements: 1)
    default: lines[place] = lines[place].replacing("<p>", with: "<p", maxReplacements: 1)
    }
    if lines.isEmpty { lines = [""] }
  }

  @Test("Large and hostile texts are read in bounded time")
  func hostile() throws {
    #expect(try ProcessorTime.seconds { try readHostile() }.seconds < 60)
  }

  private func readHostile() throws {
    let long = "取組項目 1\n【題】\n計画\t取組の方針・目標内容\n\t" + String(repeating: "<p>・あ ", count: 20_000)
    #expect(try PublishedSheetImporter.read(long).sheets.count == 1)
    #expect(throws: PublishedTextError.self) {
      try PublishedSheetImporter.read("取組項目 1\n" + String(repeating: "<", count: 50_000))
    }
    let wards = "取組項目 1\n【題】\n計画\t取組の方針・目標内容\n\t" + String(repeating: "区令和", count: 10_000)
    #expect(try PublishedSheetImporter.read(wards).sheets.count == 1)
  }

  @Test("What is beyond the limits is refused at once, with the line")
  func limits() throws {
    #expect(try ProcessorTime.seconds { try refuseWhatIsBeyond() }.seconds < 60)
  }

  private func refuseWhatIsBeyond() throws {
    let head = "取組項目 1\n【題】\n"
    let most = head + "a\t" + String(repeating: "\t", count: TextLimits.cells - 4)
    #expect(try PublishedSheetImporter.survey(most).sheets.count == 1)
    for cell in ["a\t", "\t", "<td>a</td>"] {
      let row = head + "計画\t取組の方針・目標内容\n" + String(repeating: cell, count: TextLimits.cells + 1)
      #expect(throws: PublishedTextError.tooManyCells(line: 4)) { try PublishedSheetImporter.read(row) }
    }
    let headings = (1...TextLimits.sheets).map { "取組項目 \($0)\n" }.joined()
    #expect(try PublishedSheetImporter.survey(headings).sheets.count == TextLimits.sheets)
    #expect(throws: PublishedTextError.tooManySheets) { try PublishedSheetImporter.survey(headings + "取組項目 2\n") }
    for end in ["\n", "\r", "\r\n"] {
      let lines = String(repeating: end, count: TextLimits.lines)
      #expect(throws: PublishedTextError.tooManyLines) { try PublishedText.decode(Array(lines.utf8)) }
      let fewer = String(repeating: end, count: TextLimits.lines - 1)
      #expect(try PublishedText.decode(Array(fewer.utf8)).utf8.count == TextLimits.lines - 1)
    }
  }
}

@Suite("Bytes of a published text")
struct PublishedTextTests {
  @Test("UTF-8, a BOM, CR LF and CR are read")
  func utf8() throws {
    #expect(try PublishedText.decode(Array("\u{FEFF}一\r\n二\r三".utf8)) == "一\n二\n三")
  }

  @Test("CP932 is read, with the signs that only it has")
  func cp932() throws {
    let bytes: [UInt8] = [0x8E, 0xE6, 0x91, 0x67, 0x87, 0x40, 0x87, 0x56, 0x81, 0x60, 0xB6, 0xDE]
    #expect(try PublishedText.decode(bytes) == "取組①Ⅲ～ｶﾞ")
  }

  @Test("Nothing, no text, and neither encoding each say what they are")
  func refused() {
    #expect(throws: PublishedTextError.empty) { try PublishedText.decode([]) }
    #expect(throws: PublishedTextError.empty) { try PublishedText.decode([0xEF, 0xBB, 0xBF]) }
    #expect(throws: PublishedTextError.notText) { try PublishedText.decode([0x41, 0x00]) }
    #expect(throws: PublishedTextError.undecodable(line: 2)) { try PublishedText.decode([0x41, 0x0A, 0xFF, 0xFF]) }
  }
}

@Suite("A sheet as plain text")
struct PlainTextFormTests {
  @Test("The form's labels stand in their order, and — stands for nothing under ①")
  func lines() throws {
    var sheet = InitiativeSheet(number: 3, title: "題", subtitle: "副題", starred: true)
    sheet.plan.annualActions = "・行う\n\n・続ける"
    sheet.midTermReview.targetForecast = .willBeMet
    let year = try #require(FiscalYear(2019))
    let text = PlainTextForm.lines(of: sheet, in: BookHeader(ward: "見本区", fiscalYear: year)).joined(separator: "\n")
    #expect(
      text == """
        見本区 2019年度(令和元年度) 「市政改革プラン2.0」に基づく取組等

        取組項目 3 【題】★
        副題

        [計画] 取組の方針・目標内容
          —

        [計画] 当年度の取組内容
          ・行う

          ・続ける

        [中間振り返り]
        取組内容の実施見込み: (未入力)
        目標の達成見込み: ① 達成見込み
        課題と改善策 ※左記が「②」の場合は必須
          —

        [自己評価]
        当年度の取組実績及び目標の達成状況
          (未入力)
        ①目標達成・②目標未達成: (未入力)
        課題と改善策 ※左記が「②」の場合は必須
          (未入力)
        """)
  }
}
