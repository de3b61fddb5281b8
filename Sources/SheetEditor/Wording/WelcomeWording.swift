// Holds what the program says of itself at the first start.

import SheetWording

extension Wording {
  /// The first start.
  enum Welcome {
    static let title = "はじめに(一度だけ出ます。あとは F1 で読めます)"

    /// The sentences, for staff or for supervisors.
    static func sentences(isReviewing: Bool) -> [String] {
      isReviewing ? reviewing + common : writing + common
    }

    private static let writing = [
      "↑↓ で選び、Enter で開きます。番号を打つとその項目へ移ります。",
      "項目では Tab か ↑↓ で欄を移り、①②は 1・2 か ←→ で選び、文章はそのまま打ち始めます。",
      "打った文はすぐ下書きに残ります。F2 で保存します。",
      "②を選んだら「課題と改善策」が必要です。書くまで保存できませんが、先へは進めます。",
    ]

    private static let reviewing = [
      "↑↓ で選び、Enter で開いて読みます。記入は変わりません。",
      "F9 で確認済か差戻しの印を付けます。差戻しには理由を書きます。",
    ]

    private static let common = [
      "迷ったら F1。Fキーは Alt-1…Alt-0 でも押せます。",
      "終わるときは F10。書いた文は失われません。",
    ]

    /// The last sentence of the first start.
    static let begin = "どのキーでも始められ、そのキーはそのまま働きます。"
  }
}
