// Holds the drawing of the whole screen: the level, and what lies over it.

import Terminal

/// Draws the state into a screen of its size; the cursor stands where the next character would go.
public func draw(_ state: EditorState) -> ScreenBuffer {
  var screen = ScreenBuffer(size: state.size, widths: state.widths)
  guard SmallestScreen.fits(state.size) else {
    for (row, line) in Wording.tooSmall(rows: state.size.rows, columns: state.size.columns).enumerated() {
      screen.write(line, at: ScreenPosition(row: row, column: 0))
    }
    screen.cursor = ScreenPosition(row: 0, column: 0)
    return screen
  }
  switch state.overlay {
  case .help, .plan, .findings, .recovery:
    OverlayScreen.draw(state, on: &screen)
    return screen
  case .leaving, .find, nil: break
  }
  switch state.level {
  case .list: ListScreen.draw(state, on: &screen)
  case .sheet: SheetScreen.draw(state, on: &screen)
  case .text(let area): TextScreen.draw(state, area, on: &screen)
  }
  if case .leaving(let drafts, let answer) = state.overlay {
    LeavingDialog.draw(drafts: drafts, areKept: state.draftsAreKept, answer: answer, on: &screen)
  }
  return screen
}
