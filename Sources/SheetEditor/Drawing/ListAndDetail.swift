// Holds the drawing of a question about several things: a list with an answer each, and the chosen one's detail below.

import Terminal

/// A list of things with answers, and what there is to read of the chosen one.
struct ListAndDetail {
  /// One row of the list.
  struct Row {
    let answer: String
    let text: String
  }

  let title: String
  let rows: [Row]
  let chosen: Int
  /// All answers that the chosen row can get, and the one that it has; none where there is nothing to answer.
  var options: [String] = []
  var option: Int?
  /// The chosen row's detail, not broken.
  let detail: [String]
  /// The first line of the detail that is shown.
  let top: Int

  /// The most rows that are listed at once; the others are scrolled to.
  private func listRows(_ size: ScreenSize) -> Int { min(rows.count, max(1, (size.rows - 6) / 3)) }

  /// The rows for the detail.
  private func detailRows(_ size: ScreenSize) -> Int { max(1, size.rows - 5 - optionRows - listRows(size)) }

  /// The rows for the answers of the chosen row.
  private var optionRows: Int { options.isEmpty ? 0 : 2 }

  /// The first line of the detail after scrolling by some screens of it.
  func scrolled(byPages pages: Int, _ size: ScreenSize, _ widths: DisplayWidths) -> Int {
    min(max(0, top + pages * detailRows(size)), max(0, lines(size, widths).count - detailRows(size)))
  }

  private func lines(_ size: ScreenSize, _ widths: DisplayWidths) -> [String] {
    let breaker = LineBreaker(width: max(2, size.columns - 4), widths: widths)
    return detail.flatMap { breaker.lines(of: SafeText.visible($0)) }
  }

  /// Draws all but the last two rows of a screen; the cursor stands on the chosen row.
  func draw(on screen: inout ScreenBuffer) {
    let width = screen.size.columns
    screen.band(left: [Run(screen.widths.truncated(title, toColumns: width - 2), Look.strong)])
    let count = listRows(screen.size)
    let first = min(max(0, chosen - count + 1), rows.count - count)
    for offset in 0..<count { drawRow(first + offset, row: 2 + offset, on: &screen) }
    if !options.isEmpty {
      screen.buttons(options, chosen: option, row: 3 + count, column: 2, limit: width) { DialogAnswer(index: $0) }
    }
    let top = 2 + count + optionRows
    screen.rule(row: top, from: 0, to: width)
    let shown = lines(screen.size, screen.widths).dropFirst(self.top).prefix(detailRows(screen.size))
    for (offset, line) in shown.enumerated() {
      let style = line.hasPrefix("+ ") ? Look.done : line.hasPrefix("- ") ? Look.quiet : Look.plain
      screen.write([Run(line, style)], row: top + 1 + offset, column: 2, limit: width)
    }
  }

  private func drawRow(_ index: Int, row: Int, on screen: inout ScreenBuffer) {
    let isChosen = index == chosen
    screen.spot(row: row, columns: 0..<screen.size.columns, target: ManyRow(index: index))
    let column =
      screen.write(
        [Run(" \(rows[index].answer) ", Look.button)], row: row, column: 2, limit: screen.size.columns) + 2
    let room = max(0, screen.size.columns - column - 1)
    screen.write(
      [Run(screen.widths.truncated(rows[index].text, toColumns: room), isChosen ? Look.strong : Look.plain)],
      row: row, column: column, limit: screen.size.columns)
    guard isChosen else { return }
    screen.lay(.chosen, row: row, columns: 0..<screen.size.columns)
    screen.cursor = ScreenPosition(row: row, column: 2)
  }
}
