// Holds the manual page furikaeri.conf(5), made of the table of the settings.

import SheetWording

@testable import SheetSettings
@testable import furikaeri

/// The manual page of the file of the settings.
enum SettingsPage {
  /// - Parameter date: the day of the release.
  static func source(date: String) -> String {
    ManText.page(
      "furikaeri.conf", 5, of: "ファイルの形式", date: date,
      [
        "名前": ["furikaeri.conf \\- furikaeri の設定ファイル"], "SYNOPSIS": [ManText.bold(path)],
        "説明": ManText.paragraphs(description), "書き方": ManText.paragraphs(form), "設定": settings, "キーを足す": keys,
        "環境変数": ManText.paragraphs(environment), "使えない行": brokenLines, "ファイル": files, "例": examples,
        "IN ENGLISH": ManText.paragraphs(english), "関連項目": [ManText.bold("furikaeri") + "(1)"],
      ])
  }

  private static let path = "~/.config/furikaeri/furikaeri.conf"

  // MARK: What the table says

  private static var settings: [String] {
    Setting.allCases.filter { $0.row.kind != .key }.flatMap { setting -> [String] in
      let row = setting.row
      var words = ""
      if case .words(let all) = row.kind { words = " (\(all.map { ManText.bold($0) }.joined(separator: ", ")))" }
      var sentences = [row.summary]
      if row.kind == .text { sentences.append("\(Wording.Settings.allowed(setting))。") }
      if !setting.standard.isEmpty { sentences.append("既定は \(setting.standard)。") }
      if let variable = row.variable { sentences.append("環境変数は \(variable)。") }
      return [".TP", ManText.bold(row.name) + words, ManText.escaped(sentences.joined())]
    }
  }

  private static var keys: [String] {
    let rows = KeyCommand.allCases.map { command in
      (word: Setting.key(command).row.name, sentence: "F\(command.number)(\(command.word))")
    }
    return ManText.paragraphs([keysAdded]) + ManText.closeList(rows, indent: 14) + [".PP"]
      + [ManText.escaped("\(FurtherKey.allowed) です。\(keysAllowed)")]
  }

  private static var brokenLines: [String] {
    let settings = Settings(path: path, text: SettingsText(Array("theme = drak\n".utf8)))
    let told = Wording.Settings.problems(settings).map { ManText.escaped($0) }
    return [ManText.escaped(toldOfBrokenLines), ".PP", ".RS 4"] + told + [
      ".RE", ".PP", ManText.escaped(allBrokenLines),
    ]
  }

  private static var examples: [String] {
    let report = Wording.Settings.report(Settings(path: path, text: SettingsText(Array(oneLine.utf8))))
    let told = report.filter { $0.contains(oneLine) }.map { String($0.drop { $0 == " " }) }
    return [ManText.escaped("F2 の届かない端末のために、Alt-S でも保存できるようにするには、次の一行だけで足ります。")]
      + ManText.example([oneLine]) + [".PP", ManText.escaped("読まれたことは、furikaeri doctor の終わりで確かめられます。")]
      + ManText.example(told) + [".PP", ManText.escaped("いくつも決めるとき。")] + ManText.example(example)
  }

  // MARK: What stands here alone

  /// One setting.
  static let oneLine = "key.save = Alt-S"

  /// A file as somebody may have it.
  static let example = [
    "# 窓口の端末",
    "theme = dark",
    "mouse = off          # 端末で文を選ぶ",
    "",
    "name = 総務課 1係",
    "key.save = Alt-S     # F2 が届かない",
    "key.next = F12",
  ]

  private static let description = [
    "furikaeri(1) の配色、マウス、名前、キーなどを、使う人がそれぞれ自分のために決めるファイルです。なくてもかまいません。決めていないものは既定のとおりです。",
    "プログラムの中では、一覧の F6 の「設定」で変えられます。変えると、このファイルのその行だけがすぐに書き換わり、ほかの行は、覚え書きも並びもそのまま残ります。手で書き換えたものは、次に開いたときから効きます。",
  ]

  private static let form = [
    "1行に一つ、「名前 = 値」と書きます。文字コードは UTF-8 です。= の前後と行の初めの空白は、あってもなくても同じです。名前も値も、全角と半角、大文字と小文字の違いを問いません(name の値だけは、書いたとおりの名前になります)。",
    "# から行の終わりまでは覚え書きです。値の後に書くときは、# の前に空白を置きます。空の行があってもかまいません。",
    "値を書かなければ、既定のとおりです。同じ名前の行がいくつもあれば、最後の行が効きます。",
  ]

  private static let keysAdded =
    "F1 から F10 のそれぞれと同じ働きをするキーを、key.save = Alt-S のように一つずつ足せます。F の付くキーも、同じ働きの Ctrl のキーも、そのまま使えます。既定では何も足されていません。環境変数はありません。"

  private static let keysAllowed =
    "どの画面でもほかの働きのないキーだけです。Alt+S のように + で書いてもかまいません。一つのキーを二つの設定に使うことはできず、後の行は使えない行になります。端末や窓が自分で使うキーは、プログラムに届きません。どのキーが届くかは furikaeri doctor で分かります。"

  private static let environment = [
    "環境変数、このファイル、既定の順に見て、初めに決まっているものが効きます。どの設定にどの環境変数があるかは、上のとおりです。空の環境変数は、ないのと同じです。",
    "環境変数で決まっている設定は、「設定」では変えられません。値を選ぶ設定の環境変数には、その値を半角の小文字のまま書きます。ほかの値なら、furikaeri は画面を開かずにそう言い、2 で終わります。",
    "NO_COLOR に何か入っていれば、FURIKAERI_THEME で配色を決めていない限り、このファイルに何とあっても theme は mono です。",
  ]

  private static let toldOfBrokenLines = "使えない行は飛ばし、ほかの行はそのまま効きます。開いたときに、どの行の何が使えないか、何なら使えるかを知らせます。"

  private static let allBrokenLines =
    "いくつもあれば、知らせるのは初めの一つとその数です。furikaeri doctor の終わりには、すべて出ます。使えない行も消えずに、ファイルに残ります。"

  private static var files: [String] {
    ManText.list(
      [
        ("$XDG_CONFIG_HOME/furikaeri/furikaeri.conf", "XDG_CONFIG_HOME が / で始まっていれば、これだけを読みます。"),
        (path, "そうでなければ、これを読みます。~ は HOME の場所です。"),
      ], indent: 4)
      + [".PP"]
      + ManText.paragraphs([
        "フォルダーもファイルも、なければ「設定」で初めて変えたときにできます。別の場所のファイルへのリンクでもかまいません。皆に共通の設定ファイルはありません。",
        "読む許可がない、普通のファイルでない、\(SettingsText.largest / 1024)KB を超えるときは、そう知らせ、使わずに続けます。そのときは「設定」で変えることもできません。",
      ])
  }

  private static let english = [
    "furikaeri.conf holds what one user sets: UTF-8, one \"name = value\" a line; # begins a comment where a blank or nothing stands before it. A name that is not there has its default. An environment variable goes before the file. A line that cannot be followed is told with its number and what is allowed when the editor opens, and skipped; the others are followed. key.* give a function key a second key."
  ]
}
