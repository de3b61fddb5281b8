// Holds what the dialogue line by line says of lines, commands and files.

import Glibc
import InitiativeModel
import SheetWording

extension Wording {
  /// The words of the dialogue line by line.
  enum Plain {
    static let greeting = "1行ずつの対話です。h で説明、q で終了。全角でも入れられます。"
    static let books = "綴り"
    static let list = "一覧"

    static func prompt(_ place: String) -> String { "\(place)> " }

    /// The commands, a line each.
    static var help: [String] {
      ["番号だけを入れると、一覧ではその項目を開き、項目ではその欄(1から\(EntryField.allCases.count))を読みます。"]
        + DialogueCommand.allCases.map { "\($0.row.word) \(usageTail($0))(\($0.row.key)): \($0.row.help)" }
        + [
          "語と( )の中の1字のどちらでも同じです。例: 記入 4 は w 4。",
          "文章は「.」だけの行で終わります(「。」でも同じ)。点だけの行を入れるときは、点を一つ多く入れます。",
          "入れた行は、次の行を待つ前に下書きに入ります。②を選んだら「\(PrintedForm.issuesAndImprovements)」が必須です。",
        ]
    }

    private static func usageTail(_ command: DialogueCommand) -> String {
      command.row.usage.isEmpty ? "" : command.row.usage + " "
    }

    /// What is said where a person presses Ctrl-C.
    static func howToQuit(isText: Bool) -> String {
      isText ? "文章は「.」だけの行で終わります。入れた行は下書きにあります。" : "終了するには q を入れてください。"
    }

    // MARK: Lines

    static let unreadableLine = "(読めない行)"
    static let commandTooLong = "長すぎる行なので、何もしていません。"
    static let keysInCommand = "矢印などのキーの符号が入っているため、何もしていません。もう一度入れてください。"

    static func inScript(line: Int, _ sentence: String) -> String { "入力\(line)行目: \(sentence)ここで終わります。" }

    /// Why a line is not taken.
    static func sentence(_ line: EnteredLine) -> String {
      switch line {
      case .text: commandTooLong
      case .notUTF8: "この行は文字コードがUTF-8ではないため、入れていません。"
      case .controls: "この行には使えない制御文字があるため、入れていません。文字だけの行にしてください。"
      case .tooLong: "この行は\(megabytes(LineReader.longest))を超えるため、入れていません。行を分けて入れてください。"
      }
    }

    static func cannotRead(_ code: Int32) -> String { "入力を読めません(\(String(cString: strerror(code))))。" }

    // MARK: Commands

    static func unknown(_ word: String) -> String { "「\(word)」という命令はありません。h を入れると説明を読めます。" }
    static func openItemFirst(_ word: String) -> String { "「\(word)」は項目を開いてから使います。一覧で項目の番号を入れてください。" }
    static let openBookFirst = "先に、綴りの番号を入れて開いてください。"
    static func noBook(_ number: Int, of count: Int) -> String { "綴りの番号は1から\(count)までです(\(number)はありません)。" }
    static func noItem(_ number: Int) -> String { "この綴りに番号\(number)の項目はありません。" }
    static func noField(_ word: String) -> String { "欄は1から\(EntryField.allCases.count)の番号で示します(「\(word)」はありません)。" }
    static func usage(_ command: DialogueCommand) -> String {
      "「\(command.row.word)」は「\(command.row.word) \(command.row.usage)」のように入れてください。例: \(example(command))"
    }

    private static func example(_ command: DialogueCommand) -> String {
      if command.row.usage.contains("中間") { return "\(command.row.word) 中間" }
      let numbers = command.row.usage.contains(" 行") ? " 4 2" : " 4"
      return "\(command.row.word)\(numbers)"
    }

    static func noFilter(_ name: String) -> String { "「\(name)」という絞り込みはありません。「絞込」だけを入れると、名前を読めます。" }
    static func noChoice(_ answer: String, _ field: EntryField) -> String {
      "\(name(field))に「\(answer)」は使えません。1 か 2、消すときは 0 を入れてください。"
    }
    static func textFollows(_ field: EntryField) -> String { "\(name(field))の文は、「記入 欄」の次の行から入れてください。" }
    static func isChoice(_ field: EntryField) -> String { "\(name(field))は選択の欄です。「記入」で 1 か 2 を入れてください。" }
    static func isEmpty(_ field: EntryField) -> String { "\(name(field))は空です。" }
    static func noLine(_ word: String, _ field: EntryField, _ count: Int) -> String {
      "\(name(field))は\(count)行です。「\(word)」行目はありません。"
    }

    // MARK: Files

    static func unmerged(_ file: String) -> String {
      "\(file) に gitの合流(マージ)で二つの文が残っています。一覧でこの項目を開くと、どちらの文にするか選べます。"
    }
    static let isFree = "ほかの人の編集が終わりました。"
    static let reviewsChanged = "この項目に新しい印かコメントがあります。m で読めます。"
    static func draftElsewhere(_ path: String) -> String { "下書きはいつもの場所に書けないため、\(path) に保存しています。" }
    static func draftNotKept(_ reason: String, isScript: Bool) -> String {
      "下書きをどこにも保存できません: \(reason)\(isScript ? "" : "「保存」するまで、文章はここにしかありません。")"
    }
    static func savedUnproven(_ number: Int, _ reason: String, _ draftsAreKept: Bool) -> String {
      "\(itemName(number))を書き込みましたが、ディスクに届いたことを確かめられません: "
        + "\(reason)\(draftSentence(draftsAreKept))もう一度「保存」してください。"
    }
    static func conflicting(_ number: Int, _ fields: [EntryField]) -> String {
      "\(itemName(number))の\(fields.map { name($0) }.joined(separator: "、"))がほかでも変更され、両方の文が並んでいます。保存していません。"
        + "項目を開くと、どの文にするか選べます。"
    }
    static func sameAsSaved(_ number: Int) -> String {
      "\(itemName(number))はほかで同じ内容が保存されていました。保存していない変更はありません。"
    }
    static func merged(_ number: Int) -> String {
      "\(itemName(number))は開いた後にほかで変更されました。その内容を取り込みました。まだ保存していません。確かめて、もう一度「保存」してください。"
    }
    static func saveTakesLong(_ draftsAreKept: Bool) -> String {
      "保存の返事がまだありません。保存できたかどうかは分かりません。\(draftSentence(draftsAreKept))返事が来たら、次の行の前に知らせます。"
    }
    static let openToDecide = "終わるのを待つか、項目を開いて決めてから保存してください。"
  }
}
