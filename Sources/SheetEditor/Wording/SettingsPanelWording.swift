// Holds the words of the settings on the screen.

import SheetSettings
import SheetWording

extension Wording {
  static let openSettings = "設定(配色、マウス、名前、キーなど)"
  static let settingsTitle = "設定"

  /// What was changed, and when that is seen.
  static func settingChanged(_ setting: Setting, _ settings: SheetSettings.Settings) -> String {
    let value = Settings.value(setting, settings[setting])
    return "\(setting.row.title): \(value) にしました。" + (setting == .name ? "次に開いたときからこの名前になります。" : "")
  }

  static func setByVariable(_ name: String) -> String {
    "環境変数 \(name) で決まっているので、ここでは変えられません。変数を外して開き直すと変えられます。"
  }
  static func settingRefused(_ kind: SettingsProblem.Kind) -> String { Settings.sentence(kind) + "書き直すか、Esc でやめてください。" }
  static let leaveLine = "やめる"
  static let settingLeft = "変えませんでした。"

  /// What is to know of a setting beside its sentence.
  static func details(_ setting: Setting, _ settings: SheetSettings.Settings) -> [String] {
    let row = setting.row
    var parts = ["既定: \(Settings.value(setting, setting.standard))"]
    if case .words(let words) = row.kind { parts.append("選べる値: \(words.joined(separator: " "))") }
    if let variable = row.variable { parts.append("環境変数: \(variable)") }
    return [row.summary, parts.joined(separator: "  "), "設定ファイルの \(row.name): \(settings.path ?? Settings.noPlace)"]
  }

  enum SettingsHelp {
    static let turn = "次の値にする"
    static let turnBack = "前の値にする"
    static let decide = "次の値にする。名前とキーでは書く行を開き、書いたものに決める"
    static let remove = "書いている字を1字消す"
    static let leave = "書いたものをやめる。書いていなければ設定を閉じる"
  }
}
