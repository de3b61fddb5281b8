import Foundation
import InitiativeModel
import SheetExchange
import TestSupport
import Testing

@testable import SheetWorkbook

@Suite("A workbook is written and read back")
struct RoundTripTests {
  @Test("Nothing of the books that ship is lost", arguments: Workbooks.books)
  func books(_ name: String) throws {
    let book = try Workbooks.exported(name)
    let returned = try WorkbookReader.read(Workbooks.bytes([book]))
    #expect(returned.ward == (book.header.ward.isEmpty ? nil : book.header.ward))
    #expect(returned.fiscalYear == book.header.fiscalYear)
    let pages = book.sheets.map { $0.sheet.number < 10 ? "シート「項目0\($0.sheet.number)」" : "シート「項目\($0.sheet.number)」" }
    #expect(returned.sheets == zip(book.sheets, pages).map { Workbooks.returned($0, place: $1) })
    #expect(returned.unplaced.isEmpty)
  }

  /// Texts that programs on the way could take for something else, or change.
  static let texts = [
    "=1+1", "+81", "-5", "@SUM(A1)", "＝合計", "'quoted", "85%", "1.10", "2019/4/1", "TRUE", "００１", " 前後の空白 ",
    "\u{3000}全角",
    "終わりの改行\n", "\n始めの改行", "途中の\n\n空行", "\t タブ", "<b>&amp;</b>", "\"引用\"", "_x000D_ と _x005F_", "_x0041_x0042_",
    "_xzzzz_ _x00", "ベル\u{7}と\u{1B}[31m", "零\u{0}です", "\u{FFFE}\u{FFFF}", "か\u{3099} が", "👨‍👩‍👧 𠮟る 🇯🇵", "\u{2028}\u{85}行",
    "—", "①", "②だけ", "取組項目 3 の再掲", "計画 中間振り返り", "課題と改善策 について", "furikaeri", " ", "\u{3000}\n\u{3000}", "&CHeader &P",
  ]

  @Test("A text comes back character by character", arguments: texts)
  func text(_ text: String) throws {
    var sheet = InitiativeSheet(number: 7, title: "題名", subtitle: text.filter { $0 != "\n" }, starred: true)
    sheet.plan = Plan(policyAndTargets: LongText(text), annualActions: LongText("a" + text))
    sheet.midTermReview.issuesAndImprovements = LongText(text)
    sheet.selfEvaluation.results = LongText(text)
    sheet.selfEvaluation.issuesAndImprovements = LongText(text + "。")
    let returned = try WorkbookReader.read(Workbooks.bytes(sheet)).sheets
    let exported = ExportedSheet(sheet: sheet, version: "0123456789abcdef")
    #expect(returned == [Workbooks.returned(exported, place: "シート「項目07」")])
  }

  @Test(
    "Every choice comes back", arguments: [nil, ChoiceOrdinal.first, .second], [nil, ChoiceOrdinal.first, .second])
  func choices(_ one: ChoiceOrdinal?, _ other: ChoiceOrdinal?) throws {
    var sheet = InitiativeSheet(number: 120, title: "【二重】の括弧★")
    sheet.setChoice(one, of: .implementationForecast)
    sheet.setChoice(other, of: .targetForecast)
    sheet.setChoice(one, of: .achievement)
    sheet.midTermReview.printedRequirement = "③"
    let returned = try WorkbookReader.read(Workbooks.bytes(sheet)).sheets
    let exported = ExportedSheet(sheet: sheet, version: "0123456789abcdef")
    #expect(returned == [Workbooks.returned(exported, place: "シート「項目120」")])
  }

  @Test("A text as long as a cell may be comes back; a longer one is refused")
  func longTexts() throws {
    let most = String(repeating: "長い文章。\n", count: 5461) + "終"
    #expect(most.utf16.count == WorkbookLimits.cellLength)
    var sheet = InitiativeSheet(number: 1, title: "題名")
    sheet.selfEvaluation.results = LongText(most)
    #expect(try WorkbookReader.read(Workbooks.bytes(sheet)).sheets[0].texts[.entry(.results)] == LongText(most))
    sheet.selfEvaluation.results = LongText(most + "り")
    let error = #expect(throws: WorkbookError.self) { try Workbooks.bytes(sheet) }
    #expect(error?.sentence.contains("天王寺区取組項目1の「自己評価 当年度の取組実績及び目標の達成状況」は32768字") == true)
  }

  @Test("The books of many wards have worksheets with the ward's name, all of them legal and different")
  func wards() throws {
    let sheets = [1, 2].map { ExportedSheet(sheet: InitiativeSheet(number: $0, title: "題名"), version: "v") }
    let names = [
      "北区", "", "北区", "a/b:c*d?[e]'f\\", String(repeating: "長", count: 40), String(repeating: "長", count: 41),
    ]
    let books = try names.map {
      ExportedBook(header: BookHeader(ward: $0, fiscalYear: try Workbooks.year(2019)), sheets: sheets)
    }
    let bytes = try Workbooks.bytes(books)
    let pages = try TestBook(bytes).pages.map(\.name)
    #expect(pages.count == 13 && Set(pages.map { $0.lowercased() }).count == 13)
    #expect(pages.allSatisfy { $0.utf16.count <= 31 })
    #expect(Array(pages.prefix(6)) == ["一覧", "北区 01", "北区 02", "(区名の記載なし) 01", "(区名の記載なし) 02", "北区 01 (2)"])
    let error = #expect(throws: ReturnedFileError.self) { try WorkbookReader.read(bytes) }
    guard case .severalBooks(let wards)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(wards.first == "北区 令和元年度" && wards.count == 5)
  }

  @Test("References to worksheets are quoted, as Excel repairs a workbook in which one that needs it is not")
  func references() throws {
    let bytes = try Workbooks.bytes([Workbooks.exported("unnamed-ward-2019")])
    let archive = try Result { try bytes.withUnsafeBytes { try Archive($0).content(of: "xl/workbook.xml") } }.get()
    let text = String(decoding: try #require(archive), as: UTF8.self)
    let names = text.split(separator: "</definedName>").dropLast().compactMap { $0.split(separator: ">").last }
    #expect(names.count == 10 && names.allSatisfy { $0.hasPrefix("'") }, "\(names)")
  }
}
