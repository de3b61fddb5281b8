// Holds the words of replacing in a text.

import SheetWording

extension Wording {
  static let findInReplaceLabel = "検索:   "
  static let replaceLabel = "置換後: "
  static let noHitToReplace = "置き換える言葉が見つかりません。検索の行に言葉を入れてください。"
  static let replacementIsEmpty = "置換後が空です。もう一度押すと、見つかった言葉を消します。"
  static let replacementIsSame = "置換後が元の文と同じなので、変わりません。"
  static let replacementIsOneLine = "置換後に入れられるのは1行です。2行目からは入れていません。"
  static let allReplaced = "残り0件"
  static let replacedLast = "置換しました。ほかにはありません。"

  static func replaced(_ count: Int) -> String { "\(count)件を置換しました。Ctrl-Z で、まとめて元に戻せます。" }
}

extension Wording.FooterWord {
  static let replace = "置換"
  static let replaceAll = "すべて置換"
  static let otherLine = "行を移る"
}

extension Wording.Help {
  static let openReplace = "文章の中の言葉を置き換える(置換)"
  static let otherLine = "検索の行と置換後の行を行き来する(置換後の行がないときは次の見つかった所へ)"
  static let replace = "見つかった所を置き換えて次へ(初めは置換後の行を開く)"
  static let replaceAll = "見つかった所をすべて置き換える(Ctrl-Z でまとめて戻せる)"
}
