// Holds the help: the field that the person is at, and the keys of the screen or panel beneath.

import SheetWording
import Terminal

/// The help of the screen or the panel on which it was asked for.
struct HelpPanel: ScrollPanel {
  let heading: String
  let rows: [HelpRow]
  /// Whether the field that the person is at is explained as well.
  let explainsField: Bool
  var top = 0

  static let bindings = Bindings(rows(closing: [.f(1), .control("g")], name: "F1"))

  func lineCount(_ editor: EditorState) -> Int { lines(editor).count }

  private func lines(_ editor: EditorState) -> [[Run]] {
    var lines: [[Run]] = []
    if explainsField, let focus = editor.focus {
      lines.append([Run(Wording.fieldName(focus), Look.heading)])
      lines += focus.help.map { [Run("  " + $0)] }
      let breaker = LineBreaker(width: max(2, editor.size.columns - 6), widths: editor.widths)
      for comment in editor.commentsOnField {
        lines += breaker.lines(of: Wording.shown(comment)).map { [Run("  " + $0, Look.alarm)] }
      }
      lines.append([])
    }
    lines.append([Run(heading, Look.heading)])
    let column = rows.map { editor.widths.columns(of: $0.keys) }.max() ?? 0
    return lines
      + rows.map { row in
        [Run("  " + editor.widths.padded(row.keys, toColumns: column + 2), Look.keyName), Run(row.sentence)]
      }
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let lines = lines(editor)
    screen.head(Wording.helpTitle, top: top, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(ScreenBuffer.bodyRows(editor.size)).enumerated() {
      screen.write(line, row: 2 + offset, column: 1, limit: editor.size.columns)
    }
    screen.cursor = ScreenPosition(row: 0, column: 1)
    screen.footer(HelpPanel.bindings.footer)
  }
}

extension EditorState {
  /// Opens the help over what takes the keys.
  mutating func showHelp() {
    func help<P: Panel>(_ panel: P) -> HelpPanel {
      let shared = SharedCommand.ofPanels.rows.filter { row in
        !row.strokes.contains { P.bindings.action(for: $0) != nil }
      }
      let rows = P.bindings.help(for: { panel.readsTyped($0, self) }) + Bindings(shared).help()
      return HelpPanel(heading: Wording.Help.panelHeading, rows: rows, explainsField: false)
    }
    func help<S: Screen>(_ screen: S.Type) -> HelpPanel {
      HelpPanel(heading: S.helpHeading, rows: S.help(self), explainsField: true)
    }
    let opened = panel.map { help($0) } ?? help(screen)
    panels.append(OpenPanel(opened))
  }
}
