// Holds the drawing of everything: the screen, and what lies over it.

import SheetWording
import Terminal

/// Draws the state into a screen of its size; the cursor stands where the next character would go.
///
/// - Parameter takesSpots: whether it is noted what can be pressed on it.
public func draw(_ state: EditorState, takesSpots: Bool = false) -> ScreenBuffer {
  guard state.isSettled else {
    var settled = state
    settle(&settled)
    return draw(settled, takesSpots: takesSpots)
  }
  var screen = ScreenBuffer(size: state.size, widths: state.widths, takesSpots: takesSpots)
  guard SmallestScreen.fits(state.size) else {
    for (row, line) in Wording.tooSmall(rows: state.size.rows, columns: state.size.columns).enumerated() {
      screen.write(line, at: ScreenPosition(row: row, column: 0))
    }
    screen.cursor = ScreenPosition(row: 0, column: 0)
    return screen
  }
  if state.panel?.showsScreen ?? true { state.screen.draw(state, on: &screen) }
  if let panel = state.panel {
    screen.coverSpots()
    panel.draw(state, on: &screen)
  }
  if let message = state.shownMessage { screen.show(message) }
  return screen
}
