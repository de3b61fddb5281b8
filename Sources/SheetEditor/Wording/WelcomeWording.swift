// Holds what the program says of itself at the first start.

import SheetWording

extension Wording {
  /// The first start.
  enum Welcome {
    static let title = "はじめに(この案内は一度だけ出ます。あとからは F1 で読めます)"

    /// The sentences, for staff or for supervisors.
    static func sentences(isReviewing: Bool) -> [String] {
      isReviewing ? reviewing + common : writing + common
    }

    private static let writing = [
      "↑↓ で項目を選び、Enter で開きます。番号を打つとその項目へ移ります。",
      "項目では Tab か ↑↓ で欄を移ります。①②は 1・2 か ←→ で選び、文章はそのまま打ち始めます。IME は入れたままで構いません。",
      "打った文はすぐ下書きに残り、途中で切れても次に続きから書けます。F2 で保存します。",
      "②を選んだら「課題と改善策」が必要です。空のままでも先へ進めますが、書くまで保存できません。",
    ]

    private static let reviewing = [
      "↑↓ で項目を選び、Enter で開いて読みます。記入は変わりません。",
      "F9 で確認済か差戻しの印を付けます。差戻しには理由を書きます。印を付けると、次に確認を待つ項目へ移ります。",
    ]

    private static let common = [
      "迷ったら F1。その場で使えるキーを説明します。Fキーの代わりに Ctrl の組合せか Alt-1…Alt-0 も使えます。",
      "終わるときは F10。保存していない文があっても失われません。",
    ]

    /// The last sentence of the first start.
    static let begin = "どのキーでも始められます。押したキーはそのまま働きます。"
  }
}
