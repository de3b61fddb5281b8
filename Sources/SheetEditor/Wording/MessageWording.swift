// Holds the sentences of the message line.

import InitiativeModel
import SheetWording

extension Wording {
  static let howToQuit = "終了するには F10(または Ctrl-Q)を押してください。文章は下書きに残ります。"
  static let saving = "保存しています…"
  static let savingMore = "保存しています… その後の記入も、続けて保存します。"
  /// What is said while the program waits for saves before it ends.
  public static func waitingForSaves(draftsAreKept: Bool) -> String {
    "保存が終わりしだい終了します。" + (draftsAreKept ? "待たずに終了するには、もう一度 F10 を押してください(下書きは残ります)。" : "")
  }
  static let nothingCopied = "貼り付けるものがありません。"
  static let nothingSelected =
    "範囲が選ばれていません。Shift を押しながら矢印キーで選ぶか、Ctrl-A ですべて選べます。終了するには F10 です。"
  static let chooseHelp = "1 か 2(または ← →)で選びます。"
  static let nothingToClear = "選ばれていません。"
  static let closeFirst = "Esc で閉じてから記入してください。"
  static let unknownKey = "このキーには働きがありません。F1 で説明を開けます。"

  static func savedUnproven(number: Int, reason: String, draftsAreKept: Bool) -> String {
    "\(itemName(number))を書き込みましたが、ディスクに届いたことを確かめられません: \(reason)\(draftSentence(draftsAreKept))もう一度 F2 を押してください。"
  }

  static func mergedFromDisk(number: Int) -> String {
    "\(itemName(number))は開いた後にほかで変更されました。その内容を取り込みました。もう一度 F2 で保存できます。"
  }

  static func conflicting(number: Int, fields: [EntryField]) -> String {
    let names = fields.map { fieldName($0) }.joined(separator: "、")
    return "\(itemName(number))の\(names)がほかでも変更されました。両方の文を並べました。確かめて F2 で保存してください。"
  }

  static func pasted(characters: Int, dropped: Int) -> String {
    dropped == 0
      ? "\(characters)字を貼り付けました。" : "\(characters)字を貼り付けました(使えない制御文字\(dropped)個を除きました)。"
  }

  static func draftElsewhere(path: String) -> String { "下書きはいつもの場所に書けないため、\(path) に保存しています。" }

  static func draftNotKept(reason: String) -> String {
    "下書きをどこにも保存できません: \(reason)F2 で保存するまで、文章はこの画面にしかありません。"
  }
}
