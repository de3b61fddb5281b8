// Holds the drawing of the question of what becomes of the drafts of earlier programs.

import InitiativeModel
import Terminal

enum RecoveryScreen {
  /// The most drafts that are listed at once; the others are scrolled to.
  private static func listRows(_ size: ScreenSize, _ recovery: Recovery) -> Int {
    min(recovery.drafts.count, max(1, (size.rows - 6) / 3))
  }

  /// The rows for the difference.
  static func differenceRows(_ size: ScreenSize, _ recovery: Recovery) -> Int {
    max(1, size.rows - 5 - listRows(size, recovery))
  }

  /// The chosen draft's difference, broken for the screen.
  static func differenceLines(_ state: EditorState, _ recovery: Recovery) -> [String] {
    let draft = recovery.drafts[recovery.chosen]
    guard let saved = state.sheet(draft.id)?.saved else { return [] }
    let breaker = LineBreaker(width: max(2, state.size.columns - 4), widths: state.widths)
    var lines = recovery.difference(from: saved)
    if !draft.isWhole { lines.insert(Wording.draftPartlyDamaged, at: 0) }
    if !draft.conflicts.isEmpty {
      lines.insert(Wording.draftConflicting(draft.conflicts), at: 0)
    }
    return lines.flatMap { breaker.lines(of: SafeText.visible($0)) }
  }

  static func draw(_ state: EditorState, _ recovery: Recovery, on screen: inout ScreenBuffer) {
    let width = state.size.columns
    screen.write([Run(Wording.recoveryTitle(recovery.drafts.count), Look.heading)], row: 0, column: 1, limit: width)
    screen.rule(row: 1, from: 0, to: width)
    let rows = listRows(state.size, recovery)
    let first = min(max(0, recovery.chosen - rows + 1), recovery.drafts.count - rows)
    for offset in 0..<rows {
      drawDraft(state, recovery, first + offset, row: 2 + offset, on: &screen)
    }
    screen.rule(row: 2 + rows, from: 0, to: width)
    let lines = differenceLines(state, recovery)
    for (offset, line) in lines.dropFirst(recovery.top).prefix(differenceRows(state.size, recovery)).enumerated() {
      let style = line.hasPrefix("+ ") ? Look.done : line.hasPrefix("- ") ? Look.quiet : Look.plain
      screen.write([Run(line, style)], row: 3 + rows + offset, column: 2, limit: width)
    }
    screen.bottom(
      message: state.message, notice: state.standingNotice,
      keys: [
        ("Enter", Wording.FooterWord.decide), ("↑↓", Wording.FooterWord.select), ("←→", Wording.FooterWord.change),
        ("PgDn", Wording.FooterWord.scroll), ("Esc", Wording.FooterWord.later),
      ])
  }

  private static func drawDraft(
    _ state: EditorState, _ recovery: Recovery, _ index: Int, row: Int, on screen: inout ScreenBuffer
  ) {
    let draft = recovery.drafts[index]
    let isChosen = index == recovery.chosen
    let name = "\(draft.merged.number) \(draft.merged.title)"
    let left = [
      Run(isChosen ? "> " : "  "), Run("[\(Wording.answer(draft.answer))]", isChosen ? Look.focus : Look.heading),
      Run("  \(draft.when)  "),
    ]
    let column = screen.write(left, row: row, column: 0, limit: state.size.columns)
    screen.write(
      [Run(state.widths.truncated(name, toColumns: max(0, state.size.columns - column - 1)))], row: row,
      column: column, limit: state.size.columns)
    if isChosen { screen.cursor = ScreenPosition(row: row, column: 2) }
  }
}
