// Holds the sentences of the settings that every front end needs.

import SheetWording

extension Wording {
  /// The sentences about the settings and their file.
  public enum Settings {
    /// What of the file is not followed, a sentence each.
    public static func problems(_ settings: SheetSettings.Settings) -> [String] {
      let path = settings.path ?? ""
      return (settings.failure.map { [$0] } ?? [])
        + settings.text.problems.map { "設定ファイル \(path) の\($0.line)行目: \(sentence($0.kind))この行は使いません。" }
    }

    /// The same in one message; nil where there is nothing to say.
    public static func problem(_ settings: SheetSettings.Settings) -> String? {
      let all = problems(settings)
      guard let first = all.first else { return nil }
      return all.count == 1 ? first : first + "ほかに\(all.count - 1)行あります(furikaeri doctor ですべて出ます)。"
    }

    /// What is wrong with a line or a value, and what is allowed.
    public static func sentence(_ kind: SettingsProblem.Kind) -> String {
      switch kind {
      case .notUTF8: "文字コードがUTF-8ではありません。UTF-8で保存し直してください。"
      case .noValue(let text): "「\(shortened(text))」に = がありません。「theme = dark」のように書いてください。"
      case .unknownName(let name):
        "「\(shortened(name))」という設定はありません。あるのは \(names) です。"
      case .badValue(let setting, let value): "\(setting.row.name) に「\(shortened(value))」は使えません(\(allowed(setting)))。"
      case .takenKey(_, let key, let owner): "\(key) は \(owner.row.name)(\(owner.row.title))に付いています。別のキーにしてください。"
      }
    }

    /// What a setting takes.
    public static func allowed(_ setting: Setting) -> String {
      switch setting.row.kind {
      case .words(let words): words.joined(separator: "、") + " のどれか"
      case .text: "\(Setting.longestText)字までの1行の文字。空白の後に # は置けません"
      case .key: FurtherKey.allowed
      }
    }

    /// The file could not be read.
    public static func unreadable(_ reason: String) -> String { "\(reason)設定ファイルは使わずに続けます。" }
    /// There is no place for the file.
    public static let noPlace = "環境変数 HOME も XDG_CONFIG_HOME もないので、設定ファイルの場所がありません。"
    /// A change could not be written.
    public static func notWritten(_ reason: String) -> String { "設定を保存できませんでした。\(reason)設定ファイルは元のままです。" }

    /// Where a value comes from.
    public static func name(_ source: SheetSettings.Settings.Source) -> String {
      switch source {
      case .environment(let name): "環境変数 \(name)"
      case .file: "設定ファイル"
      case .standard: "既定"
      }
    }

    /// A value as it is shown; what stands for an empty one.
    public static func value(_ setting: Setting, _ value: String) -> String {
      guard value.isEmpty else { return value }
      return setting == .name ? "(ログイン名)" : "(なし)"
    }

    /// The settings in force with where they come from, a line each; of the further keys those that are set.
    public static func report(_ settings: SheetSettings.Settings) -> [String] {
      ["設定ファイル: \(settings.path ?? noPlace)"]
        + Setting.allCases.filter { $0.row.kind != .key || !settings[$0].isEmpty }.map { setting in
          "  \(setting.row.name) = \(value(setting, settings[setting]))  \(name(settings.source(of: setting)))"
        } + problems(settings)
    }

    private static let names =
      Setting.allCases.map { $0.row.name }.filter { !$0.hasPrefix("key.") }.joined(separator: "、") + "、key.save など"

    private static func shortened(_ text: String) -> String {
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      return line.count > 40 ? line.prefix(40) + "…" : line
    }
  }
}
