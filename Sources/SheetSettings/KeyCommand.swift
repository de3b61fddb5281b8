// Holds what can be given a further key: the function keys by what they do.

import Terminal

/// What a function key does on every screen, F1 to F10 in this order.
public enum KeyCommand: String, CaseIterable, Sendable {
  case help, save, back, compare, check, menu, search, next, review, quit

  /// The number of the function key.
  public var number: Int { (KeyCommand.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The function key.
  public var key: Key { Key(name: .function(number)) }

  /// What it does, in a word.
  var word: String {
    switch self {
    case .help: "説明"
    case .save: "保存"
    case .back: "戻る"
    case .compare: "違い"
    case .check: "点検・置換"
    case .menu: "絞込・計画"
    case .search: "検索"
    case .next: "直す欄へ"
    case .review: "読む・確認"
    case .quit: "終了"
    }
  }
}
