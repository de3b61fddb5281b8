// Holds what all screens draw with: runs of styled text, rules, the message line and the footer.

import SheetWording
import Terminal

extension ScreenBuffer {
  /// Writes runs one behind the other, no further than `limit`; the column behind the last.
  @discardableResult
  mutating func write(_ runs: [Run], row: Int, column: Int, limit: Int) -> Int {
    var column = column
    for run in runs where column < limit {
      column += write(
        run.text, at: ScreenPosition(row: row, column: column), style: run.style, maxColumns: limit - column)
    }
    return column
  }

  /// Writes runs so that they end at a column; the column of the first, or nil where they do not fit behind `from`.
  @discardableResult
  mutating func writeRight(_ runs: [Run], row: Int, endingAt end: Int, from: Int) -> Int? {
    let needed = runs.reduce(0) { $0 + widths.columns(of: $1.text) }
    guard needed > 0, end - needed >= from else { return nil }
    write(runs, row: row, column: end - needed, limit: end)
    return end - needed
  }

  /// Draws a rule in ASCII across some columns: a wrong guess of a width cannot bend it.
  mutating func rule(row: Int, from: Int, to end: Int) {
    guard end > from else { return }
    fill(row: row, columns: from..<end, with: "-", style: Look.quiet)
  }

  /// Draws the message line, and under it the keys; a message too long for one row takes the row above as well.
  mutating func bottom(message: Message?, notice: Message?, keys: [FooterEntry]) {
    if let shown = message ?? notice {
      let lines = LineBreaker(width: max(2, size.columns - 2), widths: widths).lines(of: shown.text)
      let isShort = lines.count == 1 || cursor?.row == size.rows - 3
      for (offset, line) in lines.prefix(isShort ? 1 : 2).enumerated() {
        let row = size.rows - 2 - (isShort ? 0 : 1 - offset)
        fill(row: row, columns: 0..<size.columns, with: " ")
        write([Run(line, Look.of(shown.tone))], row: row, column: 1, limit: size.columns)
      }
    }
    footer(keys)
  }

  /// Draws what is looked for on the message row, with the cursor where typing goes, and the keys under it.
  mutating func searchPrompt(_ query: String, count: String?, keys: [FooterEntry]) {
    let row = size.rows - 2
    for line in [row, row + 1] { fill(row: line, columns: 0..<size.columns, with: " ") }
    var right: [Run] = []
    if let count {
      right = [Run("  " + count)]
    } else if !query.isEmpty {
      right = [Run("  " + Wording.noHit, Look.alarm)]
    }
    let end = writeRight(right, row: row, endingAt: size.columns - 1, from: 0) ?? size.columns
    let column = write([Run(Wording.findLabel, Look.heading)], row: row, column: 1, limit: size.columns)
    var shown = SafeText.visible(query)
    while widths.columns(of: shown) > max(0, end - column - 2) { shown.removeFirst() }
    let place = write([Run(shown)], row: row, column: column, limit: end)
    cursor = ScreenPosition(row: row, column: min(size.columns - 1, place))
    footer(keys)
  }

  /// Draws an empty box in ASCII: a wrong guess of a width cannot break it.
  mutating func box(row: Int, column: Int, width: Int, height: Int) {
    for line in row..<(row + height) {
      let isEdge = line == row || line == row + height - 1
      let middle = String(repeating: isEdge ? "-" : " ", count: max(0, width - 2))
      let side = isEdge ? "+" : "|"
      write([Run(side + middle + side)], row: line, column: column, limit: column + width)
    }
  }

  /// Draws the keys on the last row, as many as there is room for.
  private mutating func footer(_ keys: [FooterEntry]) {
    func needed(_ gap: Int) -> Int {
      keys.reduce(1) { $0 + widths.columns(of: $1.keys) + 1 + widths.columns(of: $1.word) + gap }
    }
    let gap = needed(2) <= size.columns ? 2 : 1
    var column = 1
    for entry in keys {
      let width = widths.columns(of: entry.keys) + 1 + widths.columns(of: entry.word)
      guard column + width <= size.columns else { return }
      if let stroke = entry.stroke { spot(row: size.rows - 1, columns: column..<(column + width), target: stroke) }
      column = write(
        [Run(entry.keys, Look.key), Run(" " + entry.word)], row: size.rows - 1, column: column, limit: size.columns)
      column += gap
    }
  }
}

extension ScreenBuffer {
  /// The rows between the heading of what fills the screen and the message line.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 4) }

  /// Draws the heading of what fills the screen, with the place among its lines.
  mutating func head(_ title: String, top: Int, count: Int) {
    let rows = ScreenBuffer.bodyRows(size)
    let place = count > rows ? "  \(top + 1)-\(min(count, top + rows))/\(count)" : ""
    let from = writeRight([Run(place)], row: 0, endingAt: size.columns - 1, from: 0) ?? size.columns
    write([Run(widths.truncated(title, toColumns: from - 2), Look.heading)], row: 0, column: 1, limit: from)
    rule(row: 1, from: 0, to: size.columns)
  }
}
