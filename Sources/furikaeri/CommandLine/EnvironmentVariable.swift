// Holds the table of the environment variables that the program reads.

import SheetSettings
import SheetWording

/// An environment variable, as help and manual tell of it.
struct EnvironmentVariable {
  let name: String
  /// The words that it takes, the usual one first; empty where it takes anything.
  var values: [String] = []
  /// What it does.
  let summary: String

  /// All of them, in the order of help and manual.
  static var all: [EnvironmentVariable] {
    ofSettings + [
      EnvironmentVariable(
        name: "NO_COLOR", summary: "何かが入っていれば色を使いません。FURIKAERI_THEME を決めていれば、そちらに従います。"),
      EnvironmentVariable(name: "COLORFGBG", summary: "端末の背景が明るいか暗いか。端末が答えるまでの配色に使います。"),
      EnvironmentVariable(name: "ESCDELAY", summary: "Esc の後に続きを待つ時間(ミリ秒、1から5000)。決めなければ 25 です。"),
      EnvironmentVariable(name: "TERM", summary: "端末の種類。画面を開くのに要ります。"),
      EnvironmentVariable(name: "TMUX", summary: "tmux の中にいる印。マウスを使うかどうかと、doctor の説明に使います。"),
      EnvironmentVariable(name: "STY", summary: "screen の中にいる印。あれば、マウスは FURIKAERI_MOUSE=on のときだけ使います。"),
      EnvironmentVariable(
        name: "XDG_CONFIG_HOME", summary: "設定ファイルはこの中の furikaeri/furikaeri.conf です。決めなければ ~/.config です。"),
      EnvironmentVariable(
        name: "XDG_STATE_HOME", summary: "下書きの置き場はこの中の furikaeri/drafts です。決めなければ ~/.local/state です。"),
      EnvironmentVariable(
        name: "XDG_RUNTIME_DIR", summary: "下書きの置き場と綴りのどちらにも書けないときに、下書きを置く場所です。"),
      EnvironmentVariable(
        name: "HOME", summary: "設定ファイルと下書きの置き場、綴りに保存できないときの写しの置き場を決めるのに使います。"),
    ]
  }

  /// Those that go before the file of the settings.
  private static var ofSettings: [EnvironmentVariable] {
    Setting.allCases.compactMap { setting in
      let row = setting.row
      guard let name = row.variable else { return nil }
      guard case .words(let words) = row.kind else { return EnvironmentVariable(name: name, summary: row.summary) }
      return EnvironmentVariable(name: name, values: words, summary: row.summary)
    }
  }
}

extension Wording {
  /// All variables with what they take and do.
  static var environment: String {
    let rows = EnvironmentVariable.all.map { variable in
      let words = variable.values.isEmpty ? "" : " (\(variable.values.joined(separator: " ")))"
      return "  \(variable.name)\(words)\n    \(variable.summary)"
    }
    return "環境変数:\n" + rows.joined(separator: "\n")
  }

  /// The file of the settings, and what stands in it.
  static var settings: String {
    let rows = Setting.allCases.map { setting in
      let row = setting.row
      guard case .words(let words) = row.kind else { return "  \(row.name)\n    \(row.summary)" }
      return "  \(row.name) (\(words.joined(separator: " ")))\n    \(row.summary)"
    }
    return "\(settingsFile)\n" + rows.joined(separator: "\n")
  }

  /// What is said of the file before its names.
  static let settingsFile = """
    設定: ~/.config/furikaeri/furikaeri.conf に theme = dark のように1行に一つ書くか、一覧の F6 の「設定」で変えます。
    環境変数で決めたものは、設定ファイルより先です。# の後は覚え書きです。読めない行は、開いたときに知らせて使いません。
    """
}
