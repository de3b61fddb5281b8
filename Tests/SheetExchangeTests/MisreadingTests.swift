import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("A published text in another layout is read right, or not at all")
struct MisreadingTests: CellLines {
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

  @Test(
    "A note, a legend or a name with a letter misread is no text",
    arguments: [
      "※左記が「②」の場合は必順", "※左記か「②」の場合は必須", "*左記が「②」の場合は必須", "※右記が「②」の場合は必須", "※左記が「②」の場合は記入必須", "※左記が「」の場合は必須",
      "② ①:目標達成 ?:目標未達成", "② ①:目標達", "② ①:目標達成 ②:目標未達", "② ②:目標未達成", "② ①;目標達成 ②;目標未達成", "② ①:日標達成 ②:日標未達成",
      "② ①...目標達成 ②...目標未達成", "①:達成見込み ②:達できない見込み", "・実施見込み (ii)実施できない見込み", "中間振り返", "自己評", "— ① ①:目標達成 ②:目標",
    ])
  func misprinted(line: String) {
    let text = head(1) + plan(1) + midTerm(1) + final(1).flatMap { $0 == "場所1が足りない。" ? [$0, line] : [$0] }
    let isSeen = doubts(text).contains { doubt in
      if case .labelInText(1, .entry(.selfEvaluationIssues), _, _) = doubt { return true }
      return false
    }
    #expect(isSeen)
  }

  @Test(
    "A sentence with the form's words stays a sentence",
    arguments: [
      "目標達成に向けて、目標の未達成の原因を調べる。", "① 目標達成のため、実施見込みを立て直す。", "達成見込みは立っているが、達成できない見込みの事業もある。", "自己評価の結果を踏まえる。",
      "※ 必要な場合は必ず連絡する。", "課題と改善点", "中間の振り返りをする", "・実施できない見込みの講座は、別の形で行う。", "目標は達成", "左記の取組は必須である。",
    ])
  func prose(line: String) throws {
    let text = head(1) + plan(1) + midTerm(1) + final(1).flatMap { $0 == "場所1が足りない。" ? [$0, line] : [$0] }
    #expect(try read(text).sheets.first?.sheet.selfEvaluation.issuesAndImprovements.lines == ["場所1が足りない。", line])
  }

  @Test("A sheet without title or plan among others that have one is a doubt")
  func partMissing() {
    let texts = plan(2).suffix(2)
    for lost in [["【窓口の案内その2】"], Array(texts)] {
      #expect(!doubts(whole(1) + whole(2).filter { !lost.contains($0) } + whole(3)).isEmpty, "\(lost)")
    }
  }

  @Test("A cell that begins with a quote and does not close it is a doubt")
  func openQuote() {
    let text = Published.sheet().replacing("\t(取組の内容)", with: "\t\"(取組の内容)")
    #expect(doubts([text]).contains(.unclosedMarkup("\"", line: 6)))
  }

  @Test("Two sheets of one number that say different things are a doubt, and so are heads of several wards")
  func twoForms() {
    let other = whole(1).map { $0 == "板1を3枚作った。" ? "板を9枚作った。" : $0 }
    #expect(doubts(whole(1) + other).contains(.differentSheets(number: 1, line: 25)))
    #expect(doubts(["北区"] + whole(1) + ["都島区"] + whole(2)).contains(.severalWards(["北区", "都島区"])))
    #expect(doubts(["北区"] + whole(1) + ["北区"] + whole(2)).isEmpty)
  }

  @Test("A cut legend is no answer, and what an export writes besides the form is no text")
  func cutLegend() {
    let cut = midTerm(1).flatMap {
      $0 == "(ⅰ)" ? [] : $0.hasPrefix("(ⅰ)") ? ["(i)実施見込み (i"] : $0.hasPrefix("(ⅱ)") ? [] : [$0]
    }
    let result = try? read(head(1) + plan(1) + cut + final(1))
    #expect(result?.sheets.first?.sheet.midTermReview.implementationForecast == nil)
    for line in ["目次へ", "furikaeri 1 sheet 2019 13 7cbd 天王寺区"] {
      let text = final(1).flatMap { $0 == "場所1が足りない。" ? [$0, line] : [$0] }
      #expect(!doubts(head(1) + plan(1) + midTerm(1) + text).isEmpty)
    }
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
  func labelInSentence() throws {
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
