// Holds the drawing of a short question over a screen: a frame, the question, its two or more answers.

import Terminal

/// A question in a frame, drawn in ASCII: a wrong guess of a width cannot break it.
struct QuestionBox {
  let question: String
  let answers: [String]
  /// The answer with the focus.
  let chosen: Int

  /// Draws the box in the middle of a screen; the cursor stands on the answer with the focus.
  func draw(on screen: inout ScreenBuffer) {
    let width = min(screen.size.columns - 2, max(screen.widths.columns(of: question) + 6, answerColumns(screen) + 6))
    let column = (screen.size.columns - width) / 2
    let row = max(1, screen.size.rows / 2 - 3)
    screen.box(row: row, column: column, width: width, height: 5)
    screen.write([Run(question, Look.heading)], row: row + 1, column: column + 3, limit: column + width - 1)
    var next = column + 3
    for (index, answer) in answers.enumerated() {
      let isFocused = index == chosen
      if isFocused { screen.cursor = ScreenPosition(row: row + 3, column: next) }
      next = screen.write(
        [Run("[ \(answer) ]", isFocused ? Look.focus : Look.plain), Run("  ")], row: row + 3, column: next,
        limit: column + width - 1)
    }
    screen.write([Run(QuestionBox.keys, Look.quiet)], row: row + 3, column: next + 1, limit: column + width - 1)
  }

  private static let keys = "← → Enter"

  private func answerColumns(_ screen: ScreenBuffer) -> Int {
    answers.reduce(1 + screen.widths.columns(of: QuestionBox.keys)) { $0 + screen.widths.columns(of: $1) + 6 }
  }
}
