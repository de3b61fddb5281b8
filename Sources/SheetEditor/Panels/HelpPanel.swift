// Holds the help: the field that the person is at, and the keys of the screen or panel beneath.

import SheetWording
import Terminal

/// The help of the screen or the panel on which it was asked for.
struct HelpPanel: ScrollPanel {
  /// What the screen is for, in sentences.
  let introduction: [String]
  let heading: String
  let rows: [HelpRow]
  /// Whether the field that the person is at is explained as well.
  let explainsField: Bool
  var top = 0

  static let bindings = Bindings(rows(closing: [.f(1), .control("g")], name: "F1"))

  /// One line: its text, and whether a section begins with it.
  private struct Line {
    let runs: [Run]
    var isHeading = false
  }

  func lineCount(_ editor: EditorState) -> Int { lines(editor).count }

  private func lines(_ editor: EditorState) -> [Line] {
    var lines: [Line] = []
    if explainsField, let focus = editor.focus {
      lines.append(Line(runs: [Run(Wording.fieldName(focus), Look.heading)], isHeading: true))
      lines += focus.help.flatMap { wrapped($0, editor) }
      lines += editor.commentsOnField.flatMap { Wording.lines(of: $0).flatMap { wrapped($0, editor, Look.alarm) } }
      if !editor.commentsOnField.isEmpty { lines += wrapped(Wording.howToReply(isWriting: editor.isWriting), editor) }
      lines.append(Line(runs: []))
    }
    lines += introduction.flatMap { wrapped($0, editor) }
    if !introduction.isEmpty { lines.append(Line(runs: [])) }
    lines.append(Line(runs: [Run(heading, Look.heading)], isHeading: true))
    return lines + rows.flatMap { keys($0, editor) }
  }

  private func wrapped(_ sentence: String, _ editor: EditorState, _ style: CellStyle = Look.plain) -> [Line] {
    let breaker = LineBreaker(width: max(2, editor.size.columns - 6), widths: editor.widths)
    return breaker.lines(of: SafeText.visible(sentence)).map { Line(runs: [Run("  " + $0, style)]) }
  }

  /// Keys, and beside them their sentence in as many lines as it needs.
  private func keys(_ row: HelpRow, _ editor: EditorState) -> [Line] {
    let column = min(rows.map { editor.widths.columns(of: $0.keys) }.max() ?? 0, editor.size.columns / 2)
    let breaker = LineBreaker(width: max(2, editor.size.columns - column - 8), widths: editor.widths)
    return breaker.lines(of: row.sentence).enumerated().map { index, line in
      let keys = editor.widths.padded(index == 0 ? row.keys : "", toColumns: column + 2)
      return Line(runs: [Run("  " + keys, Look.keyName), Run(line)])
    }
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let lines = lines(editor)
    screen.head(Wording.helpTitle, top: top, count: lines.count)
    for (offset, line) in lines.dropFirst(top).prefix(ScreenBuffer.bodyRows(editor.size)).enumerated() {
      let row = 2 + offset
      if line.isHeading {
        screen.heading(line.runs, row: row, from: 0, to: editor.size.columns)
      } else {
        screen.write(line.runs, row: row, column: 1, limit: editor.size.columns)
      }
    }
    let text = lines.dropFirst(top).firstIndex { !$0.isHeading && !$0.runs.isEmpty } ?? top
    screen.cursor = ScreenPosition(row: min(2 + text - top, editor.size.rows - 3), column: 1)
    screen.footer(HelpPanel.bindings.footer)
  }
}

extension EditorState {
  /// What the help says of the list, and of a plan that is still open.
  private var introduction: [String] {
    if isAtOpenPlan { return Wording.planIntroduction }
    return opened == nil ? Wording.Welcome.sentences(isReviewing: isReviewing) : []
  }

  /// Opens the help over what takes the keys.
  mutating func showHelp() {
    func help<P: Panel>(_ panel: P) -> HelpPanel {
      let shared = SharedCommand.ofPanels.rows.filter { row in
        !row.strokes.contains { P.bindings.action(for: $0) != nil }
      }
      let rows = P.bindings.help(for: { panel.readsTyped($0, self) }) + Bindings(shared).help()
      return HelpPanel(
        introduction: [], heading: Wording.Help.panelHeading, rows: rows.map { withFurtherKey($0) },
        explainsField: false)
    }
    func help<S: Screen>(_ screen: S.Type) -> HelpPanel {
      HelpPanel(
        introduction: introduction,
        heading: S.helpHeading,
        rows: S.help(self).map { withFurtherKey($0) }, explainsField: true)
    }
    let opened = panel.map { help($0) } ?? help(screen)
    panels.append(OpenPanel(opened))
  }
}
