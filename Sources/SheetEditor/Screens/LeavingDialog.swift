// Holds the drawing of the question before leaving.

import Terminal

enum LeavingDialog {
  static func draw(drafts: Int, areKept: Bool, answer: LeavingAnswer, on screen: inout ScreenBuffer) {
    let question = Wording.leaving(drafts: drafts, areKept: areKept)
    let width = min(screen.size.columns - 2, screen.widths.columns(of: question) + 6)
    let column = (screen.size.columns - width) / 2
    let row = max(1, screen.size.rows / 2 - 3)
    frame(row: row, column: column, width: width, height: 5, on: &screen)
    screen.write([Run(question, Look.heading)], row: row + 1, column: column + 3, limit: column + width - 1)
    var next = column + 3
    for choice in LeavingAnswer.allCases {
      let word = choice == .stay ? Wording.stay : Wording.leave
      let isFocused = choice == answer
      if isFocused { screen.cursor = ScreenPosition(row: row + 3, column: next) }
      next = screen.write(
        [Run("[ \(word) ]", isFocused ? Look.focus : Look.plain), Run("  ")], row: row + 3, column: next,
        limit: column + width - 1)
    }
    screen.write(
      [Run("← → Enter", Look.quiet)], row: row + 3, column: next + 1, limit: column + width - 1)
  }

  private static func frame(row: Int, column: Int, width: Int, height: Int, on screen: inout ScreenBuffer) {
    for line in row..<(row + height) {
      let isEdge = line == row || line == row + height - 1
      let middle = String(repeating: isEdge ? "-" : " ", count: max(0, width - 2))
      let side = isEdge ? "+" : "|"
      screen.write([Run(side + middle + side)], row: line, column: column, limit: column + width)
    }
  }
}
