import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("A published text in another layout is read right, or not at all")
struct MisreadingTests {
  private func read(_ lines: [String]) throws -> ImportResult {
    try PublishedSheetImporter.read(lines.joined(separator: "\n") + "\n")
  }

  private func doubts(_ lines: [String]) -> [ImportDoubt] {
    do {
      _ = try read(lines)
      return []
    } catch PublishedTextError.notSure(let doubts, _) {
      return doubts
    } catch {
      Issue.record(error)
      return []
    }
  }

  @Test(
    "a stretch of a legend or a label is never a text",
    arguments: ["①:達成見込み ②:達成でき", "ない見込み", "(ii)実施でき", "実績及び目標の達成", "※左記が「②」の場合"])
  func fragment(_ text: String) throws {
    let row = Published.openMidTerm + text
    let found = doubts([Published.sheet(midTerm: row)])
    #expect(found.contains { if case .labelInText(1, .entry(.midTermIssues), text, _) = $0 { true } else { false } })
    let written = try read([Published.sheet(midTerm: row + "の方が多い。")])
    #expect(written.sheets[0].sheet.midTermReview.issuesAndImprovements.string == text + "の方が多い。")
  }

  // MARK: One cell a line

  private func head(_ number: Int) -> [String] { ["取組項目 \(number)", "【窓口の案内その\(number)】"] }

  private func plan(_ number: Int) -> [String] {
    [
      "計画", "取組の方針・目標内容", "当年度の取組内容", "(趣旨・目的) 窓口\(number)を分かりやすくする。 (目標) ・案内板 3枚",
      "(取組の内容) ・板\(number)を作る (目標) ・3枚",
    ]
  }

  private func midTerm(_ number: Int, _ sign: String = "①", _ text: String = "—") -> [String] {
    [
      "中間振り返り", "取組内容の実施見込み", "(ⅰ)", "(ⅰ)実施見込み", "(ⅱ)実施できない見込み", Published.note, text, "目標の達成見込み", sign,
      "①:達成見込み ②:達成できない見込み",
    ]
  }

  private func final(_ number: Int) -> [String] {
    [
      "自己評価", "当年度の取組実績及び目標の達成状況", "板\(number)を3枚作った。", Published.note, "場所\(number)が足りない。", "②",
      "①:目標達成 ②:目標未達成",
    ]
  }

  private func whole(_ number: Int) -> [String] { head(number) + plan(number) + midTerm(number) + final(number) }

  private func expectWhole(_ result: ImportResult, _ numbers: [Int]) {
    #expect(result.sheets.map(\.sheet.number) == numbers)
    for sheet in result.sheets.map(\.sheet) {
      #expect(sheet.title == "窓口の案内その\(sheet.number)" && sheet.subtitle.isEmpty)
      #expect(sheet.plan.policyAndTargets.lines == ["(趣旨・目的)", "窓口\(sheet.number)を分かりやすくする。", "(目標)", "・案内板 3枚"])
      #expect(sheet.plan.annualActions.lines == ["(取組の内容)", "・板\(sheet.number)を作る", "(目標)", "・3枚"])
      #expect(sheet.midTermReview.implementationForecast?.sign == "(i)")
      #expect(sheet.midTermReview.targetForecast?.sign == "①")
      #expect(sheet.midTermReview.issuesAndImprovements.isEmpty)
      #expect(sheet.selfEvaluation.results.string == "板\(sheet.number)を3枚作った。")
      #expect(sheet.selfEvaluation.issuesAndImprovements.string == "場所\(sheet.number)が足りない。")
      #expect(sheet.selfEvaluation.achievement == .notMet)
    }
  }

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

  // MARK: Labels

  @Test("A line of a text that is like a label is a doubt, where the label itself follows")
  func labelTwice() {
    let results = ["板を1枚作った。", "課題と改善策", "実績の続きです。"]
    for issues in [["場所が足りない。"], ["—"], []] {
      let text = final(1).flatMap { $0 == "板1を3枚作った。" ? results : $0 == "場所1が足りない。" ? issues : [$0] }
      let found = doubts(head(1) + plan(1) + midTerm(1) + text)
      let isSeen = found.contains { doubt in
        if case .partOutOfOrder(1, "課題と改善策", _) = doubt { return true }
        return false
      }
      #expect(isSeen, "\(issues)")
    }
  }

  private func isUnsettled(_ doubt: ImportDoubt) -> Bool {
    if case .unsettledText = doubt { return true }
    return false
  }

  @Test("A text behind two labels can be of either, unless another sheet shows that each text is behind its label")
  func textBehindBothLabels() throws {
    func together(_ number: Int) -> [String] {
      ["自己評価", "当年度の取組実績及び目標の達成状況", Published.note, "板を3枚作った。", "②", "①:目標達成 ②:目標未達成"]
    }
    let both = [1, 2].map { head($0) + plan($0) + midTerm($0) + together($0) }
    #expect(doubts(both[0] + both[1]).filter(isUnsettled).count == 2)
    #expect(doubts(both[0]).contains(where: isUnsettled))
    let result = try read(both[0] + whole(2))
    #expect(result.sheets[0].sheet.selfEvaluation.issuesAndImprovements.string == "板を3枚作った。")
  }

  @Test("A text behind the second question can be of no field where 課題と改善策 has its own")
  func textBehindQuestions() {
    let cut = midTerm(1, "②", "板が足りないので、早めに") + ["作り直す。"]
    #expect(doubts(head(1) + plan(1) + cut + final(1)).contains(where: isUnsettled))
  }

  @Test("A label of a text that one sheet lacks is a doubt")
  func labelMissing() {
    let last = whole(2)
    for label in ["取組の方針・目標内容", "当年度の取組内容", "当年度の取組実績及び目標の達成状況"] {
      #expect(!doubts(whole(1) + last.filter { $0 != label }).isEmpty, "\(label)")
    }
    let issues = head(2) + plan(2) + midTerm(2) + final(2).filter { $0 != Published.note }
    #expect(doubts(whole(1) + issues + whole(3)).contains(.missingPart(sheet: 2, part: "自己評価 課題と改善策", line: 25)))
    #expect(!doubts(whole(1) + head(2) + plan(2) + midTerm(2).filter { $0 != Published.note } + final(2)).isEmpty)
  }

  // MARK: Texts

  @Test("A legend is never a text, however it is typed", arguments: ["(ⅰ)", "（ⅰ）", "（ｉ）", "ｉ)", "i "])
  func legends(first: String) throws {
    let second = first.replacing("ⅰ", with: "ⅱ").replacing("ｉ", with: "ｉｉ").replacing("i", with: "ii")
    for legend in [["\(first)実施見込み", "\(second)実施できない見込み"], ["\(first)実施見込み \(second)実施できない見込み"]] {
      let text =
        head(1) + plan(1) + ["中間振り返り", "取組内容の実施見込み"] + legend + [Published.note, "目標の達成見込み", "②"]
        + ["①達成見込み", "②達成できない見込み"] + final(1)
      let sheet = try #require(try read(text).sheets.first).sheet
      #expect(sheet.midTermReview.issuesAndImprovements.isEmpty)
      #expect(sheet.midTermReview.targetForecast?.sign == "②" && sheet.midTermReview.implementationForecast == nil)
    }
  }

  @Test("A sentence that mentions a label stays a sentence")
  func prose() throws {
    let line = "課題と改善策を話し合い、自己評価と計画、目標の達成見込みを見直す。"
    let text = head(1) + plan(1) + midTerm(1, "②", line) + final(1)
    #expect(try read(text).sheets.first?.sheet.midTermReview.issuesAndImprovements.string == line)
  }

  @Test("A text of the plan is no subtitle, and without its labels nothing is taken")
  func planAsSubtitle() throws {
    let text = head(1) + ["(趣旨・目的) 窓口を分かりやすくする。", "(取組の内容) ・板を作る"] + midTerm(1) + final(1)
    let result = try PublishedSheetImporter.survey(text.joined(separator: "\n"))
    #expect(result.sheets.first?.sheet.subtitle == "")
    #expect(!doubts(text).isEmpty)
  }

  @Test("Two columns that nothing tells apart are not split: they are told, and left")
  func undivided() throws {
    let mixed = ["計画", "取組の方針・目標内容", "当年度の取組内容", "窓口を分かりやすくする。", "板を作る。"]
    let result = try PublishedSheetImporter.survey((head(1) + mixed + midTerm(1) + final(1)).joined(separator: "\n"))
    let sheet = try #require(result.sheets.first).sheet
    #expect(sheet.plan.policyAndTargets.isEmpty && sheet.plan.annualActions.isEmpty)
    #expect(result.notes.map(\.reason).contains(.undividedPlan))
    #expect(result.notes.filter(\.isUnplaced).map(\.reason) == [.unplaced("窓口を分かりやすくする。"), .unplaced("板を作る。")])
  }

  @Test("Where the border between the plan's cells is lost, none of its texts is put into a column")
  func borderLost() throws {
    let lost = Published.plan.replacing("・案内板 3枚\t(取組の内容)", with: "・案内板 3枚 (取組の内容)")
    let text = Published.sheet().replacing(Published.plan, with: lost)
    #expect(text.contains(lost))
    let result = try PublishedSheetImporter.survey(text)
    let plan = try #require(result.sheets.first).sheet.plan
    #expect(plan.policyAndTargets.isEmpty && plan.annualActions.isEmpty)
    #expect(result.notes.map(\.reason).contains(.undividedPlan))
  }

  @Test("A label inside a title is a sign of a misreading")
  func labelInTitle() {
    let text = ["取組項目 1 【窓口の案内 当年度の取組実績及び目標の達成状況】"] + plan(1) + midTerm(1) + final(1)
    #expect(!doubts(text).isEmpty)
  }

  @Test("A title above its heading, and a label behind its text, are doubts")
  func backwards() {
    let titles = whole(1) + ["【窓口の案内その2】", "取組項目 2"] + plan(2) + midTerm(2) + final(2)
    #expect(!doubts(titles).isEmpty)
    let behind = head(1) + plan(1) + midTerm(1, "②", "板が足りない。 " + Published.note) + final(1)
    #expect(!doubts(behind).isEmpty)
  }

  @Test("A line that stands twice in one text stays twice")
  func twice() throws {
    let lines = ["○ 見学", "・5件", "○ 研修", "・5件"]
    let text = head(1) + plan(1) + midTerm(1).flatMap { $0 == "—" ? lines : [$0] } + final(1)
    #expect(try read(text).sheets.first?.sheet.midTermReview.issuesAndImprovements.lines == lines)
  }

  @Test("More than a fifth of the letters without a place take nothing")
  func tooMuch() {
    let stray = ["目次にない文がここに長く続いている。", "板のことでも窓口のことでもない文である。", "どこにも入らない。"]
    let found = doubts(stray + stray + whole(1))
    let isTooMuch = found.contains { doubt in
      if case .tooMuchUnplaced = doubt { return true }
      return false
    }
    #expect(isTooMuch)
  }
}
