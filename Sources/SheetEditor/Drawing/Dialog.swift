// Holds the drawing of a question over the screen: what is asked, what it is about, the answers as buttons.

import SheetWording
import Terminal

/// An answer of a question, or of the chosen one of several things, as it can be pressed: by its place from 0.
struct DialogAnswer: Hashable, Sendable {
  let index: Int
}

/// A question over the screen.
struct Dialog {
  /// What it is about, in a word or two.
  let title: String
  /// What is asked; broken into rows where it is too long.
  let lines: [String]
  /// One thing that it is about, and what there is to note of it, which is never cut.
  struct Row {
    let text: String
    var note: String?
  }

  /// What it is about, a row each; what does not fit is counted.
  var rows: [Row] = []
  /// The answers, and which of them has the focus.
  let answers: [(text: String, isFocused: Bool)]

  /// Draws it in the middle; the cursor stands on the answer with the focus.
  func draw(on screen: inout ScreenBuffer) {
    let widths = screen.widths
    func columns(_ row: Row) -> Int {
      widths.columns(of: row.text) + (row.note.map { widths.columns(of: $0) + 2 } ?? 0) + 2
    }
    let answerColumns = answers.reduce(0) { $0 + widths.columns(of: $1.text) + 4 }
    let widest =
      ([answerColumns, widths.columns(of: title)] + lines.map { widths.columns(of: $0) } + rows.map(columns)).max() ?? 0
    let width = min(screen.size.columns - 4, widest + 6)
    let column = (screen.size.columns - width) / 2
    let breaker = LineBreaker(width: max(2, width - 6), widths: widths)
    let asked = lines.flatMap { breaker.lines(of: $0) }
    let room = max(1, screen.size.rows - 9 - asked.count)
    let shown = rows.count > room ? room - 1 : rows.count
    let isCut = rows.count > shown
    let height = asked.count + shown + (isCut ? 1 : 0) + (rows.isEmpty ? 0 : 1) + 5
    let first = max(1, (screen.size.rows - height) / 2)
    var row = first
    screen.dialog(title, row: row, column: column, width: width, height: height)
    let limit = column + width - 3
    row += 1
    for line in asked {
      row += 1
      screen.write([Run(line, Look.strong)], row: row, column: column + 3, limit: limit)
    }
    if !rows.isEmpty { row += 1 }
    for about in rows.prefix(shown) {
      row += 1
      let note = about.note.map { [Run("  " + $0, Look.pending)] } ?? []
      let room = limit - column - 5 - (note.first.map { widths.columns(of: $0.text) } ?? 0)
      let text = Run(widths.truncated(about.text, toColumns: room))
      screen.write([text] + note, row: row, column: column + 5, limit: limit)
    }
    if isCut {
      row += 1
      screen.write([Run(Wording.more(rows.count - shown), Look.quiet)], row: row, column: column + 5, limit: limit)
    }
    let bottom = row + 2
    let words = answers.map(\.text)
    let chosen = answers.firstIndex(where: \.isFocused)
    let starts = screen.buttons(words, chosen: chosen, row: bottom, column: column + 3, limit: limit) {
      DialogAnswer(index: $0)
    }
    if let chosen { screen.cursor = ScreenPosition(row: bottom, column: starts[chosen]) }
    screen.layDialog(row: first, column: column, width: width, height: height)
  }
}
