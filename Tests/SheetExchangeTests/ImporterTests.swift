import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("Importing a published form, whatever its irregularities")
struct ImporterTests {
  private func read(_ text: String) throws -> ImportResult { try PublishedSheetImporter.read(text) }

  private func one(_ text: String) throws -> InitiativeSheet { try #require(try read(text).sheets.first).sheet }

  private func unplaced(_ text: String) throws -> [ImportNote] { try read(text).notes.filter(\.isUnplaced) }

  private func expectStandardPlan(_ sheet: InitiativeSheet) {
    #expect(sheet.plan.policyAndTargets.lines == ["(趣旨・目的)", "窓口を分かりやすくする。", "(目標)", "・案内板 3枚"])
    #expect(sheet.plan.annualActions.lines == ["(取組の内容)", "・板を作る", "(目標)", "・3枚"])
  }

  @Test("A blank form comes in whole, and a legend alone is no answer")
  func blank() throws {
    let result = try read(Published.sheet())
    let sheet = try #require(result.sheets.first).sheet
    #expect(sheet.number == 1 && sheet.title == "窓口の案内" && sheet.subtitle.isEmpty && !sheet.starred)
    expectStandardPlan(sheet)
    #expect(EntryField.allCases.allSatisfy { sheet.isBlank($0) })
    #expect(result.notes.isEmpty)
  }

  // MARK: Headings

  @Test(
    "Numbers are read as they are spaced",
    arguments: [("取組項目 1", 1), ("取組項目2", 2), ("取組項目 1 1", 11), ("取組項目１９", 19), ("　取組項目 7 ", 7)])
  func numbers(heading: String, number: Int) throws {
    #expect(try one(Published.sheet("\(heading)\n【題】\n")).number == number)
  }

  @Test("Number and title on one line, with a star behind it")
  func oneLine() throws {
    let sheet = try one(Published.sheet("取組項目5 【災害への備え】★"))
    #expect(sheet.title == "災害への備え" && sheet.starred && sheet.number == 5)
  }

  @Test("A title over two lines is joined without a blank; brackets inside it stay")
  func twoLines() throws {
    let sheet = try one(Published.sheet("取組項目 9\n\n【「近さ」を生かした\n支え合い(区政編 改革の柱1 IV-ウ)】\n"))
    #expect(sheet.title == "「近さ」を生かした支え合い(区政編 改革の柱1 IV-ウ)")
  }

  @Test("A subtitle on the next line, or behind a blank one with a circled number")
  func subtitles() throws {
    #expect(try one(Published.sheet("取組項目 2\n\n【題】\n人手を増やす\n")).subtitle == "人手を増やす")
    #expect(try one(Published.sheet("取組項目 2\n\n【題】\n\n① 仕組みを知らせる(理解を広げる)\n")).subtitle == "① 仕組みを知らせる(理解を広げる)")
    #expect(try one(Published.sheet("取組項目 2\n\n【題】  \n 前に空きのある副題\n")).subtitle == "前に空きのある副題")
  }

  @Test("The form's heading before each sheet, once, or not at all")
  func formHeading() throws {
    let heading = PrintedForm.heading
    let text =
      "\n\(heading)\n\n" + Published.sheet() + "\n\(heading)\n\n" + Published.sheet("取組項目2\n【二】\n")
      + Published.sheet("取組項目3\n【三】\n")
    let result = try read(text)
    #expect(result.sheets.map(\.sheet.number) == [1, 2, 3])
    #expect(result.notes.isEmpty)
    for imported in result.sheets { expectStandardPlan(imported.sheet) }
  }

  @Test("Roman numerals in ASCII and as one character stay as printed")
  func roman() throws {
    #expect(try one(Published.sheet("取組項目7\n【題(柱1 Ⅲ-イ)】\n")).title == "題(柱1 Ⅲ-イ)")
    #expect(try one(Published.sheet("取組項目7\n【題(柱1 II-イ)】\n")).title == "題(柱1 II-イ)")
  }

  // MARK: The plan

  @Test("計画 missing, or on the second row")
  func planLabel() throws {
    let missing = "取組の方針・目標内容\t当年度の取組内容\n(趣旨・目的) 窓口を分かりやすくする。 (目標) ・案内板 3枚\t(取組の内容) ・板を作る (目標) ・3枚"
    expectStandardPlan(try one(Published.sheet(plan: missing)))
    let second = "取組の方針・目標内容\t\t当年度の取組内容\n計画\t(趣旨・目的) 窓口を分かりやすくする。 (目標) ・案内板 3枚\t(取組の内容) ・板を作る (目標) ・3枚"
    expectStandardPlan(try one(Published.sheet(plan: second)))
  }

  @Test("Header cells joined with their text, stray empty columns and a Markdown rule row")
  func joinedHeader() throws {
    let joined =
      "計画\t取組の方針・目標内容 (趣旨・目的) 窓口を分かりやすくする。 (目標) ・案内板 3枚\t\t当年度の取組内容 (取組の内容) ・板を作る (目標) ・3枚\n----\t---\t---"
    expectStandardPlan(try one(Published.sheet(plan: joined)))
    #expect(try unplaced(Published.sheet(plan: joined)).isEmpty)
  }

  @Test("Several rows, rows whose right cell is empty, and a row one cell to the left")
  func rows() throws {
    let plan =
      "計画\t取組の方針・目標内容\t当年度の取組内容\n\t(趣旨・目的) 支える。\t\n\t(取組の概要) ③ 場をつくる ・開く\t(取組の内容) ③ 場をつくる\n(目標) ・5件\t(目標) ・5件\t"
    let result = try read(Published.sheet(plan: plan))
    let sheet = try #require(result.sheets.first).sheet
    #expect(sheet.plan.policyAndTargets.lines == ["(趣旨・目的)", "支える。", "(取組の概要)", "③ 場をつくる", "・開く", "(目標)", "・5件"])
    #expect(sheet.plan.annualActions.lines == ["(取組の内容)", "③ 場をつくる", "(目標)", "・5件"])
    #expect(result.notes.map(\.reason) == [.movedCells])
  }

  @Test("Paragraph tags are lines, a subscript joins its word, 【】 in a plan is no title")
  func markup() throws {
    let plan =
      "計画\t取組の方針・目標内容\t当年度の取組内容\n\t<p>(目標) CO <sub>2</sub> 排出量 7%減 【参考】前年度 8%</p> <p>○ 件数 【平成31年度】 ・81%以上</p>\t<p>なし</p>"
    let sheet = try one(Published.sheet(plan: plan))
    #expect(
      sheet.plan.policyAndTargets.lines == ["(目標)", "CO2排出量 7%減", "【参考】前年度 8%", "○ 件数", "【平成31年度】", "・81%以上"])
  }

  @Test("Circled numbers are content: kept, not renumbered, not taken for answers")
  func circled() throws {
    let plan = "計画\t取組の方針・目標内容\t当年度の取組内容\n\t④ 始める ・話す ⑧ 続ける\t② 見直す"
    let sheet = try one(Published.sheet(plan: plan))
    #expect(sheet.plan.policyAndTargets.lines == ["④ 始める", "・話す", "⑧ 続ける"])
    #expect(sheet.plan.annualActions.lines == ["② 見直す"])
    #expect(sheet.midTermReview.targetForecast == nil)
  }

  @Test("A middle dot inside a word begins no line")
  func middleDot() {
    #expect(PlanText.withLineBreaks("備品・消耗品を ワーク・ライフ・バランスに 安全・安心") == "備品・消耗品を ワーク・ライフ・バランスに 安全・安心")
    #expect(PlanText.withLineBreaks("行う。 次に進む。(2件) ②二つ目") == "行う。\n次に進む。(2件)\n②二つ目")
    #expect(PlanText.withLineBreaks("項目12③のとおり") == "項目12③のとおり")
  }

  // MARK: The whole

  @Test("A block printed as an HTML table as well is read once")
  func htmlTable() throws {
    let table =
      "\t<table border=\"1\"> <tr> <td rowspan=\"2\" style=\"writing-mode: vertical-rl;\">中間振り返り</td> <td>取組内容の実施見込み</td> <td>(i)実施見込み (ii)実施できない見込み</td> <td rowspan=\"2\">\(Published.note)</td> </tr> <tr> <td>目標の達成見込み</td> <td>①:達成見込み ②:達成できない見込み</td> </tr> </table>\t\t"
    let result = try read(Published.sheet(midTerm: table + "\n" + Published.openMidTerm))
    #expect(try #require(result.sheets.first).sheet.state(of: .midTerm) == .notEntered)
    #expect(result.notes.allSatisfy { $0.reason == .repeatedRow })
    expectStandardPlan(try #require(result.sheets.first).sheet)
  }

  @Test("Ward and year are taken from the text and told as guesses")
  func wardAndYear() throws {
    let text = Published.sheet(plan: Published.plan + "令和元年度 住吉区で 令和元年度 平成30年度")
    let result = try read(text)
    #expect(result.ward == "住吉区" && result.fiscalYear?.year == 2019)
    #expect(result.notes.count == 2)
    #expect(OsakaWards.named(in: "西淀川区の窓口") == ["西淀川区"])
    #expect(OsakaWards.named(in: "各地区と北区") == ["北区"])
    #expect(OsakaWards.romaji(of: "天王寺区") == "tennoji")
  }

  @Test("What stands above the first sheet says more than what the sheets speak of")
  func heading() throws {
    let body = Published.sheet(plan: Published.plan + "平成30年度 平成30年度 旭区 住吉区")
    let result = try read("天王寺区 令和元年度\n" + body)
    #expect(result.ward == "天王寺区" && result.fiscalYear?.year == 2019)
    #expect(result.heading.wards == ["天王寺区"] && result.heading.fiscalYear?.year == 2019)
    #expect(result.wards == ["天王寺区", "旭区", "住吉区"])
    let plain = try read(body)
    #expect(plain.ward == nil && plain.heading == ImportResult.Heading() && plain.fiscalYear?.year == 2018)
  }

  @Test("Two sheets of one number are both read, and told")
  func sameNumber() throws {
    let result = try read(Published.sheet() + Published.sheet())
    #expect(result.sheets.count == 2)
    #expect(result.notes.map(\.reason) == [.repeatedNumber])
  }

  @Test("What is no form has no sheets", arguments: ["", "ただの文", "a,b,c\n1,2,3\n", "取組項目はこちら\n"])
  func noForm(text: String) {
    #expect(throws: PublishedTextError.noSheets) { try PublishedSheetImporter.read(text) }
  }
}
