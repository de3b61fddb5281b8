// Holds the words about what is typed, picked and taken back in the list, and about the next field to see to.

import InitiativeModel
import SheetWording

extension Wording {
  static let typedLabel = "題名に "
  static let noTitles = "打った字を題名に含む項目はありません。Esc で字を消せます。"
  static let nothingToPick = "ここには選べる項目がありません。"
  static let nothingPicked = "選んだ項目をすべて外しました。"
  static let typedTakenBack = "打った字を消しました。"
  static let filterTakenBack = "絞り込みを解きました。"
  static let pickedMark = "選"

  static func picked(_ count: Int, isReviewing: Bool) -> String {
    let use = isReviewing ? "F9 でまとめて確認できます" : "F9 で続けて読めます"
    return "\(count)項目を選んでいます。\(use)。空白キーで足したり外したり、Esc ですべて外せます。"
  }
  static func pickedTitle(_ count: Int) -> String { "選んだ\(count)項目" }
  static func pickedCount(_ count: Int) -> String { "選択 \(count)項目" }
  static func wentToItem(_ digits: String) -> String {
    "番号 \(digits)" + (digits.count == 1 ? "(続けて打つと2桁になります)" : "")
  }
  static func noItem(numbered digits: String) -> String { "この綴りに番号\(digits)の項目はありません。" }
  static func itemIsHidden(_ digits: String) -> String {
    "番号\(digits)の項目は、絞り込みのため一覧に出ていません。Esc で絞り込みを解けます。"
  }

  static func sentBack(number: Int, _ field: EntryField, _ comment: ReviewMark?) -> String {
    let said = comment.map { " " + shown($0) } ?? ""
    return "\(itemName(number)) \(fieldName(field)): \(MarkState.sentBack.rawValue)です。\(said)"
  }
}

extension Wording.Help {
  static let saveAll = "保存できる下書きをすべて保存する(できないものは理由を示す)"
  static let pick = "項目を選ぶ・外す(見出しでは、まとまりの全項目)"
  static let shortenTyped = "打った題名の字を1字消す"
  static let takeBackInList = "題名の字、絞り込み、選んだ項目を、後のものから一つずつ解く"
  static let nextDeficientOrSentBack = "次の不備(②で課題と改善策が空の欄)か、差戻しの欄へ移る"
  static let typed = "文字"
  static let typingInList = "番号を打つとその項目へ移る(全角も可)。ほかの字を打つと題名で絞り込む"
}
