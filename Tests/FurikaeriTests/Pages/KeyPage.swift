// Holds docs/keys.md, made of the bindings of screens and panels.

import SheetWording

@testable import SheetEditor

/// The page of all keys.
enum KeyPage {
  /// A screen or a panel with the rows of its help.
  struct Place {
    let name: String
    /// The type whose bindings they are.
    let type: String
    let rows: [HelpRow]
  }

  static let screens = [
    screen("一覧", ListState.self), screen("項目", FormState.self), screen("本文", TextArea.self),
    screen("確認の画面", ReadingPage.self),
  ]

  static let panels = [
    panel("一覧の表示", MenuPanel.self), panel("印を付ける問い", MarkPanel.self), panel("まとめて確認", MarkManyPanel.self),
    panel("本文の検索と置換", FindPanel.self), panel("すべての項目の検索", SearchPanel.self), panel("見つかった場所", HitPanel.self),
    panel("点検の結果", FindingsPanel.self), panel("違い", ComparisonPanel.self), panel("計画", PlanPanel.self),
    panel("前回の下書き", RecoveryPanel.self), panel("同じ欄の変更", ConflictPanel.self), panel("gitの二つの版", SettlePanel.self),
    panel("保存できなかった項目", UnsavedPanel.self), panel("二つの答えの問い", QuestionPanel.self), panel("終了", LeavingPanel.self),
    panel("設定", SettingsPanel.self), panel("説明", HelpPanel.self),
  ]

  private static func screen<S: Screen>(_ name: String, _ type: S.Type) -> Place {
    Place(name: name, type: "\(type)", rows: S.bindings.help())
  }

  private static func panel<P: Panel>(_ name: String, _ type: P.Type) -> Place {
    Place(name: name, type: "\(type)", rows: P.bindings.help())
  }

  static var source: String {
    let places = (screens + panels).map { place in
      table("## \(place.name)", ["キー", "働き"], place.rows.map { "| \(code($0.keyNames)) | \(cell($0.sentence)) |" })
    }
    let all = table("## 四つの画面", ["キー"] + screens.map(\.name), byKey)
    return head + all + places.joined()
  }

  private static let head = """
    # すべてのキー

    この頁はプログラムのキーの定義から作られます(`docs/contributing.md`)。使い方は [利用の手引き](users-guide.md) にあります。
    `F` の付くキーが使えない端末では、横に並ぶ `Ctrl` のキーか、`Alt-1` … `Alt-0`(`F1` … `F10`)を使います。
    `F1`(説明)、`F10`(終了)、`Ctrl-L`(描き直し)は、どの問いの上でも使えます。


    """

  private static func table(_ title: String, _ columns: [String], _ rows: [String]) -> String {
    let head = "| \(columns.joined(separator: " | ")) |\n|\(columns.map { _ in "---|" }.joined())"
    return "\(title)\n\n\(head)\n" + rows.joined(separator: "\n") + "\n\n"
  }

  private static func code(_ keys: [String]) -> String { keys.map { "`\(cell($0))`" }.joined(separator: " ") }

  private static func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }

  /// What each key does on each screen; keys that do the same everywhere share a row.
  private static var byKey: [String] {
    let keys = screens.flatMap { $0.rows.flatMap(\.keyNames) }
    var rows: [(keys: [String], uses: [String])] = []
    for (place, key) in keys.enumerated() where !keys[..<place].contains(key) {
      let uses = screens.map { screen in screen.rows.first { $0.keyNames.contains(key) }?.sentence ?? "" }
      if let row = rows.firstIndex(where: { $0.uses == uses }) {
        rows[row].keys.append(key)
      } else {
        rows.append(([key], uses))
      }
    }
    return rows.map { row in
      "| \(code(row.keys)) | \(row.uses.map { $0.isEmpty ? "—" : cell($0) }.joined(separator: " | ")) |"
    }
  }
}

extension HelpRow {
  /// The keys one by one.
  fileprivate var keyNames: [String] { keys.split(separator: " ").map(String.init) }
}
