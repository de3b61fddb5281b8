import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("Importing the reviews of a published form, whatever their irregularities")
struct ImportedReviewsTests {
  private func read(_ text: String) throws -> ImportResult { try PublishedSheetImporter.read(text) }

  private func one(_ text: String) throws -> InitiativeSheet { try #require(try read(text).sheets.first).sheet }

  // MARK: The mid-term review

  private func answers(_ midTerm: String) throws -> (String?, String?, [String]) {
    let sheet = try one(Published.sheet(midTerm: midTerm))
    return (
      sheet.midTermReview.implementationForecast?.sign, sheet.midTermReview.targetForecast?.sign,
      sheet.midTermReview.issuesAndImprovements.lines
    )
  }

  @Test("Answer and legend in one cell, — in the label's cell")
  func oneCell() throws {
    let midTerm =
      "中間振り返り\t取組内容の実施見込み\t(i) (i)実施見込み (ii)実施できない見込み\t\(Published.note)  —\n\t目標の達成見込み\t① ①:達成見込み ②:達成できない見込み\t"
    #expect(try answers(midTerm) == ("(i)", "①", []))
  }

  @Test("Answer and legend in two cells; full-width signs and colons")
  func twoCells() throws {
    let midTerm =
      "中間振り返り\t取組内容の実施見込み\t（ⅱ）\t（ⅰ）実施見込み （ⅱ）実施できない見込み\t\(Published.note)\n\t目標の達成見込み\t②\t①：達成見込み ②：達成できない見込み\t"
    #expect(try answers(midTerm) == ("(ii)", "②", []))
  }

  @Test("What is left of a damaged legend is read with a request to check")
  func damaged() throws {
    let first =
      "中間振り返り\t取組内容の実施見込み\t(i)\t(ii)\t\(Published.note)\n目標の達成見込み\t①\t①: 達成見込み\t②: 達成できない見込み\t—"
    #expect(try answers(first) == ("(i)", "①", []))
    let notes = try read(Published.sheet(midTerm: first)).notes
    #expect(notes.map(\.reason) == [.damagedLegend(assumed: "(i)")])
    #expect(notes.map(\.field) == [.entry(.implementationForecast)])
    let second =
      "中間振り返り\t取組内容の実施見込み\t(i) (i)実施見込み (ii)実施できない見込み\t\(Published.note)\n\t目標の達成見込み\t① 達成見込み ② 達成できない見込み\t—"
    #expect(try answers(second) == ("(i)", "①", []))
    #expect(try read(Published.sheet(midTerm: second)).notes.map(\.reason) == [.damagedLegend(assumed: "①")])
  }

  @Test("A damaged legend with nothing else answered is no answer")
  func damagedAlone() throws {
    let midTerm = "中間振り返り\t取組内容の実施見込み\t(i)\t(ii)\t\(Published.note)\n\t目標の達成見込み\t①:達成見込み ②:達成できない見込み\t"
    #expect(try answers(midTerm) == (nil, nil, []))
    #expect(try read(Published.sheet(midTerm: midTerm)).notes.map(\.reason) == [.damagedLegend(assumed: nil)])
  }

  @Test("中間振り返り missing with the rows shifted left, or written with a blank")
  func labels() throws {
    let shifted =
      "\t取組内容の実施見込み\t(i) (i)実施見込み (ii)実施できない見込み\t\(Published.note)  —\n目標の達成見込み\t① ①:達成見込み ②:達成できない見込み\t"
    #expect(try answers(shifted) == ("(i)", "①", []))
    let spaced =
      "中間 振り返り\t取組内容の実施見込み\t(i)\t(i)実施見込み (ii)実施できない見込み\t\(Published.note) 誤りが1件あった。再発を防ぐ。\n\t目標の達成見込み\t②\t①:達成見込み ②:達成できない見込み\t"
    #expect(try answers(spaced) == ("(i)", "②", ["誤りが1件あった。再発を防ぐ。"]))
  }

  /// What speaks against a mid-term review in a whole form.
  private func doubts(_ midTerm: String) throws -> [ImportDoubt] {
    try PublishedSheetImporter.survey(Published.sheet(midTerm: midTerm)).doubts
  }

  private func isDifferent(_ doubt: ImportDoubt) -> Bool {
    if case .differentAnswers(1, .targetForecast, _) = doubt { return true }
    return false
  }

  @Test("A row printed twice counts once; of different answers none is taken")
  func repeated() throws {
    let row = "取組内容の実施見込み\t(i)\t(i)実施見込み (ii)実施できない見込み"
    let twice =
      "中間振り返り\t\(row)\t\(Published.note)\n\t\(row)\t—\n\t目標の達成見込み\t①\t①:達成見込み ②:達成できない見込み\t"
    #expect(try answers(twice) == ("(i)", "①", []))
    #expect(try read(Published.sheet(midTerm: twice)).notes.map(\.reason) == [.repeatedRow])
    let different = twice + "\n\t目標の達成見込み\t②\t①:達成見込み ②:達成できない見込み\t"
    let found = try doubts(different)
    #expect(found.count == 1)
    #expect(found.allSatisfy(isDifferent))
  }

  @Test(
    "A sign that stands twice is one answer, and never the other one",
    arguments: ["(i)\t(i)", "(i) (i)", "（ⅰ）\t(i)"])
  func signTwice(signs: String) throws {
    let midTerm =
      "中間振り返り\t取組内容の実施見込み\t\(signs)\t(i)実施見込み (ii)実施できない見込み\t\(Published.note)\n\t目標の達成見込み\t②\t②\t①:達成見込み ②:達成できない見込み\t"
    #expect(try answers(midTerm) == ("(i)", "②", []))
  }

  @Test("Two signs beside one question are no answer", arguments: ["①\t②", "①②", "② ①", "②\n\t目標の達成見込み\t①"])
  func twoSigns(signs: String) throws {
    let midTerm =
      "中間振り返り\t取組内容の実施見込み\t(i)\t(i)実施見込み (ii)実施できない見込み\t\(Published.note)\n\t目標の達成見込み\t\(signs)\t①:達成見込み ②:達成できない見込み\t"
    let found = try doubts(midTerm)
    #expect(found.count == 1)
    #expect(found.allSatisfy(isDifferent))
  }

  // MARK: The self-evaluation

  @Test("「③」 is kept as printed and told")
  func otherSign() throws {
    let final = Published.openFinal.replacing("②」の", with: "③」の")
    let result = try read(Published.sheet(final: final))
    #expect(result.sheets.first?.sheet.selfEvaluation.printedRequirement == "③")
    #expect(result.sheets.first?.sheet.midTermReview.printedRequirement == "②")
    #expect(result.notes.map(\.reason) == [.otherRequirement("③")])
  }

  @Test(
    "The legend missing, in the wrong column, outside the table, spaced, beside an empty box",
    arguments: [
      "自己評価\t当年度の取組実績及び目標の達成状況\t\t\(Published.note)",
      "自己評価\t当年度の取組実績及び目標の達成状況\t\(Published.note)\n\t\t①:目標達成 ②:目標未達成",
      "自己評価\t当年度の取組実績及び目標の達成状況\t\t\(Published.note)\n\n①:目標達成 ②:目標未達成",
      "自己評価\t当年度の取組実績及び目標の達成状況\t\(Published.note)\n①: 目標達成 ②: 目標未達成\t\t",
      "当年度の取組実績及び目標の達成状況\t\(Published.note)\n自己 評価\t<div style=\"border: 1px; height: 100px;\"></div> <p style=\"text-align: center;\">①:目標達成 ②:目標未達成</p>",
    ])
  func legends(final: String) throws {
    let result = try read(Published.sheet(final: final))
    #expect(try #require(result.sheets.first).sheet.state(of: .final) == .notEntered)
    #expect(result.notes.isEmpty)
  }

  @Test("A self-evaluation that is filled in comes in with its answer and texts")
  func filledFinal() throws {
    let final =
      "自己評価\t当年度の取組実績及び目標の達成状況 板を3枚作った。\t\t\(Published.note) 場所が足りない。\n\t② ①:目標達成 ②:目標未達成\t"
    let sheet = try one(Published.sheet(final: final))
    #expect(sheet.selfEvaluation.results == "板を3枚作った。")
    #expect(sheet.selfEvaluation.achievement == .notMet)
    #expect(sheet.selfEvaluation.issuesAndImprovements == "場所が足りない。")
  }

  @Test("Results, answer and legend in one box are told apart")
  func filledBox() throws {
    let final =
      "当年度の取組実績及び目標の達成状況\t\(Published.note)\n自己 評価\t<div>板を3枚作った。①から始めた。</div> <p>② ①:目標達成 ②:目標未達成</p>\t場所が足りない。"
    let sheet = try one(Published.sheet(final: final))
    #expect(sheet.selfEvaluation.results == "板を3枚作った。①から始めた。")
    #expect(sheet.selfEvaluation.achievement == .notMet)
    #expect(sheet.selfEvaluation.issuesAndImprovements == "場所が足りない。")
  }
}
