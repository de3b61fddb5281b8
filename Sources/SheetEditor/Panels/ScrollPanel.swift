// Holds what panels share that are only there to be read and scrolled.

import SheetWording
import Terminal

/// What can be asked for where there is only something to read.
enum ScrollCommand: Hashable, Sendable {
  case lineDown, lineUp, pageDown, pageUp, start, end, close
}

/// Lines that are read and scrolled.
protocol ScrollPanel: Panel where Command == ScrollCommand {
  /// The first line that is shown.
  var top: Int { get set }
  /// How many lines there are.
  func lineCount(_ editor: EditorState) -> Int
}

extension ScrollPanel {
  mutating func run(_ command: ScrollCommand, in editor: inout EditorState, at time: Int) -> PanelStep {
    let rows = ScreenBuffer.bodyRows(editor.size)
    let page = max(1, rows - 1)
    switch command {
    case .lineDown: top += 1
    case .lineUp: top -= 1
    case .pageDown: top += page
    case .pageUp: top -= page
    case .start: top = 0
    case .end: top = lineCount(editor)
    case .close: return .closes
    }
    top = min(max(0, top), max(0, lineCount(editor) - rows))
    return .stays
  }

  /// The wheel scrolls.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard case .wheel(let rows) = pointer.action else { return .stays }
    top = min(max(0, top + rows), max(0, lineCount(editor) - ScreenBuffer.bodyRows(editor.size)))
    return .stays
  }

  /// The rows of such a panel; the key that opened it closes it as well.
  static func rows(closing keys: [Stroke], name: String) -> [Binding<ScrollCommand>] {
    [
      Binding(
        .lineDown, [.named(.down)], footer: Wording.FooterWord.scroll, footerKeys: "↑↓ PgUp PgDn",
        help: Wording.Help.lineDown),
      Binding(.lineUp, [.named(.up)], help: Wording.Help.lineUp),
      Binding(
        .pageDown, [.named(.pageDown), .control("n")] + Stroke.blanks, help: Wording.Help.scrollDown,
        shown: "PgDn Ctrl-N Space"),
      Binding(.pageUp, [.named(.pageUp), .control("p")], help: Wording.Help.scrollUp),
      Binding(.start, [.named(.home)], help: Wording.Help.textStart),
      Binding(.end, [.named(.end)], help: Wording.Help.textEnd),
      Binding(
        .close, [.named(.escape), .named(.enter), .named(.tab), .f(3)] + keys, footer: Wording.FooterWord.close,
        footerKeys: "Esc \(name)", help: Wording.Help.closePanel),
    ]
  }
}
