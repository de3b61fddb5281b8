// Holds the sentences about filling in, saving and other people that every front end says alike.

import InitiativeModel

extension Wording {
  package static let someoneEdits = "編集中"
  package static let earlierDraft = "前の下書き"
  package static let unmergedState = "競合(git)"
  package static let nothingToSave = "保存していない変更はありません。"
  package static let nothingToUndo = "取り消す操作がありません。"
  package static let nothingToRedo = "やり直す操作がありません。"
  package static let noFindings = "指摘はありません。"
  package static let firstSheet = "最初の項目です。"
  package static let lastSheet = "最後の項目です。"
  package static let nothingDeficientOrSentBack = "不備も差戻しもありません。"
  package static let draftPartlyDamaged = "下書きの一部が壊れているため、読めたところまでです(元のファイルは残します)。"

  package static let textTooLarge =
    "一つの項目に書けるのは合わせて\(EditedSheet.largestEntries / 1_048_576)MBまでです。いま入れようとした文は入っていません。分けて入れてください。"

  // MARK: Choices

  /// A field as its label in the form names it; the choice that has none printed is named for what it says.
  package static func label(_ field: EntryField) -> String { field.hasLabel ? field.printedLabel : "目標の達成" }

  /// A chosen option with its sign and words.
  package static func name(_ option: ChoiceOption) -> String { "\(option.sign) \(option.label)" }

  /// What a choice says, and what follows from it for the text beside it.
  package static func chosen(_ field: EntryField, in sheet: InitiativeSheet) -> String {
    let period = field.period
    guard let option = sheet.chosenOption(of: field) else { return "\(label(field)): 選択を消しました。" }
    let choice = "\(label(field)): \(name(option))。"
    guard field == period.decidingChoice else { return choice }
    let issues = PrintedForm.issuesAndImprovements
    let isBlank = sheet.isBlank(period.requiredText)
    if RequiredWhenNotMetRule().requiresText(in: sheet, period: period) {
      return choice + (isBlank ? "\(issues)が必須です(まだ空です)。" : "必須の\(issues)は書いてあります。")
    }
    return choice + (isBlank ? "\(issues)は空欄でかまいません。" : "\(issues)の文は残っています。")
  }

  // MARK: Saving

  package static func saved(number: Int) -> String { "\(itemName(number))を保存しました。" }

  package static func savedWithDraftLeft(number: Int, draftsAreKept: Bool) -> String {
    "\(itemName(number))を保存しました。"
      + (draftsAreKept ? "その後の記入は下書きに残っています。" : "その後の記入は下書きにも保存できていません。")
  }

  package static func saveFailed(number: Int, reason: String, draftsAreKept: Bool) -> String {
    "\(itemName(number))を保存できません: \(reason)\(draftSentence(draftsAreKept))"
  }

  package static func refusedSave(_ finding: Finding, draftsAreKept: Bool) -> String {
    "\(finding.field.printedName)が空のため保存できません。②なので必須です。\(draftSentence(draftsAreKept))"
  }

  package static func draftSentence(_ draftsAreKept: Bool) -> String {
    draftsAreKept ? "下書きは残っています。" : "下書きも保存できていません。"
  }

  package static func deficient(number: Int, period: ReviewPeriod) -> String {
    "\(itemName(number)) \(period.printedName): ②なので「\(PrintedForm.issuesAndImprovements)」が必要です"
  }

  // MARK: Drafts of earlier programs

  /// When a draft was last written, such as 11月21日 10:20.
  package static func when(_ draft: RecoverableDraft) -> String {
    LocalTime.text(of: draft.modified, "%m月%d日 %H:%M") + (draft.isCopy ? "(写し)" : "")
  }

  package static func answer(_ answer: DraftAnswer) -> String {
    switch answer {
    case .resume: "続きから書く"
    case .keep: "後に残す"
    case .discard: "捨てる"
    }
  }

  // MARK: Other people

  package static func answer(_ answer: ConflictAnswer, isChoice: Bool) -> String {
    switch answer {
    case .both: isChoice ? "自分の選択" : "両方を並べる"
    case .ours, .draft: isChoice ? "自分の選択" : "自分の文"
    case .theirs: isChoice ? "相手の選択" : "相手の文"
    }
  }

  package static func isBeingEdited(by holder: Holder) -> String {
    let name = holder.user.isEmpty ? "ほかの人" : holder.isOneself ? "自分の別の画面" : "\(holder.user)さん"
    let place = holder.host.isEmpty ? "" : "(\(holder.host))"
    let since = holder.since.isEmpty ? "" : "\(LocalTime.text(of: holder.since).suffix(5))から"
    return "\(name)\(place)が\(since)編集中です。"
  }

  package static func reloaded(number: Int) -> String { "\(itemName(number))がほかで変更されたため、新しい内容を読み込みました。" }

  // MARK: Marks

  package static func marked(_ mark: ReviewMark) -> String {
    "\(mark.decision.rawValue): \(mark.who) \(LocalTime.text(of: mark.when))"
  }

  package static func commentHead(_ mark: ReviewMark) -> String {
    let line = mark.places.count == 1 ? mark.place?.line.map { " \($0)行目" } ?? "" : ""
    return "\(mark.decision.rawValue) \(mark.who) \(LocalTime.text(of: mark.when))\(line): "
  }

  /// A comment with all replies, the newest last, as lines that are still to be wrapped.
  package static func lines(of comment: ReviewMark) -> [String] {
    LongText(commentHead(comment) + comment.comment.string).lines
      + comment.replies.flatMap { LongText("\(head($0)): \($0.comment.string)").lines }
  }

  package static func markedMeanwhile(_ mark: ReviewMark) -> String {
    "その間に\(mark.who)さんが\(mark.period.printedName)を\(mark.decision.rawValue)にしたため、取り消していません。"
      + "いまの印を読んで、消すならもう一度決めてください。"
  }

  /// What was done to a period, and which mark it has by that where one was taken back.
  package static func wasMarked(_ number: Int, _ mark: ReviewMark?, standing: ReviewMark?, _ period: ReviewPeriod)
    -> String
  {
    let head = "\(itemName(number))の\(period.printedName): "
    if let mark, mark.decision != .withdrawn { return head + "\(mark.decision.rawValue)にしました。" }
    return head + "印を取り消しました。" + (standing.map { "その前の印に戻りました: \(marked($0))" } ?? "")
  }

  package static func markFailed(_ number: Int, _ reason: String, keepsComment: Bool) -> String {
    "\(itemName(number))に印を付けられません: \(reason)\(keepsComment ? "コメントは残っています。" : "")"
  }

  package static func replied(_ number: Int) -> String { "\(itemName(number))のコメントに返答しました。" }

  /// Which mark would go, whose it is, and what it says.
  package static func goes(_ mark: ReviewMark) -> String {
    let head = "消える印: \(marked(mark))"
    return mark.comment.isBlank ? head : head + "\n" + mark.comment.string
  }

  /// Why a mark is not set.
  package static func sentence(_ obstacle: MarkObstacle) -> String {
    switch obstacle {
    case .commentMissing: "差し戻す理由をコメントに書いてください。"
    case .notEntered(let period): "\(period.printedName)は未入力です。確認済にはできません。"
    case .deficient(let period): "\(period.printedName)は②なのに課題と改善策が空です。確認済にはできません。"
    case .nothingToWithdraw: "取り消す印がありません。"
    case .markedMeanwhile(let mark): markedMeanwhile(mark)
    }
  }

  // MARK: Versions that git left

  package static func name(_ place: SheetPlace) -> String {
    switch place {
    case .field(let field): field.printedName
    case .starred: PrintedForm.star
    case .printedRequirement(let period): "\(period.printedName) 必須の記号(※左記が「…」)"
    }
  }

  package static func settledIsSaved(number: Int, _ fileName: String) -> String {
    "\(itemName(number))を保存し、競合の印を消しました。git add \(fileName) history で、決めたことを git に知らせてください。"
  }

  package static func settledAgainstRule(_ sentence: String) -> String {
    "選んだ文を下書きにしましたが、このままでは保存できません。\(sentence)"
  }

  package static let settledEarlier = "前に書いた文"

  package static func gitAnswer(_ answer: ConflictAnswer) -> String {
    switch answer {
    case .both: "両方を並べる"
    case .ours: "こちら"
    case .theirs: "相手"
    case .draft: settledEarlier
    }
  }

  // MARK: The list

  package static func name(_ filter: ListFilter) -> String {
    switch filter {
    case .all: "すべて"
    case .deficient: "不備のある項目"
    case .sentBack: "差し戻された項目"
    case .draft: "下書きのある項目"
    case .midTermOpen: "中間振り返りが済んでいない項目"
    case .finalOpen: "自己評価が済んでいない項目"
    case .awaitingMark: "確認を待つ項目"
    case .confirmed: "確認済の項目"
    }
  }
}
