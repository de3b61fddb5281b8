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

  /// Draws a rule: a row of its own, underlined.
  mutating func rule(row: Int, from: Int, to end: Int) {
    guard end > from else { return }
    fill(row: row, columns: from..<end, with: " ", style: Look.rule)
  }

  /// Draws a band over a whole row: what the screen is, and at the right what it has to say; the left gives way.
  mutating func band(row: Int = 0, left: [Run], right: [Run] = []) {
    fill(row: row, columns: 0..<size.columns, with: " ", style: Look.band)
    let end = writeRight(right, row: row, endingAt: size.columns - 1, from: 1) ?? size.columns
    write(left, row: row, column: 1, limit: end)
    lay(.band, row: row, columns: 0..<size.columns)
  }

  /// Draws a heading in some columns, underlined to their end, with what stands at its right; the left gives way.
  mutating func heading(_ left: [Run], right: [Run] = [], row: Int, from: Int, to end: Int) {
    let limit = writeRight(right, row: row, endingAt: end - 1, from: from + 1) ?? end
    write(left, row: row, column: from + 1, limit: limit)
    underline(row: row, columns: from..<end, style: Look.rule)
  }

  /// The rows that a message needs on a screen, and at least the one that is kept for it.
  static func messageRows(_ message: Message?, _ size: ScreenSize, _ widths: DisplayWidths) -> Int {
    min(max(1, size.rows / 2), max(1, message.map { lines(of: $0, size, widths).count } ?? 0))
  }

  private static func lines(of message: Message, _ size: ScreenSize, _ widths: DisplayWidths) -> [String] {
    LineBreaker(width: max(2, size.columns - 2), widths: widths).lines(of: SafeText.visible(message.text))
  }

  /// Draws a message over what is there, in as many rows as it needs: up from the last rows, which are kept; where the
  /// cursor stands in them, above the cursor.
  mutating func show(_ message: Message, keeping kept: Int = 1) {
    let all = ScreenBuffer.lines(of: message, size, widths)
    let lines = all.prefix(max(1, size.rows / 2))
    let first = firstMessageRow(lines.count, keeping: kept)
    spot(rows: first..<(first + lines.count), columns: 0..<size.columns, target: MessageSpot.shown)
    for (offset, line) in lines.enumerated() {
      fill(row: first + offset, columns: 0..<size.columns, with: " ")
      let isCut = offset == lines.count - 1 && lines.count < all.count
      let text = isCut ? widths.truncated(line + "……", toColumns: size.columns - 2) : line
      write([Run(text, Look.of(message.tone))], row: first + offset, column: 1, limit: size.columns)
    }
  }

  private func firstMessageRow(_ rows: Int, keeping kept: Int) -> Int {
    let first = size.rows - kept - rows
    guard let cursor, (first..<(size.rows - kept)).contains(cursor.row) else { return max(0, first) }
    return max(0, cursor.row - rows)
  }

  /// Draws what is looked for on the message row, with the cursor where typing goes, and the keys under it.
  mutating func searchPrompt(_ query: String, count: String?, keys: [FooterEntry]) {
    inputLine(Wording.findLabel, query, right: found(count, query), row: size.rows - 2)
    footer(keys)
  }

  /// What is said of what was found; nothing where nothing is looked for.
  func found(_ count: String?, _ query: String) -> [Run] {
    if let count { return [Run("  " + count)] }
    return query.isEmpty ? [] : [Run("  " + Wording.noHit, Look.alarm)]
  }

  /// Draws a line that is written in, with its label before it and something to say behind it; the cursor stands where
  /// typing goes if it goes here.
  mutating func inputLine(_ label: String, _ text: String, right: [Run], row: Int, isHere: Bool = true) {
    fill(row: row, columns: 0..<size.columns, with: " ")
    let end = writeRight(right, row: row, endingAt: size.columns - 1, from: 0) ?? size.columns
    let column = write([Run(label, Look.heading)], row: row, column: 1, limit: size.columns)
    inputField(text, row: row, columns: column..<max(column, end), isHere: isHere)
  }

  /// Draws a field that is written in, with the end of its text where there is no room for all of it; the cursor stands
  /// where typing goes if it goes here.
  mutating func inputField(_ text: String, row: Int, columns: Range<Int>, isHere: Bool = true) {
    let style = Look.plain.on(isHere ? .focusedField : .field)
    let shown = SafeText.visible(String(widths.suffix(of: text, columns: columns.count - 1)))
    fill(row: row, columns: columns, with: " ", style: style)
    let place = write([Run(shown, style)], row: row, column: columns.lowerBound, limit: columns.upperBound)
    if isHere { cursor = ScreenPosition(row: row, column: min(size.columns - 1, place)) }
  }

  /// Draws an empty dialog: an area of its own with a blank margin and, where it has one, its title on a band.
  ///
  /// What is drawn into it afterwards is laid on it by `layDialog`.
  mutating func dialog(_ title: String? = nil, row: Int, column: Int, width: Int, height: Int) {
    for line in (row - 1)...(row + height) {
      fill(row: line, columns: (column - 2)..<(column + width + 2), with: " ")
    }
    layDialog(row: row, column: column, width: width, height: height)
    guard let title else { return }
    fill(row: row, columns: column..<(column + width), with: " ", style: Look.band)
    write(
      [Run(widths.truncated(title, toColumns: width - 4), Look.bandTitle)], row: row, column: column + 2,
      limit: column + width)
  }

  /// Lays what was drawn on a dialog's ground.
  mutating func layDialog(row: Int, column: Int, width: Int, height: Int) {
    for line in row..<(row + height) { lay(.dialog, row: line, columns: column..<(column + width)) }
  }

  /// Draws answers or options as buttons beside each other, each with what a press on it means.
  ///
  /// - Returns: the column where each begins.
  @discardableResult
  mutating func buttons(
    _ words: [String], chosen: Int?, row: Int, column: Int, limit: Int, target: (Int) -> some Hashable & Sendable
  ) -> [Int] {
    var (starts, next) = ([Int](), column)
    for (index, word) in words.enumerated() {
      let start = next
      starts.append(start)
      next = write(
        [Run(" \(word) ", index == chosen ? Look.focus : Look.button)], row: row, column: start, limit: limit)
      if start < next { spot(row: row, columns: start..<next, target: target(index)) }
      next += 2
    }
    return starts
  }

  /// Draws a bar of a fixed length, of which a part is done; any part is at least a column, and only all of it is full.
  mutating func bar(_ done: Int, of total: Int, row: Int, column: Int, length: Int) {
    guard length > 0 else { return }
    var full = total == 0 ? 0 : done * length / total
    if done > 0, full == 0 { full = 1 }
    fill(row: row, columns: column..<(column + full), with: " ", style: Look.plain.on(.fullBar))
    fill(row: row, columns: (column + full)..<(column + length), with: " ", style: Look.plain.on(.emptyBar))
  }

  /// Draws the keys on the last row, as many as there is room for.
  mutating func footer(_ keys: [FooterEntry]) {
    let row = size.rows - 1
    fill(row: row, columns: 0..<size.columns, with: " ", style: Look.footer)
    let needs = keys.map { widths.columns(of: $0.keys) + 2 + widths.columns(of: $0.word) }
    let gap = needs.reduce(0) { $0 + $1 + 2 } <= size.columns ? 2 : 1
    var column = 0
    for (entry, width) in zip(keys, needs) {
      guard column + width <= size.columns else { return }
      if let stroke = entry.stroke { spot(row: size.rows - 1, columns: column..<(column + width), target: stroke) }
      column = write(
        [Run(" \(entry.keys) ", Look.key), Run(entry.word, Look.footer)], row: row, column: column,
        limit: size.columns)
      column += gap
    }
  }
}

extension ScreenBuffer {
  /// The rows between the heading of what fills the screen and the message line.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 4) }

  /// Draws the heading of what fills the screen, with the place among its lines.
  mutating func head(_ title: String, top: Int, count: Int, rows: Int? = nil) {
    let rows = rows ?? ScreenBuffer.bodyRows(size)
    let place = count > rows ? "  \(top + 1)-\(min(count, top + rows))/\(count)" : ""
    band(
      left: [Run(widths.truncated(title, toColumns: size.columns - 2 - widths.columns(of: place)), Look.strong)],
      right: [Run(place)])
  }
}
