import Foundation
import InitiativeModel
import TestSupport
import Testing

@Suite("Years in a plan that is carried over")
struct YearMoveTests {
  /// Moves a text of 2019's book on into 2020's.
  private func move(_ text: String, to year: Int = 2020) throws -> YearMove {
    YearMove(LongText(text), from: try #require(FiscalYear(2019)), to: try #require(FiscalYear(year)))
  }

  @Test(
    "The book's own year is moved on where it is a label, in the style in which it is written",
    arguments: [
      ("【令和元年度】", "【令和2年度】"), ("【平成31年度】", "【令和2年度】"), ("【平成３１年度】", "【令和２年度】"),
      ("【平成 31 年度】", "【令和 2 年度】"), ("【2019年度】", "【2020年度】"), ("【２０１９年度】", "【２０２０年度】"),
      ("【H31年度】", "【R2年度】"), ("【Ｒ１年度】", "【Ｒ２年度】"), ("【R元年度】", "【R2年度】"), ("【㍻31年度】", "【㋿2年度】"),
      ("【令和１年度】", "【令和２年度】"), ("目標(令和元年度)", "目標(令和2年度)"), ("(取組の内容)(令和元年度)", nil),
      ("当年度の取組内容(平成31年度)", "当年度の取組内容(令和2年度)"), ("(令和元年度)", "(令和2年度)"), ("令和元年度", "令和2年度"),
      ("○令和元年度の取組", "○令和2年度の取組"), ("■ 令和元年度:", "■ 令和2年度:"), ("令和元年度の目標", "令和2年度の目標"),
      ("○ 創出件数【令和元年度】", "○ 創出件数【令和2年度】"),
    ] as [(String, String?)])
  func label(text: String, moved: String?) throws {
    #expect(try move(text).text.string == moved ?? text)
  }

  @Test(
    "In the target part the year of a target is moved on, before 目標 or before a figure",
    arguments: [
      ("1,200万円の確保(令和元年度)", "1,200万円の確保(令和2年度)"),
      ("介護保険料 令和元年度目標収納率 98.0%", "介護保険料 令和2年度目標収納率 98.0%"),
      ("国保 令和元年度目標 91% 介護 令和元年度目標 98%", "国保 令和2年度目標 91% 介護 令和2年度目標 98%"),
      ("検証をした所属の割合令和元年度 100%", "検証をした所属の割合令和2年度 100%"),
      ("令和元年度:85%以上", "令和2年度:85%以上"), ("排出量(25年度比) 令和元年度 7.2%減", "排出量(25年度比) 令和2年度 7.2%減"),
      ("排出量(平成25年度比) 平成31年度　７％減", "排出量(平成25年度比) 令和2年度　７％減"),
    ])
  func target(line: String, moved: String) throws {
    #expect(try move("(目標)\n" + line).text.string == "(目標)\n" + moved)
    #expect(try move("（取組の概要）\n前の行\n(目標) 次の行\n・" + line).moved.map(\.number) == [4])
  }

  @Test(
    "What is history, a comparison, a range, a date or a guess stays, and is listed with what names the year",
    arguments: [
      ("(25年度比)", ["25年度"]), ("平成29年度実績 88%", ["平成29年度"]), ("令和元年度実績 88%", ["令和元年度"]),
      ("【令和元年度】決算額以下", ["令和元年度"]), ("【参考】令和元年度目標 89%", ["令和元年度"]), ("令和元年度比 3%減", ["令和元年度"]),
      ("平成29年度～令和元年度の3年間で6件", ["平成29年度", "令和元年度"]), ("令和元年度～令和3年度 6件", ["令和元年度", "令和3年度"]),
      ("平成29～31年度 6件", ["平成29", "31年度"]), ("令和元年度末までに 3件", ["令和元年度"]),
      ("平成30年度 85% 令和元年度 90%", ["平成30年度", "令和元年度"]), ("令和元年10月から始める", ["令和元年"]),
      ("31年4月に始める", ["31年"]), ("31年度目標 85%", ["31年度"]), ("元年度目標 85%", ["元年度"]),
      ("発生ゼロをめざす。(令和元年度 2件)", ["令和元年度"]), ("平成三十一年度目標 85%", ["平成三十一年度"]),
      ("2019年度(令和元年度)目標 85%", ["2019年度", "令和元年度"]), ("H31.4.1に始める", ["H31"]), ("昭和55年に建てた", ["昭和55年"]),
      ("2019年に始めた", ["2019年"]), ("2019/4/1に始めた", ["2019"]), ("「令和元年度 運営方針」に沿う", ["令和元年度"]),
      ("令和2年度 90%", ["令和2年度"]), ("令和元年度に作る", ["令和元年度"]),
    ])
  func stays(line: String, years: [String]) throws {
    let moved = try move("(目標)\n" + line)
    #expect(moved.text.string == "(目標)\n" + line && moved.moved.isEmpty)
    #expect(moved.left.map(\.years) == [years] && moved.left.map(\.number) == [2])
  }

  @Test(
    "A year without a name, a span and a number that is none are no years",
    arguments: [
      "毎年度前年度以上", "対前年度比減", "現年度73.6% 過年度10.0%", "3年間で6件", "年1回", "2年目", "10年以内", "CO2 2019件", "PR1件",
      "5年度間", "第31回", "大正区", "当年度", "12019年度分の1",
    ])
  func none(line: String) throws {
    let moved = try move("(目標)\n" + line)
    #expect(moved.moved.isEmpty && moved.left.isEmpty)
  }

  @Test("A column whose labels tell of several years is a series: none of them moves")
  func series() throws {
    let text = "(目標)\n【平成30年度】\n・5件\n【令和元年度】\n・6件"
    #expect(try move(text).text.string == text)
    #expect(try move(text).left.map(\.years) == [["平成30年度"], ["令和元年度"]])
    #expect(try move("(目標)\n【令和元年度】\n・6件\n令和2年度 7件").moved.isEmpty)
  }

  @Test("A label outside the target part moves, a figure's year there stays: it may be history")
  func outsideTargets() throws {
    #expect(try move("(取組の概要)\n令和元年度 100%").moved.isEmpty)
    #expect(try move("計画(令和元年度)に沿って進める").moved.isEmpty)
    #expect(try move("(目標)\n令和元年度 100%\n(取組の内容)\n令和元年度 90%").moved.map(\.number) == [2])
  }

  @Test("Text without its own year is the same bytes, and another year than the next is one like any other")
  func otherYears() throws {
    #expect(try move("ア\r\nイ\n\n").text.string == "ア\nイ\n\n")
    #expect(try move("【令和元年度】\n\n", to: 2025).text.string == "【令和7年度】\n\n")
    let from = try #require(FiscalYear(2018))
    let era = YearMove("【平成30年度】", from: from, to: try #require(FiscalYear(2019)))
    #expect(era.text.string == "【令和元年度】" && era.moved.first?.before == ["平成30年度"])
  }

  @Test("A sheet keeps number, title, subtitle, ★ and plan; its reviews are blank and its note is the form's own")
  func sheet() throws {
    var sheet = InitiativeSheet(number: 7, title: "題名 令和元年度版", subtitle: "副題", starred: true)
    sheet.plan = Plan(policyAndTargets: "(目標)\n【令和元年度】\n3件", annualActions: "平成30年度に作る")
    sheet.selfEvaluation = SelfEvaluation(results: "実績", achievement: .notMet, issuesAndImprovements: "課題")
    sheet.selfEvaluation.printedRequirement = "③"
    let next = NextYearSheet(
      of: sheet, from: try #require(FiscalYear(2019)), to: try #require(FiscalYear(2020)))
    var expected = InitiativeSheet(number: 7, title: "題名 令和元年度版", subtitle: "副題", starred: true)
    expected.plan = Plan(policyAndTargets: "(目標)\n【令和2年度】\n3件", annualActions: "平成30年度に作る")
    #expect(next.sheet == expected)
    #expect(next.moved.map(\.field) == [.policyAndTargets] && next.left.map(\.field) == [.title, .annualActions])
    #expect(next.misprints.map(\.sign) == ["③"] && next.misprints.map(\.period) == [.final])
  }
}
