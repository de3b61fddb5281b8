// Holds the words for settling two versions that git left in a sheet's file.

import InitiativeModel
import SheetWording

extension Wording {
  static let settledByStaff = "gitの合流(マージ)で二つの文が残っています。記入の画面(furikaeri edit)で決めてから確認してください。"
  static let nothingToChoose = "選ぶ欄なし"
  static let settled = "選んだ文を下書きにしました。確かめて F2 で保存してください。保存するまでファイルは変わりません。"
  static let settledByItself = "同じ欄を変えた所はなく、両側の変更を合わせられます。確かめて F2 で保存してください。"
  static let settledLater = "まだ決めていません。ファイルはそのままで、Enter でもう一度開けます。"

  static func settleTitle(number: Int) -> String { "\(itemName(number)) gitの競合: どちらの文にするか選んでください。" }

  /// The same where an earlier answer waits as a draft.
  static func settleAgainTitle(number: Int, _ draft: RecoverableDraft) -> String {
    "\(itemName(number)) gitの競合: 前に選んだとおりの答えです(\(when(draft)))。選び直せます。"
  }

  static func unmerged(_ versions: GitVersions) -> String {
    "gitの競合: \(ours(versions.oursName))と\(theirs(versions.theirsName))の文が残っています。Enter で選べます。"
  }

  static func settledElsewhere(number: Int) -> String { "\(itemName(number))の競合はほかで決められました。新しい内容を読み込みました。" }

  static func becameUnmerged(_ fileName: String) -> String {
    "\(fileName) に gitの競合が残りました。一覧で Enter を押すと、どちらの文にするか選べます。"
  }

  static func becameUnmergedInReview(_ fileName: String) -> String {
    "\(fileName) に gitの競合が残りました。記入の画面(furikaeri edit)で決めてから確認してください。"
  }

  static func unmergedUnderDraft(_ fileName: String, draftsAreKept: Bool) -> String {
    let kept = draftsAreKept ? "書いた文は下書きに残ります。" : ""
    return "\(fileName) に gitの競合が残ったため、保存できません。\(kept)終了して開き直すと、どちらの文にするか選べます。"
  }
}

extension Wording.FooterWord {
  static let settleLater = "あとで決める"
}
