// Holds the sentences of the command line: the program's help, what is wrong with words, and what commands report.

import Glibc
import InitiativeModel
import SheetEditor
import SheetExchange
import SheetStorage
import SheetWording

extension Wording {
  /// The version that `--version`, the manual and the package tell; the newest heading of CHANGELOG.md names it too.
  static let version = "1.0.0"

  /// What each exit status means, from 0 on.
  static let exitStatuses = ["済み", "点検で不備や機種依存文字あり、または履歴がそろっていない", "指定の誤り", "読み書きできない", "ほかで変更された"]

  /// The help of the program: every command with what it does.
  static var help: String {
    let commands = ProgramCommands.all.map { row("\($0.name) \($0.listedUsage)", $0.summary) }
    return """
      furikaeri — 取組項目の計画を読みながら、中間振り返りと自己評価を端末で記入し、確認する

      使い方:
      \(row("[FOLDER]", "画面を開く(FOLDER を省くと Data)"))
      \(row("--plain [FOLDER]", "画面を使わず、1行ずつの対話で記入する(読み上げ、TERM=dumb、台本)"))
      \(commands.joined(separator: "\n"))
      \(row("--help, --version", "説明、版"))

      終了の値: \(exitStatuses.enumerated().map { "\($0) \($1)" }.joined(separator: "  "))
      """
  }

  /// A usage with what it does beside it, or below it where there is no room.
  private static func row(_ usage: String, _ summary: String) -> String {
    let margin = "\n" + String(repeating: " ", count: 40)
    let head = "  furikaeri \(usage)"
    let gap = head.count < 39 ? String(repeating: " ", count: 40 - head.count) : margin
    return head + gap + summary.split(separator: "\n").joined(separator: margin)
  }

  static func help(of command: any ProgramCommand.Type) -> String {
    "furikaeri \(command.name) \(command.usage)\n\n\(command.help)"
  }

  static func sentence(_ error: UsageError) -> String {
    switch error {
    case .unknownCommand(let word): "「\(word)」という命令もフォルダーもありません。furikaeri --help で使い方を表示します。"
    case .unknownOption(let word, let command):
      "\(command) に「\(word)」という指定はありません。furikaeri \(command) --help で使い方を表示します。"
    case .missingValue(let option): "\(option) の後に値がありません。"
    case .badValue(let option, let value, let expected): "\(option) に「\(value)」は使えません(例: \(expected))。"
    case .missingArgument(let command, let name):
      "\(command) には \(name) が要ります。furikaeri \(command) --help で使い方を表示します。"
    case .tooManyArguments(let command, let word): "\(command) に余分な「\(word)」があります。"
    case .workbookNeedsFile: "xlsx は画面に出せません。--output 天王寺区.xlsx のように、書き出すファイルの名前を付けてください。"
    case .notTogether(let one, let other): "\(one) と \(other) は一緒に指定できません。どちらか一つにしてください。"
    }
  }

  static func undecodableArgument(_ word: String) -> String {
    "指定された「\(word)」は文字コードがUTF-8ではありません。フォルダーやファイルの名前をUTF-8で付け直してから指定してください"
      + "(例: convmv -f sjis -t utf8 --notest 場所)。"
  }
  static func resultNotWritten(_ error: SystemError) -> String {
    "結果を標準出力に書き出せませんでした。\(error.code == EBADF ? "出力が閉じられています。" : detail(error))"
  }

  static func noSuchItem(_ number: Int, _ folder: String) -> String { "\(folder) に項目\(number)がありません。" }

  static func sentence(_ obstacle: TerminalObstacle) -> String {
    switch obstacle {
    case .notUTF8: "文字コードがUTF-8ではありません。LANG=ja_JP.UTF-8(または C.UTF-8)を設定してから起動してください。"
    case .noTerminal: "画面を開くには端末が要ります。端末から直接起動してください(一覧だけなら furikaeri status、画面なしで記入するなら furikaeri --plain)。"
    case .noType: "環境変数 TERM がありません。例: TERM=xterm-256color を設定するか、画面を使わない furikaeri --plain で記入してください。"
    case .unknownType(let type):
      "端末の種類 TERM=\(type) を知りません。例: TERM=xterm-256color を設定するか、画面を使わない furikaeri --plain で記入してください。"
    case .cannotPlaceCursor(let type):
      "端末の種類 TERM=\(type) では画面を描けません。画面を使わない furikaeri --plain で記入できます。"
    case .badSetting(let name, let value, let allowed):
      "\(name)=\(value) は使えません(\(allowed.joined(separator: "、")) のどれか)。"
    }
  }
  static let terminalFailed = "端末の画面を開けませんでした。"
  static func draftsLeft(_ count: Int) -> String { "下書きが\(count)件残っています。次に開くと続きから書けます。" }
  /// The name of what `-` stands for.
  static let standardInput = "標準入力"
  static func noDrafts(_ folder: String) -> String { "\(folder) に、誰も開いていない下書きはありません。" }
  static let noDraftsAnywhere = "誰も開いていない下書きはありません。"
  static let nothingDiscarded = "捨てた下書きや、保存済みに戻した文章はありません。"
  static func discardedCount(_ count: Int) -> String { "捨てたもの、保存済みに戻したもの\(count)件。14日間残ります。" }
  static func discardedAreThere(_ count: Int) -> String {
    "ほかに、捨てた下書きと保存済みに戻した文章が\(count)件あります。recover --discarded で読めます。"
  }
  static func draftCount(_ count: Int) -> String { "下書き\(count)件。furikaeri で開くと続きから書けます。" }
  static func draftPlace(_ path: String) -> String { "下書きのファイル: \(path)" }
  static let draftWithoutSheet = "項目のファイルがないか、読めません。下書きの文章をすべて表示します。"
  static let draftWithoutBook = "綴りのフォルダーがありません(移動、改名、または削除)。下書きの文章をすべて表示します。"
  static let draftOfOtherBook = "この場所には今、別の綴りがあります。下書きの文章をすべて表示します。"
  static let draftInDoubt = "ほかの画面で開かれているかもしれません。取り込むときは写しを作り、このファイルは残します。"
  static let draftDamaged = "下書きの一部が壊れています。読めたところまでを表示します。"
  static let draftOfMerge = "gitの合流(マージ)で選んだ文の下書きです。こちらの文との違いを表示します。"
  static let draftKeepsOurs = "選んだ文は、こちらの文と同じです。"
  static let draftWithoutChange = "保存された項目と違いはありません。"
  static func checked(sheets: Int, blocking: Int, advisory: Int) -> String {
    "\(sheets)項目を点検: 不備\(blocking)件、参考\(advisory)件"
  }
}
