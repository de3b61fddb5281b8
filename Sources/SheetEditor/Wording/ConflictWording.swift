// Holds the words for two people at one sheet.

import InitiativeModel
import SheetWording

extension Wording {
  static let conflictTitle = "同じ欄がほかでも変更されました。どの文にするか選んでください。"
  static let theirText = "相手の文(いまファイルにある文):"
  static let ourText = "自分の文:"
  static let savedText = "保存されている文(綴り):"
  static let draftText = "下書きの文(自分の下書きか、取り込んだファイル):"
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

  /// The answers about a draft over a file that changed meanwhile: its text may be of an imported file.
  static func draftAnswer(_ answer: ConflictAnswer, isChoice: Bool) -> String {
    switch answer {
    case .both: isChoice ? "下書きの選択" : "両方を並べる"
    case .ours: isChoice ? "下書きの選択" : "下書きの文"
    case .theirs: isChoice ? "保存されている選択" : "保存されている文"
    }
  }
}
