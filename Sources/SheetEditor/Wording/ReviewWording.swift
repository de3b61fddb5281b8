// Holds the words of the reading page and of the supervisors' marks.

import InitiativeModel
import SheetWording

extension Wording {
  static let pageEnd = "終わり"
  static let commentHint = "打った字はここに入ります"
  static let replyHint = "打った字は返答に入ります(記入は変わりません)"
  static let replyMissing = "返答を書いてください。記入を直して保存しても、直したことが伝わります。"
  static let readingOnly = "ここは読むだけです。確認・差戻しは F9 で行います。"
  static let readingOnlyEnter = "ここは読むだけです。Enter でこの欄の記入へ移れます。"
  static let reviewOnly = "確認の画面では記入できません。記入するときは review を付けずに開いてください。"
  static let marking = "印を書いています…"
  static func howToReply(isWriting: Bool) -> String {
    "返答するときは、\(isWriting ? "Esc で項目へ戻り、" : "")この欄で F9 を2回押します(1回目で確認の画面、2回目で返答)。"
  }
  static let replying = "返答を書いています…"

  static func pagePlace(_ last: Int, of total: Int) -> String { "\(last)/\(total)行" }

  static func changedSince(_ fields: [EntryField]) -> String {
    "その後に変更あり: \(fields.map(\.printedLabel).joined(separator: "、"))(F4 で違い)"
  }

  /// What became of a comment; nil while it has no answer.
  static func answer(to mark: ReviewMark, in saved: InitiativeSheet) -> String? {
    guard mark.isAnswered(in: saved) else { return nil }
    return mark.replies.last?.side == .staff ? "返答済" : "変更済"
  }

  /// A comment as the staff see it beside the field, with the newest reply.
  static func shown(_ comment: ReviewMark) -> String {
    let reply = comment.replies.last.map { " → \(head($0)): \($0.comment.lines.joined(separator: " "))" } ?? ""
    return commentHead(comment) + comment.comment.lines.joined(separator: " ") + reply
  }

  /// How many comments the staff have not answered; nil where there are none.
  static func openComments(_ count: Int) -> String? { count == 0 ? nil : "コメント\(count)" }

  static func name(_ row: BegunMark.Part) -> String {
    switch row {
    case .decision: "確認"
    case .period: "時期"
    case .place: "対象"
    case .comment: "コメント"
    }
  }

  static func wholePeriod(_ period: ReviewPeriod) -> String { "\(period.printedName)全体" }

  static func name(_ act: BegunMark.Act) -> String {
    switch act {
    case .mark(.withdrawn): "印を消す"
    case .mark(let decision): decision.rawValue
    case .reply: "返答"
    }
  }

  /// What is about to be done.
  static func title(_ mark: BegunMark, _ sheet: InitiativeSheet) -> String {
    let item = itemName(sheet.number)
    let period = "\(item)の\(mark.period.printedName)"
    return switch mark.act {
    case .mark(.confirmed): "\(period)を確認済にします"
    case .mark(.sentBack): "\(period)を差し戻します"
    case .mark(.withdrawn): "\(period)の印を取り消します"
    case .reply: "\(item)のコメントに返答します"
    }
  }

  /// What the comment speaks of.
  static func about(_ mark: BegunMark) -> String {
    let places = mark.places.map { name($0) }
    return "コメントの対象: " + (places.isEmpty ? wholePeriod(mark.period) : places.joined(separator: "、"))
  }

  static func moreOfComment(_ count: Int) -> String { "ほか\(count)行(Esc で閉じると、後ろの画面で読めます)" }

  static func replyFailed(_ number: Int, _ reason: String) -> String {
    "\(itemName(number))に返答を書けません: \(reason)返答の文は残っています。確認の画面の F9 で出ます。"
  }

  static func repliedByOther(_ reply: ReviewReply, to mark: ReviewMark) -> String {
    "\(reply.who)さんが\(mark.period.printedName)のコメントに返答しました: " + reply.comment.lines.joined(separator: " ")
  }

  static func nextAwaitsMark(_ number: Int, ward: String?) -> String {
    "次は\(ward.map { $0 + "の" } ?? "")\(itemName(number))です。"
  }

  static func nextAwaitsMark(_ period: ReviewPeriod) -> String { "この項目は\(period.printedName)が確認を待っています。" }

  /// - Parameter hidden: how many sheets wait that the list does not show.
  static func nothingAwaitsMark(hidden: Int) -> String {
    hidden == 0 ? "確認を待つ項目はもうありません。" : "一覧に出ている項目には、確認を待つものはもうありません(出ていないものに\(hidden)件)。"
  }

  static func moreComments(_ count: Int) -> String { "書きかけのコメントがほかに\(count)件あります。この後の F9 で出ます。" }

  static let commentTooLarge = "コメントは\(MarkPanel.largestComment / 1_048_576)MBまでです。いま入れようとした文は入っていません。"

  static func markedByOther(_ mark: ReviewMark) -> String {
    let comment = mark.comment.isBlank ? "" : " " + mark.comment.lines.joined(separator: " ")
    return "\(mark.who)さんが\(mark.period.printedName)を\(mark.decision.rawValue)にしました。\(comment)"
  }

  static func notSupervisor(_ names: [String], mayReply: Bool) -> String {
    onlyNamedMayMark(names) + (mayReply ? "コメントのある欄で F9 を押すと返答できます。" : "")
  }
}

// MARK: Several sheets at once

extension Wording {
  static func markManyTitle(_ count: Int, of all: Int, _ period: ReviewPeriod) -> String {
    count == all
      ? "\(all)項目の\(period.printedName)を確認済にします" : "\(all)項目のうち\(count)項目の\(period.printedName)を確認済にします"
  }

  static let willBeConfirmed = "確認済にする項目"
  static let leftOut = "印を付けない項目"
  static let nothingToMarkOfMany = "この時期に確認済にできる項目がありません。←→ でもう一方の時期を選べます。"

  /// What should be known of a sheet before it is confirmed.
  static func remarks(isNotMet: Bool, findings: Int, hasDraft: Bool, isComplete: Bool, isCorrected: Bool) -> String {
    let all: [(Bool, String)] = [
      (isNotMet, "②"), (findings > 0, "指摘\(findings)件"), (!isComplete, PeriodState.partlyEntered.rawValue),
      (isCorrected, MarkState.corrected.rawValue), (hasDraft, "下書きあり(保存した内容を確認)"),
    ]
    return all.filter(\.0).map(\.1).joined(separator: "、")
  }

  static func markingMany(_ count: Int) -> String { "\(count)項目に印を書いています…" }

  static func markedMany(_ count: Int, _ period: ReviewPeriod, failed: [(name: String, reason: String)]) -> String {
    let done = count == 0 ? "" : "\(count)件の\(period.printedName)を確認済にしました。"
    let reasons = failed.map(\.reason).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let rest = reasons.map { reason in
      let names = failed.filter { $0.reason == reason }.map(\.name)
      return "\(names.joined(separator: "、"))は印を付けられません: \(reason)"
    }
    return done + rest.joined()
  }
}

extension Wording.FooterWord {
  static let leaveMark = "やめる(文は残る)"
  static let newLine = "改行"
  static let row = "行"
  static let turnField = "対象"
  static let changePeriod = "時期"
}

extension Wording.Help {
  static let newLineInComment = "コメントの中で改行する"
  static let nextRowOfMark = "次の行へ(コメントの中では1行 下へ)"
  static let previousRowOfMark = "前の行へ(コメントの中では1行 上へ)"
  static let turnInMark = "次の答えにする。対象の行では、その欄を入れる・外す(いくつでも)"
  static let takeMarkBack = "自分が付けた直前の印を取り消す(消える印を確かめてから)"
  static let changePeriod = "もう一方の時期にする"
  static let confirmMany = "並んでいる項目をまとめて確認済にする"
}
