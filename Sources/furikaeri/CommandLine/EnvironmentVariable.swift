// Holds the table of the environment variables that the program reads.

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
    [
      EnvironmentVariable(
        name: "FURIKAERI_THEME", values: TerminalSettings.words(TerminalSettings.themes),
        summary: "配色。auto は端末に背景の色を尋ね、分からなければどの背景でも読める色だけを使います。"),
      EnvironmentVariable(
        name: "FURIKAERI_AMBIGUOUS", values: TerminalSettings.words(TerminalSettings.ambiguousWidths),
        summary: "①、※、○ などの桁数。auto は端末に尋ねます。"),
      EnvironmentVariable(
        name: "FURIKAERI_MOUSE", values: TerminalSettings.words(TerminalSettings.switches),
        summary: "マウス。auto はマウスを知らせると分かっている端末でだけ使います。"),
      EnvironmentVariable(
        name: "FURIKAERI_CLIPBOARD", values: TerminalSettings.words(TerminalSettings.switches),
        summary: "写した文章を端末のクリップボードに渡す(OSC 52)。auto は端末が受け取れると答えたときだけ渡します。"),
      EnvironmentVariable(
        name: "FURIKAERI_IME", values: TerminalSettings.words(TerminalSettings.switches),
        summary: "本文に入るとIMEを開き、出ると閉じる。auto は Tera Term のときだけ行います。"),
      EnvironmentVariable(
        name: "FURIKAERI_USER", summary: "履歴と「編集中」に出る名前。なければログイン名です。"),
      EnvironmentVariable(
        name: "NO_COLOR", summary: "何かが入っていれば色を使いません。FURIKAERI_THEME を決めていれば、そちらに従います。"),
      EnvironmentVariable(name: "COLORFGBG", summary: "端末の背景が明るいか暗いか。端末が答えるまでの配色に使います。"),
      EnvironmentVariable(name: "ESCDELAY", summary: "Esc の後に続きを待つ時間(ミリ秒、1から5000)。決めなければ 25 です。"),
      EnvironmentVariable(name: "TERM", summary: "端末の種類。画面を開くのに要ります。"),
      EnvironmentVariable(name: "TMUX", summary: "tmux の中にいる印。マウスを使うかどうかと、doctor の説明に使います。"),
      EnvironmentVariable(name: "STY", summary: "screen の中にいる印。あれば、マウスは FURIKAERI_MOUSE=on のときだけ使います。"),
      EnvironmentVariable(
        name: "XDG_STATE_HOME", summary: "下書きの置き場はこの中の furikaeri/drafts です。決めなければ ~/.local/state です。"),
      EnvironmentVariable(
        name: "XDG_RUNTIME_DIR", summary: "下書きの置き場と綴りのどちらにも書けないときに、下書きを置く場所です。"),
      EnvironmentVariable(
        name: "HOME", summary: "下書きの置き場と、綴りに保存できないときの写しの置き場を決めるのに使います。"),
    ]
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
}
