// Holds sheets written one cell a line, for the tests of the importer.

import InitiativeModel
import Testing

@testable import SheetExchange

/// Tests that write sheets one cell a line, and look at what is read of them.
protocol CellLines {}

extension CellLines {
  func read(_ lines: [String]) throws -> ImportResult {
    try PublishedSheetImporter.read(lines.joined(separator: "\n") + "\n")
  }

  func doubts(_ lines: [String]) -> [ImportDoubt] {
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

  func head(_ number: Int) -> [String] { ["取組項目 \(number)", "【窓口の案内その\(number)】"] }

  func plan(_ number: Int) -> [String] {
    [
      "計画", "取組の方針・目標内容", "当年度の取組内容", "(趣旨・目的) 窓口\(number)を分かりやすくする。 (目標) ・案内板 3枚",
      "(取組の内容) ・板\(number)を作る (目標) ・3枚",
    ]
  }

  func midTerm(_ number: Int, _ sign: String = "①", _ text: String = "—") -> [String] {
    [
      "中間振り返り", "取組内容の実施見込み", "(ⅰ)", "(ⅰ)実施見込み", "(ⅱ)実施できない見込み", Published.note, text, "目標の達成見込み", sign,
      "①:達成見込み ②:達成できない見込み",
    ]
  }

  func final(_ number: Int) -> [String] {
    [
      "自己評価", "当年度の取組実績及び目標の達成状況", "板\(number)を3枚作った。", Published.note, "場所\(number)が足りない。", "②",
      "①:目標達成 ②:目標未達成",
    ]
  }

  func whole(_ number: Int) -> [String] { head(number) + plan(number) + midTerm(number) + final(number) }

  func expectWhole(_ result: ImportResult, _ numbers: [Int]) {
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
}
