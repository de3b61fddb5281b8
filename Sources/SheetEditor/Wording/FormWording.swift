// Holds the words of 項目 and 本文: what was done with a field, and what is said of it.

import InitiativeModel
import SheetWording

extension Wording {
  static let required = "必須"
  static let nothingChosen = "未選択"
  static let revertWhileSaving = "保存しているところです。終わってから、もう一度 Ctrl-U を押してください。"

  /// A text's characters as 字数 counts them: line feeds are none.
  static func characterCount(of text: String) -> String { characterCount(TextBuffer.characterCount(of: text)) }

  static func pasted(_ text: String, dropped: Int) -> String {
    pasted(characters: TextBuffer.characterCount(of: text), dropped: dropped)
  }

  /// How many comments speak of a field, beside its label.
  static func commentMark(_ count: Int) -> String { "コメント\(count)" }

  /// What of the comments does not stand on the screen, and the key that shows it.
  static func moreOfComments(_ lines: Int) -> String { "…コメントの続きが\(lines)行あります(F1 で全文)" }

  /// How to read the part of the plan that is not seen.
  static let openByF6 = "F6 で広げる"
  static let openPlanInShort = "F6"

  // MARK: Replacing

  static func hitIsPart(_ text: String) -> String { "「\(text)」は探している字を一部に含むだけなので、置き換えません。" }
  static func partsLeft(_ count: Int) -> String { "一部に含むだけの\(count)件はそのままです。" }

  // MARK: Choices

  /// An option as a button; the one that is chosen stands in brackets, which are two columns wide everywhere.
  static func button(_ words: String, isChosen: Bool) -> String { isChosen ? "【\(words)】" : "  \(words)  " }

  // MARK: Copying

  static func copied(_ what: String) -> String { "\(what)を写しました。Ctrl-V で貼り付けられます。" }

  static func copied(_ field: EntryField, in sheet: InitiativeSheet) -> String {
    let content =
      sheet.chosenOption(of: field).map { name($0) } ?? "文(\(characterCount(of: sheet.text(of: field).string)))"
    return copied("\(label(field))の\(content)")
  }

  static func pasteIsKept(_ text: String) -> String {
    "選択の欄には貼り付けられません。貼り付けた文(\(characterCount(of: text)))は、文章の欄で Ctrl-V を押すと入ります。"
  }

  static let nothingToCopy = "この欄は空なので、写すものがありません。" + howToQuit

  // MARK: What is saved

  static func reverted(_ field: EntryField, in saved: InitiativeSheet) -> String {
    let content: String
    if field.isChoice {
      content = saved.chosenOption(of: field).map { name($0) } ?? nothingChosen
    } else {
      content = saved.text(of: field).isEmpty ? "未入力" : characterCount(of: saved.text(of: field).string)
    }
    return "\(label(field))を保存済みの内容(\(content))に戻しました。Ctrl-Z で、戻す前に戻せます。"
  }

  static func reverted(number: Int, fields: [EntryField], canUndoHere: Bool) -> String {
    "\(itemName(number))を保存済みの内容に戻しました(\(names(fields)))。"
      + (canUndoHere ? "Ctrl-Z で、まとめて戻す前に戻せます。" : "この項目を開いて Ctrl-Z を押すと、まとめて戻す前に戻せます。")
  }

  static let revertIsOfDraft = "保存済みに戻すのは、「下書き」を選んでいるときだけです。Tab で選べます。"

  static func nothingToRevert(_ field: EntryField, others: Int) -> String {
    let sheet = others == 0 ? "" : "ほかの\(others)つの欄は変わっています。項目全体を戻すには、F4 の下書きで Ctrl-U を押します。"
    return "\(label(field))は保存済みの内容のままです。" + sheet
  }

  static func nothingToRevert(number: Int) -> String { "\(itemName(number))は保存済みの内容のままです。" }

  static func undone(_ fields: [EntryField]) -> String { "まとめて取り消しました: \(names(fields))" }

  static func redone(_ fields: [EntryField]) -> String { "まとめてやり直しました: \(names(fields))" }

  private static func names(_ fields: [EntryField]) -> String { fields.map { fieldName($0) }.joined(separator: "、") }

  // MARK: What is confirmed

  static func changesConfirmed(_ period: ReviewPeriod) -> String {
    "\(period.printedName)は確認済です。直したまま保存すると「\(MarkState.changedSinceConfirmed.rawValue)」になります。Ctrl-Z で元に戻せます。"
  }

  static func confirmedIsChanged(_ period: ReviewPeriod) -> String {
    "確認済の\(period.printedName)を直しています。保存すると「\(MarkState.changedSinceConfirmed.rawValue)」になります。"
  }
}

extension Wording.FooterWord {
  static let revert = "保存済みに戻す"
}

extension Wording.Help {
  static let revertSheet = "項目全体を保存済みの内容に戻す(下書きを見ているとき。項目で Ctrl-Z で取り消せる)"
  static let revertField = "この欄を保存済みの内容に戻す(Ctrl-Z で取り消せる)"
  static let pasteIntoField = "写した文章を欄の終わりに貼り付けて開く。選択の欄では選ぶ"
  static let copyField = "欄の内容をすべて写す(空の欄では終了のしかたを表示する)"
  static let copySelection = "選んだ範囲を写す(選んでいなければ終了のしかたを表示する)"
}
