// Holds the manual page furikaeri(1), made of the program's tables.

import SheetSettings
import SheetWording

@testable import SheetEditor
@testable import furikaeri

/// The manual page of the program.
enum ProgramPage {
  /// - Parameter date: the day of the release.
  static func source(date: String) -> String {
    ManText.page(
      "furikaeri", 1, of: "利用者の命令", date: date,
      [
        "名前": [nameLine], "SYNOPSIS": synopsis, "説明": ManText.paragraphs(description), "命令": commands, "キー": keys,
        "設定": [ManText.escaped(settings)], "環境変数": environment, "綴りの設定": book, "ファイル": files, "終了の値": statuses,
        "例": examples, "IN ENGLISH": ManText.paragraphs(english), "関連項目": [ManText.escaped(seeAlso)],
      ])
  }

  // MARK: What the tables say

  private static let nameLine = "furikaeri \\- 中間振り返りと自己評価を端末で記入し、確認する"

  private static var synopsis: [String] {
    [".SY furikaeri", "[" + ManText.italic("FOLDER") + "]", ".YS"]
      + CommandUsage.all.flatMap { usage -> [String] in
        var parts: [String] = []
        if let argument = usage.argument {
          parts.append(inBrackets(ManText.italic(argument), usage.argumentIsRequired))
        }
        parts += usage.options.map { option in
          let value = option.choices.map { $0.map { ManText.bold($0) }.joined(separator: "|") }
          let rest = value ?? option.value.map { ManText.italic($0) }
          let words = [ManText.bold(option.name), rest].compactMap(\.self)
          return inBrackets(words.joined(separator: "\\ "), option.isRequired)
        }
        return [".SY \"furikaeri \(ManText.escaped(usage.command))\""] + parts + [".YS"]
      } + [".SY furikaeri", "\\fB\\-\\-help\\fR|\\fB\\-\\-version\\fR", ".YS"]
  }

  private static func inBrackets(_ text: String, _ isRequired: Bool) -> String { isRequired ? text : "[\(text)]" }

  private static var commands: [String] {
    ProgramCommands.all.flatMap { command in
      [".SS \(ManText.escaped(command.name))"] + ManText.lines(ofHelp: help(of: command))
    }
  }

  /// A command's help without the variables, which have a section of their own.
  private static func help(of command: any ProgramCommand.Type) -> String {
    let help = command.help
    guard let place = help.firstRange(of: "\n\n" + Wording.environment) else { return help }
    return String(help[..<place.lowerBound])
  }

  private static var keys: [String] {
    [ManText.escaped("F の付くキーが使えない端末では、横の Ctrl のキーか Alt と数字を使います。どの画面でも F1 で説明が出ます。")]
      + KeyPage.screens.flatMap { place in
        [".SS \(ManText.escaped(place.name))"] + ManText.list(place.rows.map { ($0.keys, $0.sentence) }, indent: 22)
      }
  }

  private static var environment: [String] {
    let ofSettings = Setting.allCases.compactMap { setting in
      setting.row.variable.map { (word: $0, sentence: "設定の \(setting.row.name)。") }
    }
    let others = EnvironmentVariable.all.filter { variable in !ofSettings.contains { $0.word == variable.name } }
    return [ManText.escaped(variablesOfSettings)] + ManText.closeList(ofSettings, indent: 24)
      + ManText.list(others.map { ($0.name, $0.summary) })
  }

  private static var book: [String] {
    [ManText.escaped("綴りのフォルダーの book.json で決めます。知らない名前はそのまま残ります。")]
      + ManText.list(bookSettings.map { ($0.name, $0.sentence) }, indent: 16)
  }

  /// What book.json says of a book.
  static let bookSettings = [
    (name: "ward", sentence: "区の名前。"),
    (name: "fiscalYear", sentence: "年度(西暦)。"),
    (name: "title", sentence: "様式の表題。"),
    (
      name: "supervisors",
      sentence: "印を付けられる人のログイン名か、% を付けたグループ名の並び。なければ、綴りを開ける人は誰でも付けられます。"
    ),
    (name: "planIsOpen", sentence: "true なら計画を書けます。furikaeri plan の --fix と --open で変えます。"),
    (name: "formatVersion", sentence: "ファイルの形の版。新しい版のファイルは、読まずにそう言います。"),
  ]

  private static var statuses: [String] {
    ManText.list(Wording.exitStatuses.enumerated().map { (String($0.offset), $0.element) }, indent: 4)
  }

  // MARK: What stands here alone

  private static let description = [
    "取組項目の計画を読みながら、中間振り返りと自己評価を記入します。②を選んだ項目は「課題と改善策」が空のままでは保存されず、下書きに残ります。打った文は、プログラムが途中で止まっても失われません。",
    "綴りは区と年度ごとのフォルダーで、一つの項目が一つのファイルです。FOLDER には綴りか、綴りを集めたフォルダーを指定します。省くと Data です。",
  ]

  private static let settings =
    "一覧の F6 の「設定」で変えるか、~/.config/furikaeri/furikaeri.conf に書きます。書き方、どんな設定があるか、既定の値は furikaeri.conf(5) にあります。"

  private static let variablesOfSettings = "次のものは設定ファイルより先に効きます。値と働きは furikaeri.conf(5) にあります。"

  private static let seeAlso =
    "furikaeri.conf(5)、/usr/share/doc/furikaeri/users-guide.md.gz(利用の手引き)、keys.md.gz(すべてのキー)"

  private static var files: [String] {
    ManText.list(
      [
        ("FOLDER/book.json", "綴りの区、年度、設定。"), ("FOLDER/item-NN.json", "項目。"),
        ("FOLDER/reviews/", "確認、差戻し、返答。"), ("FOLDER/history/", "保存の履歴。"),
        ("FOLDER/.furikaeri/", "編集中の人と保存の順番。控えには要りません。"),
        ("~/.config/furikaeri/furikaeri.conf", "設定。furikaeri.conf(5) を見てください。"),
        ("~/.local/state/furikaeri/drafts/", "下書き。本人だけが読めます。"),
      ], indent: 22)
  }

  private static var examples: [String] {
    let lines = [
      ("天王寺区の綴りを開く", "furikaeri Data/tennoji-2019"),
      ("中間振り返りがそろったか調べる", "furikaeri check Data --for midterm"),
      ("様式をExcelのブックにする", "furikaeri export Data/tennoji-2019 --format xlsx --output 天王寺区.xlsx"),
    ]
    return lines.flatMap { [".TP", ManText.escaped($0.0), ManText.bold($0.1)] }
  }

  private static let english = [
    "furikaeri is a full-screen form editor in which ward offices fill in the yearly reviews of their initiatives. FOLDER is a book (one ward's sheets of one fiscal year) or a folder of books; without one it is Data. Messages are in Japanese and go to standard error, results to standard output. A sheet in which ② is chosen is not saved until its text is filled in; it stays a draft.",
    "Exit status: 0 done, 1 findings, 2 wrong command line, 3 not readable or writable, 4 changed by somebody else.",
  ]
}
