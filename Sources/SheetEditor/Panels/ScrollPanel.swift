// Holds what panels share in which lines are read and scrolled, and those that are only there to be read.

import SheetWording
import Terminal

/// Where lines that are read are scrolled to.
enum ScrollMove: Hashable, Sendable {
  case lineDown, lineUp, pageDown, pageUp, start, end
}

/// Lines that are read and scrolled.
protocol ScrolledPanel: Panel {
  /// The first line that is shown.
  var top: Int { get set }
  /// How many lines there are.
  func lineCount(_ editor: EditorState) -> Int
}

extension ScrolledPanel {
  /// Scrolls, no further than the ends.
  mutating func scroll(_ move: ScrollMove, in editor: EditorState) {
    let page = max(1, ScreenBuffer.bodyRows(editor.size) - 1)
    switch move {
    case .lineDown: scroll(to: top + 1, in: editor)
    case .lineUp: scroll(to: top - 1, in: editor)
    case .pageDown: scroll(to: top + page, in: editor)
    case .pageUp: scroll(to: top - page, in: editor)
    case .start: scroll(to: 0, in: editor)
    case .end: scroll(to: lineCount(editor), in: editor)
    }
  }

  /// Shows a line first, or the nearest that can be.
  mutating func scroll(to line: Int, in editor: EditorState) {
    top = min(max(0, line), max(0, lineCount(editor) - ScreenBuffer.bodyRows(editor.size)))
  }

  /// The wheel scrolls.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard case .wheel(let rows) = pointer.action else { return .stays }
    scroll(to: top + rows, in: editor)
    return .stays
  }
}

extension Binding {
  /// The rows for scrolling; more keys than PgDn may go a page on.
  static func scrolling(
    _ command: (ScrollMove) -> Command, alsoOn keys: [Stroke] = [], shown: String? = nil
  ) -> [Binding] {
    [
      Binding(
        command(.lineDown), [.named(.down)], footer: Wording.FooterWord.scroll, footerKeys: "↑↓ PgUp PgDn",
        help: Wording.Help.lineDown),
      Binding(command(.lineUp), [.named(.up)], help: Wording.Help.lineUp),
      Binding(
        command(.pageDown), [.named(.pageDown), .control("n")] + keys, help: Wording.Help.scrollDown, shown: shown),
      Binding(command(.pageUp), [.named(.pageUp), .control("p")], help: Wording.Help.scrollUp),
      Binding(command(.start), [.named(.home)], help: Wording.Help.textStart),
      Binding(command(.end), [.named(.end)], help: Wording.Help.textEnd),
    ]
  }
}

/// What can be asked for where there is only something to read.
enum ScrollCommand: Hashable, Sendable {
  case scroll(ScrollMove), close
}

/// Lines that are only there to be read.
protocol ScrollPanel: ScrolledPanel where Command == ScrollCommand {}

extension ScrollPanel {
  mutating func run(_ command: ScrollCommand, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .scroll(let move): scroll(move, in: editor)
    case .close: return .closes
    }
    return .stays
  }

  /// The rows of such a panel; the key that opened it closes it as well.
  static func rows(closing keys: [Stroke], name: String) -> [Binding<ScrollCommand>] {
    Binding.scrolling({ .scroll($0) }, alsoOn: Stroke.blanks, shown: "PgDn Ctrl-N Space") + [
      Binding(
        .close, [.named(.escape), .named(.enter), .named(.tab), .f(3)] + keys, footer: Wording.FooterWord.close,
        footerKeys: "Esc \(name)", help: Wording.Help.closePanel)
    ]
  }
}
