// Holds the sentences of the command line: usage, help, and what commands report.

import Glibc
import InitiativeModel
import SheetEditor
import SheetExchange
import SheetStorage
import SheetWording

extension Wording {
  static let version = "0.1.0"

  static let help = """
    furikaeri — 取組項目の計画・中間振り返り・自己評価を端末で記入する

    使い方:
      furikaeri [FOLDER]                    画面を開く(FOLDER を省くと Data)
      furikaeri edit [FOLDER] [--item N]    画面を開く(--item で項目を指定)
      furikaeri review [FOLDER] [--item N]  記入された項目を読み、確認済・差戻しの印を付ける
      furikaeri show FOLDER [--item N]      項目を文字で表示する
      furikaeri status [FOLDER] [--format \(StatusFormat.names)]
                                            進み具合を表示する
      furikaeri check [FOLDER] [--for entry|midterm|final] [--format text|json]
                                            すべての指摘を表示する
      furikaeri import FILE --into FOLDER [--ward 天王寺区] [--year 2019] [--replace]
                                            公表された様式の文字から綴りを作る
      furikaeri history FOLDER --item N [--verify]
                                            項目の保存の履歴(誰が、いつ、何を変えたか)。そろっているかも調べられる
      furikaeri recover [FOLDER]            誰も開いていない下書きと、その文章を表示する
                                            (FOLDER を省くと、自分の下書きすべて)
      furikaeri doctor [FOLDER]             端末の字の幅とキーを調べる(FOLDER があれば、そこでだれが働けるか)
      furikaeri --help, --version           説明、版

    終了の値: 0 済み  1 点検で不備あり、または履歴がそろっていない  2 指定の誤り  3 読み書きできない  4 ほかで変更された
    """

  static func help(_ command: CommandName) -> String {
    switch command {
    case .edit:
      "furikaeri edit [FOLDER] [--item N]\n\n綴り(または綴りを集めたフォルダー)を画面で開きます。--item で項目の番号を指定できます。\n"
        + "キーの説明は画面で F1 を押すと出ます。FURIKAERI_AMBIGUOUS=1|2 で ①※ などの幅を決められます。"
    case .review:
      "furikaeri review [FOLDER] [--item N]\n\n記入された項目を通して読み、確認済・差戻しの印とコメントを付けます(F9)。記入は変えられません。\n"
        + "印は綴りの reviews/ に書かれます。book.json の supervisors に名前があれば、その人だけが付けられます。"
    case .show: "furikaeri show FOLDER [--item N]\n\n項目を文字で表示します。--item で一つに絞れます。"
    case .status:
      "furikaeri status [FOLDER] [--format \(StatusFormat.names)]\n\n綴りと項目ごとの進み具合と、確認・差戻しを表示します(画面の一覧と同じ数です)。\n"
        + "html は印刷できる一枚のページです: furikaeri status Data --format html > 進み具合.html"
    case .check:
      "furikaeri check [FOLDER] [--for entry|midterm|final] [--format text|json]\n\n"
        + "すべての指摘と、同じ区・年度の二つ目の綴り、誰も読まないファイル(写しなど)を表示します。midterm は中間振り返り、final は自己評価の欄がすべて埋まっているかも調べます。\n不備があれば 1 で終わります。"
    case .history:
      "furikaeri history FOLDER --item N [--verify]\n\n項目の保存の履歴を、古いものから順に表示します。- は消えた行、+ は加わった行です。\n"
        + "名前は環境変数 FURIKAERI_USER、なければログイン名です。\n"
        + "--verify は、履歴の行が欠けたり書き換えられたりしていないかを調べます。そろっていなければ 1 で終わります。"
    case .recover:
      "furikaeri recover [FOLDER]\n\n誰も開いていない下書きを、保存された項目との違いとともに表示します。何も変えません。\n"
        + "FOLDER を省くと、自分の下書きを綴りごとにすべて表示します。なくなった綴りの下書きも含みます。\n"
        + "もうないフォルダーを指定すると、そこにあった綴りの下書きを表示します。\n画面を開けば、下書きの続きから書けます。"
    case .doctor:
      "furikaeri doctor [FOLDER]\n\n端末が ①※─ などを何桁で描くか、キーが何を送るか、IMEの窓がどこに出るかを画面で確かめます。\n"
        + "終わると、見えたことを文字で出します。\n"
        + "FOLDER を指定すると、そのフォルダーでだれが読み、保存し、印を付けられるか、できない人がいれば何が止めていて\n"
        + "どの命令で直るかを表示します。できない人がいれば 4 で終わります。"
    case .importSheets:
      "furikaeri import FILE --into FOLDER [--ward 区名] [--year 年度] [--replace]\n\n"
        + "公表された様式の文字(FILE、- は標準入力)を読み、FOLDER に綴りを作ります。\n"
        + "すでにある綴りは --replace がないと変えません。記入済みの振り返りを空にすることはありません。\n"
        + "ほかの区・年度の文字や、番号の付け方が違う文字は、綴りに取り込みません。\n"
        + "年度は 2019、R1、令和元、平成31 のように書けます。"
    }
  }

  static func sentence(_ error: UsageError) -> String {
    switch error {
    case .unknownCommand(let word): "「\(word)」という命令もフォルダーもありません。furikaeri --help で使い方を表示します。"
    case .unknownOption(let word, let command):
      "\(command.rawValue) に「\(word)」という指定はありません。furikaeri \(command.rawValue) --help で使い方を表示します。"
    case .missingValue(let option): "\(option) の後に値がありません。"
    case .badValue(let option, let value, let expected): "\(option) に「\(value)」は使えません(例: \(expected))。"
    case .missingArgument(let command, let name):
      "\(command.rawValue) には \(name) が要ります。furikaeri \(command.rawValue) --help で使い方を表示します。"
    case .tooManyArguments(let command, let word): "\(command.rawValue) に余分な「\(word)」があります。"
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

  static let notUTF8 =
    "文字コードがUTF-8ではありません。LANG=ja_JP.UTF-8(または C.UTF-8)を設定してから起動してください。"
  static let noTerminal = "画面を開くには端末が要ります。端末から直接起動してください(一覧だけなら furikaeri status)。"
  static let noTerm = "環境変数 TERM がありません。例: TERM=xterm-256color を設定してください。"
  static func unknownTerm(_ type: String) -> String {
    "端末の種類 TERM=\(type) を知りません。例: TERM=xterm-256color を設定してください。"
  }
  static func unusableTerm(_ type: String) -> String {
    "端末の種類 TERM=\(type) では画面を描けません。例: TERM=xterm-256color を設定してください。"
  }
  static func sentence(_ obstacle: TerminalObstacle) -> String {
    switch obstacle {
    case .notUTF8: notUTF8
    case .noTerminal: noTerminal
    case .noType: noTerm
    case .unknownType(let type): unknownTerm(type)
    case .cannotPlaceCursor(let type): unusableTerm(type)
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
  static func draftCount(_ count: Int) -> String { "下書き\(count)件。furikaeri で開くと続きから書けます。" }
  static func draftPlace(_ path: String) -> String { "下書きのファイル: \(path)" }
  static let draftWithoutSheet = "項目のファイルがないか、読めません。下書きの文章をすべて表示します。"
  static let draftWithoutBook = "綴りのフォルダーがありません(移動、改名、または削除)。下書きの文章をすべて表示します。"
  static let draftOfOtherBook = "この場所には今、別の綴りがあります。下書きの文章をすべて表示します。"
  static let draftInDoubt = "ほかの画面で開かれているかもしれません。取り込むときは写しを作り、このファイルは残します。"
  static let draftDamaged = "下書きの一部が壊れています。読めたところまでを表示します。"
  static let draftWithoutChange = "保存された項目と違いはありません。"
  static func checked(sheets: Int, blocking: Int, advisory: Int) -> String {
    "\(sheets)項目を点検: 不備\(blocking)件、参考\(advisory)件"
  }
}
