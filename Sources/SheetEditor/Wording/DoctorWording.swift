// Holds the words of `doctor`.

import SheetWording
import Terminal

extension Wording {
  /// The words of the look at the terminal.
  enum Doctor {
    static let title = "端末の点検"
    static let ruler = "字の幅(右の | が縦にそろえば正しく描けています)"
    static let fullWidth = "全角"
    static let halfWidthKana = "半角カナ"
    static let combining = "結合文字・第3水準"
    static let box = "IMEの窓は枠の中に出ます "
    static let keys = "届いたキー(押したものが出ます)"
    static let endingKeys = "Esc Esc / F10 F10 / Ctrl-Q Ctrl-Q"
    static let leaving = "終了"
    static let multiplexer =
      "tmux などの中です。外側の端末の幅は隠れて測れません。字がずれるときは、外側の端末の曖昧な幅を1桁(半角)にしてください。"

    static func name(of ambiguousClass: AmbiguousClass) -> String {
      switch ambiguousClass {
      case .circled: "丸数字"
      case .symbols: "記号"
      case .shapes: "図形"
      case .dashes: "横線・点線"
      case .boxDrawing: "罫線"
      case .romanNumerals: "ローマ数字"
      }
    }

    static func columns(_ count: Int) -> String { "\(count)桁" }

    static func identity(_ answers: TerminalAnswers) -> String {
      guard let attributes = answers.attributes else { return "端末の答えを待っています" }
      let which = answers.secondary.map(String.init).joined(separator: ";")
      return "答え: DA1 ?\(attributes.map(String.init).joined(separator: ";"))"
        + (which.isEmpty ? "" : "  DA2 >\(which)")
        + "  クリップボード: \(answers.takesClipboard ? "渡せる" : "不明")"
        + "  IMEの切替: \(answers.switchesInputMethod ? "できる" : "不明")"
    }

    static func measured(_ answers: TerminalAnswers, set: AmbiguousWidths?) -> String {
      if set != nil { return "曖昧な幅: 設定 ambiguous(FURIKAERI_AMBIGUOUS)の指定どおりに描いています。" }
      guard answers.isComplete else { return "曖昧な幅: 測っています。" }
      guard let widths = answers.widths else { return "曖昧な幅: 測れませんでした。1桁として描いています。" }
      let parts = AmbiguousClass.allCases.map { "\($0.probe)\(widths[$0])" }
      return "曖昧な幅(桁): " + parts.joined(separator: " ")
    }
  }

  /// What an input means; nil for what no key sends.
  static func meaning(of input: TerminalInput) -> String? {
    switch input {
    case .key(let key): keyName(key)
    case .typed(let text): "「\(text)」"
    case .mouse(let mouse): Wording.name(of: mouse)
    case .pasted(let text, let dropped): "貼り付け \(text.count)字" + (dropped > 0 ? "(制御文字\(dropped)字を除いた)" : "")
    case .resized(let size): "画面 \(size.columns)×\(size.rows)"
    case .cursorReport, .deviceAttributes, .secondaryAttributes, .background, .hungUp: nil
    }
  }

  /// Input as it arrived, control characters by name.
  static func bytes(_ raw: [RawInput]) -> String {
    raw.map { input in
      switch input {
      case .scalar(let scalar): name(of: scalar)
      case .resized, .hungUp: "-"
      }
    }.joined(separator: " ")
  }

  private static func name(of scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x1B: "ESC"
    case 0x20: "SP"
    case 0x7F: "DEL"
    case 0..<0x20: "^" + String(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    default: SafeText.visible(String(Character(scalar)))
    }
  }
}
