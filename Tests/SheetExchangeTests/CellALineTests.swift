import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("A text with one cell a line is read by its labels, its pages and its headings")
struct CellALineTests: CellLines {
  @Test("One cell a line, the labels say what belongs where")
  func cells() throws { expectWhole(try read(whole(1) + whole(2)), [1, 2]) }

  @Test("A whole page on one line, and all pages on one line")
  func oneLine() throws {
    expectWhole(try read((1...3).map { whole($0).joined(separator: " ") }), [1, 2, 3])
    expectWhole(try read([(1...3).flatMap(whole).joined(separator: " ")]), [1, 2, 3])
  }

  @Test("A self-evaluation before the heading belongs to the sheet behind it")
  func evaluationFirst() throws {
    let text = (1...3).flatMap { final($0) + head($0) + plan($0) + midTerm($0) }
    expectWhole(try read(text), [1, 2, 3])
  }

  @Test("Where a self-evaluation can be of two sheets nothing is taken")
  func unsettled() {
    let first = final(1) + head(1) + plan(1) + midTerm(1) + final(2) + head(2) + plan(2) + midTerm(2)
    #expect(!doubts(first + whole(3)).isEmpty)
    #expect(!doubts(Array(first.dropFirst(final(1).count))).isEmpty)
    #expect(!doubts(final(9) + whole(1) + whole(2)).isEmpty)
  }

  @Test("A sheet goes on over a page, with its heading again, page numbers and running heads between")
  func pages() throws {
    let top = ["【様式3】", "令和元年度 天王寺区"]
    for again in [head(1), ["取組項目 1(続き)"], []] {
      let text =
        top + head(1) + plan(1) + ["- 1 -", "\u{0C}" + top[0], top[1]] + again + midTerm(1) + final(1) + ["- 2 -"] + top
        + whole(2) + ["3"]
      let result = try read(text)
      expectWhole(result, [1, 2])
      #expect(result.notes.filter(\.isUnplaced).isEmpty)
    }
  }

  @Test("A line like a page's number or head is told where it stands in the middle of a sheet, once for each kind")
  func pageLines() throws {
    let lines = ["板を1枚作った。", "様式3", "板を2枚作った。", "3頁", "板を3枚作った。", "4頁", "板を4枚作った。"]
    let text = head(1) + plan(1) + midTerm(1) + final(1).flatMap { $0 == "板1を3枚作った。" ? lines : [$0] }
    let result = try read(text + ["- 1 -"] + whole(2))
    #expect(result.notes.map(\.reason) == [.pageLine("様式3", count: 1), .pageLine("3頁", count: 2)])
    #expect(result.notes.map(\.line) == [21, 23])
  }

  @Test("On a sheet's next page only the whole title is its head: a line that is a part of it is text")
  func titleAgain() throws {
    let first = head(1) + plan(1) + midTerm(1) + ["自己評価", "当年度の取組実績及び目標の達成状況", "板を1枚作った。"]
    let rest = ["②", "①:目標達成 ②:目標未達成", Published.note, "場所が足りない。"]
    for again in [["窓口の案内"], ["【窓口の案内その1】", "窓口の案内"], ["【窓口の", "案内その1】", "案内"]] {
      let result = try read(first + ["\u{0C}取組項目 1(続き)"] + again + rest)
      let wanted = again.last.map { ["板を1枚作った。", $0] } ?? []
      let told = result.notes.filter(\.isUnplaced).map(\.reason)
      let results = try #require(result.sheets.first).sheet.selfEvaluation.results.lines
      #expect(results == wanted || told == [.unplaced(again[again.count - 1])], "\(again) \(results) \(told)")
    }
  }

  @Test("A page of contents makes no sheets; an entry whose sheet is nowhere is a doubt")
  func contents() throws {
    let list = ["目次", "取組項目 1 窓口の案内その1 …… 2", "取組項目 2 窓口の案内その2 …… 3"]
    expectWhole(try read(list + whole(1) + whole(2)), [1, 2])
    #expect(doubts(list + whole(1)).contains(.emptySheet(number: 2, line: 3)))
  }

  @Test(
    "What hides a stretch of a web page and does not surely end is a doubt",
    arguments: ["<!-- a", "<style>", "<script>", "<title>", "<!-- a <td> <!-- b -->", "<title><td>a</td></title>"])
  func unclosed(markup: String) {
    func page(_ part: String) -> [String] {
      ["<table>"]
        + [1, 2].flatMap { number in
          whole(number).map { "<tr><td>\($0)</td></tr>" } + (number == 1 ? [part] : [])
        } + ["</table>"]
    }
    #expect(doubts(page("<!-- a --><style>td</style>")).isEmpty)
    let isSeen = doubts(page(markup)).contains { doubt in
      if case .unclosedMarkup = doubt { return true }
      return false
    }
    #expect(isSeen)
  }

  // MARK: Headings

  @Test(
    "Headings as other hands type them",
    arguments: [
      "取組項目７", "取組項目⑦", "【取組項目7】", "[取組項目 7]", "取組項目№7", "取組項目 No.7", "取組項目第7", "■取組項目7", "取り組み項目 7", "## 取組項目 7",
      "取組項目 7:",
    ])
  func headings(heading: String) throws {
    for title in ["【題】", "題"] {
      let separate = try read([heading, title] + plan(7) + midTerm(7) + final(7))
      #expect(separate.sheets.map(\.sheet.number) == [7] && separate.sheets.first?.sheet.title == "題")
      let sameLine = try read([heading + " " + title] + plan(7) + midTerm(7) + final(7))
      #expect(sameLine.sheets.map(\.sheet.number) == [7] && sameLine.sheets.first?.sheet.title == "題")
    }
  }

  @Test(
    "A heading that cannot be read takes nothing with it", arguments: ["取組頂目 2", "2 窓口の案内", "取組項目?2", "【窓口の案内その2】"])
  func unreadHeading(heading: String) {
    let text = whole(1) + [heading] + plan(2) + midTerm(2) + final(2) + whole(3)
    #expect(!doubts(text).isEmpty)
  }

  @Test("A reference to another sheet at a line's start is text")
  func references() throws {
    for line in ["取組項目2の再掲", "取組項目2(再掲)", "取り組み項目 2 と同じ板"] {
      let text = head(1) + plan(1) + midTerm(1, "②", line) + final(1)
      #expect(try read(text).sheets.first?.sheet.midTermReview.issuesAndImprovements.string == line)
    }
  }

  @Test("A gap in the numbers is told; with a title of another sheet nothing is taken")
  func gap() throws {
    let result = try read(whole(1) + whole(2) + whole(4))
    #expect(result.notes.map(\.reason) == [.numberGap(next: 4)])
    #expect(result.notes.map(\.sheet) == [2])
    #expect(!doubts(whole(1) + head(2) + ["【窓口の案内その3】"] + plan(3) + midTerm(3) + final(3) + whole(4)).isEmpty)
    #expect(!doubts(whole(1) + head(2) + ["(区政編 改革の柱1)】"] + plan(3) + midTerm(3) + final(3) + whole(4)).isEmpty)
  }
}
