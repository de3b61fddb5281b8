// Holds the one table of the settings: name in the file, values, environment variable, sentence.

import Terminal

/// Something that a person can set for all books.
public enum Setting: Hashable, Sendable, CaseIterable {
  case theme
  case ambiguous
  case mouse
  case clipboard
  case inputMethod
  case name
  /// A further key for what a function key does.
  case key(KeyCommand)

  /// What a setting takes.
  public enum Kind: Equatable, Sendable {
    /// One of some words, the usual one first.
    case words([String])
    /// Any line of text, empty for the usual.
    case text
    /// A key that nothing else has, empty for none.
    case key
  }

  /// A row of the table.
  public struct Row: Sendable {
    /// What it is called in the file.
    public let name: String
    /// What it takes.
    public let kind: Kind
    /// The environment variable that goes before the file.
    public let variable: String?
    /// What it is called on the screen.
    public let title: String
    /// What it does.
    public let summary: String
  }

  /// All settings in the order of help, manual and screen.
  public static let allCases: [Setting] =
    [.theme, .ambiguous, .mouse, .clipboard, .inputMethod, .name] + KeyCommand.allCases.map { .key($0) }

  /// Its row of the table.
  public var row: Row {
    switch self {
    case .theme:
      Row(
        name: "theme", kind: Setting.kind(Setting.themes), variable: "FURIKAERI_THEME", title: "配色",
        summary: "配色。auto は端末に背景の色を尋ね、分からなければどの背景でも読める色だけを使います。")
    case .ambiguous:
      Row(
        name: "ambiguous", kind: Setting.kind(Setting.ambiguousWidths), variable: "FURIKAERI_AMBIGUOUS",
        title: "①※○の桁数", summary: "①、※、○ などの桁数。auto は端末に尋ねます。")
    case .mouse:
      Row(
        name: "mouse", kind: Setting.kind(Setting.switches), variable: "FURIKAERI_MOUSE", title: "マウス",
        summary: "マウス。auto はマウスを知らせると分かっている端末でだけ使います。")
    case .clipboard:
      Row(
        name: "clipboard", kind: Setting.kind(Setting.switches), variable: "FURIKAERI_CLIPBOARD",
        title: "クリップボード", summary: "写した文章を端末のクリップボードに渡す(OSC 52)。auto は端末が受け取れると答えたときだけ渡します。")
    case .inputMethod:
      Row(
        name: "ime", kind: Setting.kind(Setting.switches), variable: "FURIKAERI_IME", title: "IMEの開閉",
        summary: "本文に入るとIMEを開き、出ると閉じる。auto は Tera Term のときだけ行います。")
    case .name:
      Row(
        name: "name", kind: .text, variable: "FURIKAERI_USER", title: "名前",
        summary: "履歴と「編集中」に出る名前。なければログイン名です。")
    case .key(let command):
      Row(
        name: "key.\(command.rawValue)", kind: .key, variable: nil,
        title: "F\(command.number) \(command.word) のキー",
        summary: "F\(command.number) と同じ働きをするキーを一つ足します(\(FurtherKey.allowed))。")
    }
  }

  // MARK: What the words mean

  /// The words of the theme.
  public static let themes: KeyValuePairs<String, Theme> = [
    "light": .light, "dark": .dark, "16": .sixteen, "mono": .monochrome,
  ]
  /// The words of the ambiguous widths.
  public static let ambiguousWidths: KeyValuePairs<String, AmbiguousWidths> = ["1": .narrow, "2": .wide]
  /// The words of what is on or off.
  public static let switches: KeyValuePairs<String, Bool> = ["on": true, "off": false]
  /// The word that leaves it to the terminal.
  public static let auto = "auto"

  private static func kind<Value>(_ values: KeyValuePairs<String, Value>) -> Kind {
    .words([auto] + values.map(\.key))
  }

  // MARK: Values

  /// The value where nothing is set.
  public var standard: String {
    switch row.kind {
    case .words: Setting.auto
    case .text, .key: ""
    }
  }

  /// A value as it is meant, however it was typed; nil where it is none.
  public func accepted(_ text: String) -> String? {
    if text.isEmpty { return standard }
    switch row.kind {
    case .words(let words):
      let word = TypedLetters.plain(text)
      return words.contains(word) ? word : nil
    case .text:
      let isShown = text.count <= Setting.longestText && SafeText.visible(text) == text
      // What would be a comment in the file is no part of a text.
      return isShown && SettingsLine(Array("\(row.name) = \(text)".utf8))?.value == text ? text : nil
    case .key: return FurtherKey(text)?.written
    }
  }

  /// The most characters of a text.
  public static let longestText = 60

  /// The setting of a name, however it was typed.
  init?(named text: String) {
    let name = TypedLetters.plain(text)
    guard let found = Setting.allCases.first(where: { $0.row.name == name }) else { return nil }
    self = found
  }
}
