// Holds a table as `pdftotext -layout` writes it: columns side by side, each wrapped to its width.

/// Renders rows of the form as lines in which every cell keeps its place.
struct ColumnText {
  let widths: [Int]
  /// Whether places are counted in characters, a wide one like a narrow one, as pdftotext does.
  var countsCharacters = false
  /// Whether a full cell leaves only one blank before the next.
  var isTight = false
  /// Whether labels and signs stand in the middle of their cells.
  var isCentred = false
  /// How many columns lie between two cells.
  private static let gap = 2

  /// A cell with its wrapped lines and its place.
  private struct Placed {
    let column: Int
    let row: Int
    let rows: Int
    let lines: [String]
    /// Whether it is a label or a sign, which paper shows in the middle of its cell.
    let isShort: Bool
  }

  /// The lines of some rows; a cell over several rows stands beside all of them.
  func lines(_ rows: [[PrintedCell]]) -> [String] {
    let placed = place(rows)
    var heights = rows.indices.map { row in
      placed.filter { $0.row == row && $0.rows == 1 }.map(\.lines.count).max() ?? 1
    }
    for cell in placed where cell.rows > 1 {
      let last = min(rows.count, cell.row + cell.rows) - 1
      heights[last] += max(0, cell.lines.count - heights[cell.row...last].reduce(0, +))
    }
    var canvas = [[(column: Int, text: String)]](repeating: [], count: heights.reduce(0, +))
    for cell in placed {
      let top = heights[..<cell.row].reduce(0, +)
      let height = heights[cell.row..<min(rows.count, cell.row + cell.rows)].reduce(0, +)
      let offset = isCentred && cell.isShort ? (height - cell.lines.count) / 2 : 0
      for (line, text) in cell.lines.enumerated() { canvas[top + offset + line].append((start(of: cell.column), text)) }
    }
    return canvas.map(line)
  }

  private func place(_ rows: [[PrintedCell]]) -> [Placed] {
    var placed: [Placed] = []
    var open: [Int: Int] = [:]
    for (index, row) in rows.enumerated() {
      var column = 0
      for cell in row {
        while open[column, default: 0] > index { column += 1 }
        let isShort = cell.lines.isEmpty || (cell.label.isEmpty && cell.columns == 1 && cell.joined.count < 5)
        placed.append(
          Placed(column: column, row: index, rows: cell.rows, lines: wrap(cell, at: column), isShort: isShort))
        for covered in column..<(column + cell.columns) { open[covered] = index + cell.rows }
        column += cell.columns
      }
    }
    return placed
  }

  private func start(of column: Int) -> Int { widths[..<column].reduce(0, +) + column * ColumnText.gap }

  /// A cell's lines, wrapped to the width of its columns.
  private func wrap(_ cell: PrintedCell, at column: Int) -> [String] {
    let end = min(widths.count, column + cell.columns)
    let width = start(of: end - 1) + widths[end - 1] - start(of: column)
    return cell.allLines.flatMap { line in
      var lines = [""]
      var used = 0
      for scalar in line.unicodeScalars {
        let columns = ColumnText.columns(scalar)
        if used + columns > width { (lines, used) = (lines + [""], 0) }
        lines[lines.count - 1].unicodeScalars.append(scalar)
        used += columns
      }
      return lines
    }
  }

  /// The parts of a line at their columns, blanks between them.
  private func line(_ parts: [(column: Int, text: String)]) -> String {
    var line = ""
    var used = 0
    for part in parts.sorted(by: { $0.column < $1.column }) where !part.text.isEmpty {
      let place = isTight ? part.column / 2 : part.column
      let blanks = max(used == 0 ? 0 : 1, place - used)
      line += String(repeating: " ", count: blanks) + part.text
      used += blanks + part.text.unicodeScalars.reduce(0) { $0 + (countsCharacters ? 1 : ColumnText.columns($1)) }
    }
    return line
  }

  private static func columns(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x300 || (0xFF61...0xFF9F).contains(scalar.value) ? 1 : 2
  }
}
