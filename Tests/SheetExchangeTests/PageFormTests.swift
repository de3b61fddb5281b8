import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetExchange

@Suite("The official form as a page")
struct PageFormTests {
  private static let header = FiscalYear(2019).map { BookHeader(ward: "旭区", fiscalYear: $0) }

  private func page(_ sheets: [InitiativeSheet], header: BookHeader? = header, item: String? = nil) throws -> String {
    let header = try #require(header)
    let exported = sheets.map { ExportedSheet(sheet: $0, version: "") }
    let content = ExportContent(books: [ExportedBook(header: header, sheets: exported)], itemTitle: item)
    return try #require(ExportFormat.html.output(content)).text
  }

  private func sheet(_ change: (inout InitiativeSheet) -> Void = { _ in }) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: 3, title: "窓口の案内")
    change(&sheet)
    return sheet
  }

  /// What stands between two tags, by the beginning of the first.
  private func part(_ page: String, from start: String, to end: String) throws -> String {
    let first = try #require(page.firstRange(of: start))
    let rest = page[first.upperBound...]
    return String(rest[..<(try #require(rest.firstRange(of: end))).lowerBound])
  }

  @Test("A sheet stands in the form's three tables with its labels, signs, legends and texts")
  func form() throws {
    let page = try page([
      sheet {
        $0.subtitle = "来庁者の案内"
        $0.starred = true
        $0.plan = Plan(policyAndTargets: "(目標)\n・案内板 3枚", annualActions: "板を作る。")
        $0.midTermReview = MidTermReview(
          implementationForecast: .willBeCarriedOut, targetForecast: .willNotBeMet, issuesAndImprovements: "遅れている。")
        $0.selfEvaluation.printedRequirement = "③"
      }
    ])
    let columns =
      "<colgroup><col class=\"c1\"><col class=\"c2\"><col class=\"c3\"><col class=\"c4\"></colgroup>"
    let expected = """
      <section class="sheet large" id="sheet-1" aria-labelledby="title-1">
      <table class="frame" role="presentation">
      <thead><tr><td>
      <p class="book"><span>「市政改革プラン2.0」に基づく取組等</span> <span>旭区 2019年度(令和元年度)</span></p>
      <h1 class="title" id="title-1"><span class="item">取組項目 3</span> \
      <span class="name">【窓口の案内】<span class="star">★</span></span></h1>
      <p class="subtitle">来庁者の案内</p>
      </td></tr></thead>
      <tbody><tr><td>
      <table class="part">
      \(columns)
      <thead><tr><th class="part" scope="col">計画</th><th class="label" scope="col" colspan="2">取組の方針・目標内容</th>\
      <th class="label" scope="col">当年度の取組内容</th></tr></thead>
      <tbody><tr><td class="under"></td><td colspan="2" data-label="取組の方針・目標内容"><p>(目標)</p>
      <p class="listed">・案内板 3枚</p></td><td data-label="当年度の取組内容"><p>板を作る。</p></td></tr></tbody>
      </table>
      <table class="part">
      \(columns)
      <thead><tr><th class="part" scope="col">中間振り返り</th><th class="asked" scope="row">取組内容の実施見込み</th>\
      <td class="choice"><span class="sign">(i)</span> \
      <span class="legend"><b>(i)実施見込み</b> <span>(ii)実施できない見込み</span></span></td>\
      <th class="label" scope="col">課題と改善策 ※左記が「②」の場合は必須</th></tr></thead>
      <tbody><tr><td class="under"></td><th class="asked" scope="row">目標の達成見込み</th>\
      <td class="choice"><span class="sign">②</span> \
      <span class="legend"><span>①:達成見込み</span> <b>②:達成できない見込み</b></span></td>\
      <td data-label="課題と改善策 ※左記が「②」の場合は必須"><p>遅れている。</p></td></tr></tbody>
      </table>
      <table class="part">
      \(columns)
      <thead><tr><th class="part" scope="col">自己評価</th>\
      <th class="label" scope="col" colspan="2">当年度の取組実績及び目標の達成状況</th>\
      <th class="label" scope="col">課題と改善策 ※左記が「③」の場合は必須</th></tr></thead>
      <tbody><tr><td class="under"></td><td colspan="2" data-label="当年度の取組実績及び目標の達成状況"><div class="text"></div>
      <div class="choice"><span class="sign"></span> \
      <span class="legend"><span>①:目標達成</span> <span>②:目標未達成</span></span></div></td>\
      <td data-label="課題と改善策 ※左記が「③」の場合は必須"></td></tr></tbody>
      </table>
      </td></tr></tbody>
      </table>
      </section>
      """
    let section = try part(page, from: "<main>\n", to: "\n</main>")
    #expect(section == expected, "\(section)")
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"ja\">\n") && page.hasSuffix("</html>\n"))
    #expect(page.contains("<title>取組項目 3 【窓口の案内】 旭区 2019年度(令和元年度)</title>"))
    #expect(!page.contains("id=\"contents\""))
  }

  @Test("— stands where ① was chosen and nothing is written, and nowhere else")
  func nothing() throws {
    func dashes(_ change: (inout InitiativeSheet) -> Void) throws -> Int {
      try page([sheet(change)]).components(separatedBy: "<p>—</p>").count - 1
    }
    #expect(try dashes { _ in } == 0)
    #expect(try dashes { $0.midTermReview.targetForecast = .willBeMet } == 1)
    #expect(try dashes { $0.selfEvaluation.achievement = .met } == 1)
    #expect(
      try dashes { $0.midTermReview = MidTermReview(targetForecast: .willBeMet, issuesAndImprovements: " 　\n") } == 1)
    #expect(
      try dashes { $0.midTermReview = MidTermReview(targetForecast: .willBeMet, issuesAndImprovements: "文") } == 0)
    #expect(try dashes { $0.midTermReview.implementationForecast = .willBeCarriedOut } == 0)
  }

  @Test("Several sheets have a list of contents that leads to each, with its signs; one item of many wards says whose")
  func contents() throws {
    var other = sheet { $0.midTermReview.targetForecast = .willNotBeMet }
    other.number = 4
    let page = try page([sheet(), other])
    #expect(page.components(separatedBy: "<h1>").count == 2 && page.components(separatedBy: "<h2 ").count == 3)
    let contents = try part(page, from: "<nav", to: "</nav>")
    for place in 1...2 {
      #expect(contents.contains("<a href=\"#sheet-\(place)\">窓口の案内</a>") && page.contains("id=\"sheet-\(place)\""))
    }
    #expect(contents.contains("<td class=\"mark\">②</td>"))
    let item = try self.page([sheet(), other], item: "窓口")
    #expect(item.contains("<h1>題名に「窓口」とある取組項目</h1>"))
    #expect(item.contains("<a href=\"#sheet-1\">旭区 2019年度(令和元年度) 窓口の案内</a>"))
  }

  @Test("No text becomes a tag, drives anything or loads anything, wherever it stands")
  func hostile() throws {
    let evil = "</td></table></title></style>--><script>alert(1)</script>&amp;\"'<img src=x>\u{202E}\u{1B}\u{0}\u{9B}"
    var header = try #require(PageFormTests.header)
    header.ward = evil
    header.title = evil
    let text = LongText(evil)
    let sheet = sheet {
      $0.title = evil
      $0.subtitle = evil
      $0.plan = Plan(policyAndTargets: text, annualActions: text)
      $0.midTermReview = MidTermReview(issuesAndImprovements: text, printedRequirement: evil)
      $0.selfEvaluation = SelfEvaluation(results: text, issuesAndImprovements: text, printedRequirement: evil)
    }
    for page in [try page([sheet], header: header), try page([sheet, sheet], header: header, item: evil)] {
      #expect(
        page.contains(
          "&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;'&lt;img src=x&gt;&lt;U+202E&gt;␛␀&lt;9B&gt;"))
      for tag in ["<script", "<img", "url(", "http", "@import", "<link", "<iframe"] { #expect(!page.contains(tag)) }
      #expect(
        page.components(separatedBy: "</style>").count == 2 && page.components(separatedBy: "</title>").count == 2)
      #expect(page.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) || $0 == "\n" })
      let opened = page.components(separatedBy: "<table").count
      #expect(opened == page.components(separatedBy: "</table>").count)
    }
  }

  @Test("The parts of an emoji stay together")
  func emoji() throws {
    let page = try page([sheet { $0.plan.policyAndTargets = "👨‍👩‍👧" }])
    #expect(page.unicodeScalars.contains("\u{200D}") && !page.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test("The longer a sheet is, the smaller are its letters, and never too small to read")
  func sizes() {
    func size(_ lines: Int) -> PageFormSize {
      PageFormSize(sheet { $0.plan.policyAndTargets = LongText(lines: Array(repeating: "文", count: lines)) })
    }
    #expect([1, 18, 22, 25, 60].map { size($0) } == [.large, .middle, .small, .least, .middle])
    #expect(PageFormSize.allCases.allSatisfy { $0.points >= 8 })
    for size in PageFormSize.allCases {
      let points = "\(size.points)".replacingOccurrences(of: ".0", with: "")
      #expect(PageForm.style.contains(".sheet.\(size.rawValue) { font-size: \(points)pt; }"))
    }
  }

  // MARK: The shipped books

  /// What a reader sees of a page: tags gone, references read.
  private func seen(_ html: String) -> String {
    html.replacing(/<[^>]*>/, with: "").replacingOccurrences(of: "&lt;", with: "<")
      .replacingOccurrences(of: "&gt;", with: ">").replacingOccurrences(of: "&quot;", with: "\"")
      .replacingOccurrences(of: "&amp;", with: "&")
  }

  @Test("Every text of the shipped sheets stands on the page and in the text once, in the form's order")
  func everything() throws {
    var sheets = 0
    for name in ["tennoji-2019", "unnamed-ward-2019"] {
      let book = try BookFolder(path: "\(packageFolder)/Data/\(name)").load()
      for stored in book.sheets {
        let sheet = stored.sheet
        let content = ExportContent(
          books: [ExportedBook(header: book.header, sheets: [ExportedSheet(sheet: sheet, version: "")])])
        let html = try #require(ExportFormat.html.output(content)).text
        let text = try #require(ExportFormat.text.output(content)).text
        let lines =
          [SheetField.policyAndTargets, .annualActions].map { sheet.text(of: $0) }
          + EntryField.allCases.filter { !$0.isChoice }.map { sheet.text(of: $0) }
        try expect(lines, in: seen(try part(html, from: "<main>", to: "</main>")))
        try expect(lines.map { LongText(lines: $0.lines.map { $0.isEmpty ? "" : "  " + $0 }) }, in: text)
        sheets += 1
      }
    }
    #expect(sheets == 28)
  }

  /// Whether texts stand in a whole one behind the other, each once.
  private func expect(_ texts: [LongText], in whole: String) throws {
    var rest = whole[...]
    for text in texts where !text.isEmpty {
      let found = try #require(rest.firstRange(of: text.string), "\(text.string)")
      #expect(text.lines.count == 1 || whole.components(separatedBy: text.string).count == 2)
      rest = rest[found.upperBound...]
    }
  }
}
