import Terminal
import Testing

@testable import SheetEditor

/// The robot's mouse.
extension EditorRobot {
  /// Presses the button on a text of the screen and lets it go; fails where the text is not shown.
  ///
  /// - Parameters:
  ///   - offset: how many columns behind the text's first one.
  ///   - last: whether the last one that is shown is meant, not the first.
  ///   - other: a text on whose row it stands.
  mutating func click(
    _ text: String, offset: Int = 0, last: Bool = false, beside other: String? = nil, after milliseconds: Int = 5000
  ) {
    guard let place = place(of: text, last: last, row: other.flatMap { place(of: $0)?.row }) else {
      Issue.record("not on the screen: \(text)\n\(self.text)")
      return
    }
    click(row: place.row, column: place.column + offset, after: milliseconds)
  }

  /// Presses the button at a place and lets it go.
  mutating func click(row: Int, column: Int, after milliseconds: Int = 5000) {
    send(.mouse(MouseInput(.press, row: row, column: column)), after: milliseconds)
    send(.mouse(MouseInput(.release, row: row, column: column)), after: 50)
  }

  /// Does something with the mouse at a place.
  mutating func mouse(_ action: MouseInput.Action, row: Int, column: Int, after milliseconds: Int = 5000) {
    send(.mouse(MouseInput(action, row: row, column: column)), after: milliseconds)
  }

  /// Where a text begins on the screen, in rows and columns.
  func place(of text: String, last: Bool = false, row wantedRow: Int? = nil) -> ScreenPosition? {
    let (screen, wanted) = (picture, Array(text))
    var found: ScreenPosition?
    for row in wantedRow.map({ $0..<($0 + 1) }) ?? 0..<screen.size.rows {
      let cells = screen.row(row).enumerated().filter { $0.element.columns > 0 }
      let characters = cells.map { Character(screen.text(of: $0.element)) }
      for start in characters.indices where characters[start...].starts(with: wanted) {
        if found == nil || last { found = ScreenPosition(row: row, column: cells[start].offset) }
      }
    }
    return found
  }
}
