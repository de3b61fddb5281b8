// Holds the books that the layouts are rendered from: the sheets of Data, their reviews filled with words of our own.

import InitiativeModel
import SheetStorage
import TestSupport

/// A book whose sheets are rendered in every layout and have to come back as they are.
enum SourceBook: String, CaseIterable, Sendable {
  case tennoji = "tennoji-2019"
  case unnamed = "unnamed-ward-2019"

  /// The sheets; every field has text in some of them, and ①, ② or nothing is chosen.
  func sheets() throws -> [InitiativeSheet] {
    try storedSheets().enumerated().map { SourceBook.filled($1, at: $0) }
  }

  /// The sheets as they ship.
  func storedSheets() throws -> [InitiativeSheet] {
    try BookFolder(path: "\(packageFolder)/Data/\(rawValue)").load().sheets.map(\.sheet)
  }

  /// A sheet with reviews; which fields are blank goes by its place in the book.
  private static func filled(_ sheet: InitiativeSheet, at place: Int) -> InitiativeSheet {
    var random = SeededGenerator(seed: UInt64(sheet.number) &* 7919)
    var sheet = sheet
    let choices: [ChoiceOrdinal?] = [.first, .second, nil]
    sheet.setChoice(choices[place % 3], of: .implementationForecast)
    sheet.setChoice(choices[(place / 2) % 3], of: .targetForecast)
    sheet.setChoice(choices[(place + 1) % 3], of: .achievement)
    func text(_ field: EntryField, unless isBlank: Bool) {
      let lines = isBlank ? [] : lines(of: field, in: sheet.number, &random)
      sheet.setText(LongText(lines: lines), of: field)
    }
    text(.midTermIssues, unless: sheet.choice(of: .targetForecast) != .second && place % 4 != 0)
    text(.results, unless: place % 5 == 4)
    text(.selfEvaluationIssues, unless: sheet.selfEvaluation.achievement != .notMet && place % 6 != 1)
    return sheet
  }

  private static let subjects = ["窓口の案内板", "地域の集まり", "職員の研修", "広報紙の記事", "防災の訓練", "相談の受付"]
  private static let actions = ["を12回開いた", "を3枚作り直した", "の日取りを改めた", "を前年より増やした", "の担当を決めた"]
  private static let ends = ["。", "(6月)。", "。参加は85.5%だった。", "。①から順に行う。", "。取組項目7とあわせて進める。"]
  private static let bullets = ["", "", "・", "① ", "○ "]

  /// One to four lines, each with a mark that says its sheet and field: 「三の四」.
  private static func lines(
    of field: EntryField, in number: Int, _ random: inout SeededGenerator
  ) -> [String] {
    let fieldNumber = (EntryField.allCases.firstIndex(of: field) ?? 0) + 1
    let mark = "「\(kanji(number))の\(kanji(fieldNumber))」"
    let sentences = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      func pick(_ words: [String]) -> String { words[Int.random(in: words.indices, using: &random)] }
      return pick(bullets) + mark + pick(subjects) + pick(actions) + pick(ends)
    }
    // A line can stand in a text twice.
    return number.isMultiple(of: 4) || number == 11 ? sentences + ["○ 見学", "・5件", "○ 研修", "・5件"] : sentences
  }

  /// A number from 1 to 99 in kanji digits.
  static func kanji(_ number: Int) -> String {
    String(number).compactMap(\.wholeNumberValue).map { ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"][$0] }
      .joined()
  }
}
