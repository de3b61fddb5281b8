// Holds the words of the reading page and of the supervisors' marks.

import InitiativeModel
import SheetWording

extension Wording {
  static let pageEnd = "終わり"
  static let markKeys = "↑↓ 行  ←→ 選ぶ  Enter 決定  Esc やめる(コメントは残る)"
  static let commentHint = "(打った字はコメントに入ります)"
  static let readingOnly = "ここは読むだけです。確認・差戻しは F9 で行います。"
  static let readingOnlyEnter = "ここは読むだけです。Enter でこの欄の記入へ移れます。"
  static let reviewOnly = "確認の画面では記入できません。記入するときは review を付けずに開いてください。"
  static let answered = "変更済 "
  static let marking = "印を書いています…"

  static func pagePlace(_ last: Int, of total: Int) -> String { "\(last)/\(total)行" }

  static func marked(_ mark: ReviewMark) -> String {
    "\(mark.decision.rawValue): \(mark.who) \(LocalTime.text(of: mark.when))"
  }

  static func changedSince(_ fields: [EntryField]) -> String {
    "その後に変更あり: \(fields.map(\.printedLabel).joined(separator: "、"))(F4 で違い)"
  }

  static func commentHead(_ mark: ReviewMark) -> String {
    let place = mark.place?.line.map { " \($0)行目" } ?? ""
    return "\(mark.decision.rawValue) \(mark.who) \(LocalTime.text(of: mark.when))\(place): "
  }

  /// A comment as the staff see it beside the field.
  static func shown(_ comment: ReviewMark) -> String {
    commentHead(comment) + comment.comment.lines.joined(separator: " ")
  }

  static func name(_ row: BegunMark.Part) -> String {
    switch row {
    case .decision: "確認"
    case .period: "時期"
    case .place: "対象"
    case .comment: "コメント"
    }
  }

  static func wholePeriod(_ period: ReviewPeriod) -> String { "\(period.printedName)全体" }

  static func markTitle(_ sheet: InitiativeSheet) -> String { "\(itemName(sheet.number))の確認・差戻し" }

  static func wasMarked(_ number: Int, _ mark: ReviewMark?, _ period: ReviewPeriod) -> String {
    let word = mark.map { "\($0.decision.rawValue)にしました。" } ?? "印を取り消しました。"
    return "\(itemName(number))の\(period.printedName): \(word)"
  }

  static func markFailed(_ number: Int, _ reason: String, keepsComment: Bool) -> String {
    "\(itemName(number))に印を付けられません: \(reason)\(keepsComment ? "コメントは残っています。" : "")"
  }

  static func moreComments(_ count: Int) -> String { "書きかけのコメントがほかに\(count)件あります。この後の F9 で出ます。" }

  static let commentTooLarge = "コメントは\(MarkPanel.largestComment / 1_048_576)MBまでです。いま入れようとした文は入っていません。"

  static func markedByOther(_ mark: ReviewMark) -> String {
    let comment = mark.comment.isBlank ? "" : " " + mark.comment.lines.joined(separator: " ")
    return "\(mark.who)さんが\(mark.period.printedName)を\(mark.decision.rawValue)にしました。\(comment)"
  }

  static func notSupervisor(_ names: [String]) -> String {
    "この綴りに印を付けられるのは \(names.joined(separator: "、")) だけです(book.json の supervisors)。"
  }

  /// Why a mark is not set.
  static func sentence(_ obstacle: MarkObstacle) -> String {
    switch obstacle {
    case .commentMissing: "差し戻す理由をコメントに書いてください。"
    case .notEntered(let period): "\(period.printedName)は未入力です。確認済にはできません。"
    case .deficient(let period): "\(period.printedName)は②なのに課題と改善策が空です。確認済にはできません。"
    case .nothingToWithdraw: "取り消す印がありません。"
    }
  }
}
