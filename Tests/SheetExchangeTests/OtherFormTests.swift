import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("Other forms are refused by name, other encodings are read")
struct OtherFormTests {
  @Test(
    "Another form, programme or city at the head of a text",
    arguments: [
      ("【様式2】", OtherForm.form("様式2")), ("様式１", .form("様式1")),
      ("「市政改革プラン3.0」に基づく取組等", .programme("市政改革プラン3.0")), ("「市政改革プラン」に基づく取組", .programme("市政改革プラン")),
      ("「新・市政改革プラン」に基づく取組", .programme("新・市政改革プラン")), ("堺市南区 令和元年度", .city("堺市")),
      ("京都市 取組の一覧", .city("京都市")), ("東大阪市 令和元年度", .city("東大阪市")),
    ])
  func refused(line: String, form: OtherForm) {
    for text in [line + "\n" + Published.sheet(), line + "\n1 取組の一覧\n"] {
      #expect(throws: PublishedTextError.otherForm(form, line: 1)) { try PublishedSheetImporter.read(text) }
    }
  }

  @Test(
    "This form's own head, and other names within its texts, are no other form",
    arguments: ["【様式3】", "大阪市天王寺区", "「市政改革プラン2.0」に基づく取組等 大阪市旭区 令和元年度"])
  func own(line: String) throws {
    let plan = "計画\t取組の方針・目標内容\t当年度の取組内容\n\t「市政改革プラン3.0」と堺市の様式2を見る。\t板を作る。"
    #expect(try PublishedSheetImporter.read(line + "\n" + Published.sheet(plan: plan)).sheets.count == 1)
  }

  @Test("UTF-16 with its BOM is read, either end first")
  func wide() throws {
    let text = "取組①\r\n天王寺区"
    let units = Array(text.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(try PublishedText.decode(little) == "取組①\n天王寺区")
    #expect(try PublishedText.decode(big) == "取組①\n天王寺区")
    #expect(throws: PublishedTextError.empty) { try PublishedText.decode([0xFF, 0xFE]) }
  }

  @Test("Cells that Excel quotes keep their line feeds and quotes")
  func excel() throws {
    let plan = "計画\t取組の方針・目標内容\t当年度の取組内容\n\t\"窓口を\n\"\"近く\"\"する。\"\t\"・板を作る\n・置く\""
    let sheet = try #require(try PublishedSheetImporter.read(Published.sheet(plan: plan)).sheets.first).sheet
    #expect(sheet.plan.policyAndTargets.lines == ["窓口を", "\"近く\"する。"])
    #expect(sheet.plan.annualActions.lines == ["・板を作る", "・置く"])
  }

  @Test("A table of a web page, with a cell over two rows and a tag a line")
  func html() throws {
    let rows = [
      "<table class=\"a > b\">", "<tr><td rowspan=\"2\">計画</td>", "<td>取組の方針・目標内容</td><td>当年度の取組内容</td></tr>", "<tr>",
      "<td>",
      "</td>", "<td>", "<p>板を&amp;作る</p>", "</td>", "</tr>", "</table>",
    ]
    let sheet = try #require(
      try PublishedSheetImporter.read(Published.sheet(plan: rows.joined(separator: "\n"))).sheets.first
    ).sheet
    #expect(sheet.plan.policyAndTargets.isEmpty)
    #expect(sheet.plan.annualActions == "板を&作る")
  }
}
