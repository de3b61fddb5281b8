// Holds the words of the differences of a sheet.

import InitiativeModel
import SheetWording

extension Wording {
  static let reading = "読み込んでいます…"
  static let noDifference = "違いはありません。"
  static let draftAgainstSaved = "保存した内容と、いまの下書き"
  static let noSaveYet = "保存の履歴がありません"

  /// Who saved last, and when.
  static func title(_ lastSave: LastSave) -> String {
    switch lastSave {
    case .save(let who, let when, _): "\(who) \(LocalTime.text(of: when))"
    case .none: noSaveYet
    case .unreadable: ""
    }
  }

  static func comparisonTitle(_ sheet: InitiativeSheet) -> String { "\(itemName(sheet.number))の違い(- 前  + 今)" }

  static func name(_ base: ComparisonBase) -> String {
    switch base {
    case .draft: "下書き"
    case .mark(let mark): mark.decision == .confirmed ? "確認時から" : "差戻し時から"
    case .lastSave: "前回の保存"
    case .year: "別の年度から"
    }
  }
}
