// Holds the words for two people at one sheet.

import InitiativeModel
import SheetWording

extension Wording {
  static let conflictTitle = "同じ欄がほかでも変更されました。どの文にするか選んでください。"
  static let theirText = "相手の文(いまファイルにある文):"
  static let ourText = "自分の文:"
  static let savedText = "綴りの文:"
  static let draftSettledLater = "まだ決めていません。綴りの文も下書きの文もそのままです。項目を開き直すと、また選べます。"
  static let conflictAnswered = "選んだ文にしました。確かめて F2 で保存してください(Ctrl-Z で戻せます)。"
  static let conflictKeptBoth = "両方の文を並べたままにしました。確かめて F2 で保存してください。"
  static let conflictWrittenSince = "その後に書き足されたため、両方の文が並んだままです。確かめて F2 で保存してください。"
  static let isFreeAgain = "ほかの人の編集が終わりました。記入できます。"
  static let readOnly = "読むだけにしました。記入しようとすると、もう一度尋ねます。"
  static let typedIsInDraft = "打った文は下書きに入っています。"
  static func readOnlyKeptText(draftsAreKept: Bool) -> String {
    "打った文は\(draftsAreKept ? "下書き" : "この画面")に残っています。要らなければ Ctrl-Z で取り消せます。"
  }
  static let answerFirst = "先に、読むだけにするか記入するかを ← → と Enter で選んでください。"
  static let notSavedTitle = "保存できませんでした"
  static let occupiedTitle = "ほかの人が編集中"
  static let copyElsewhere = "ホームフォルダーに写しを書きますか。"
  static let writeCopy = "写しを書く"
  static let editAnyway = "それでも記入する"
  static let justRead = "読むだけにする"

  /// What is asked about a draft over a file that changed meanwhile: its text may be of an imported file.
  static func conflictTitle(_ draft: RecoverableDraft) -> String {
    draft.importedFrom == nil ? "下書きと綴りの両方で変更されています。どの文にするか選んでください。" : "取り込んだファイルと綴りで違います。どの文にするか選んでください。"
  }

  /// Whose text the draft's is.
  static func text(of draft: RecoverableDraft) -> String {
    draft.importedFrom.map { "取り込んだ文(\($0)):" } ?? "下書きの文:"
  }

  static func answer(_ answer: ConflictAnswer, about draft: RecoverableDraft, isChoice: Bool) -> String {
    let thing = isChoice ? "選択" : "文"
    switch answer {
    case .both where !isChoice: return "両方を並べる"
    case .both, .ours, .draft: return (draft.importedFrom == nil ? "下書きの" : "取り込んだ") + thing
    case .theirs: return "綴りの" + thing
    }
  }
}
