// Holds the words that stand on the screens.

import InitiativeModel
import SheetWording

extension Wording {
  static let requiredMark = "必須（②のため）"
  static let draftMark = "下書き"
  static let targets = "目標:"
  static let readOnlyPlan = "計画(読むだけ)"
  static let listNumber = "番号"
  static let noRows = "表示する項目がありません。F6 で絞り込みを変え、Esc で解けます。"
  static let emptyBook = "この綴りには項目がありません。"
  /// The row of a file that cannot be read; a reason that begins with the file's name does not repeat it.
  static func unreadable(_ name: String, _ reason: String) -> String {
    "\(name)  読めません  \(reason.hasPrefix(name) ? reason.dropFirst(name.count).drop { $0 == " " } : reason[...])"
  }
  static let helpTitle = "説明"
  static let stay = "戻る"
  static let findLabel = "検索: "
  static let noHit = "見つかりません"
  static let draftKept = "下書き保存済"

  static func deficientMark(_ count: Int) -> String { "不備 \(count)" }
  static func itemCount(_ count: Int) -> String { "\(count)項目" }
  static func characterCount(_ count: Int) -> String { "\(count)字" }
  static func hitCount(_ number: Int, of total: Int) -> String { "\(number)/\(total)件" }
  static func moreLines(_ count: Int) -> String { "…(ほか\(count)行)" }
  static func tooSmall(rows: Int, columns: Int) -> [String] {
    [
      "画面が小さすぎます。", "今: \(columns)×\(rows)", "60×20以上に広げて", "ください。", "文章は残っています。",
    ]
  }
}
