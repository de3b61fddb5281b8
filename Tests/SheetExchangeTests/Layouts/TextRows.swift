// Holds the rows of a sheet as lines of text with a sign between the cells.

/// Renders rows of the form as tab text, Excel's tab text and Markdown.
enum TextRows {
  /// Rows with tabs between their cells, each cell on one line.
  static func tabbed(_ rows: [[PrintedCell]], fillsSpans: Bool) -> [String] {
    let grid = fillsSpans ? Self.grid(rows) : rows
    return grid.map { $0.map(\.joined).joined(separator: "\t") }
  }

  /// Rows as Excel copies them: a cell with line feeds or quotes stands in quotes.
  static func excel(_ rows: [[PrintedCell]]) -> [String] {
    grid(rows).map { row in
      row.map { cell in
        let text = cell.allLines.joined(separator: "\n")
        guard text.contains(where: { "\n\"\t".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
      }.joined(separator: "\t")
    }
  }

  /// Rows with pipes; the first may have a rule under it.
  static func markdown(_ rows: [[PrintedCell]], hasRule: Bool) -> [String] {
    var lines = grid(rows).map { row in
      "| " + row.map { $0.allLines.joined(separator: "<br>").replacing("|", with: "\\|") }.joined(separator: " | ")
        + " |"
    }
    if hasRule { lines.insert("|---|---|:--|---|---|", at: 1) }
    return lines
  }

  /// The rows with an empty cell wherever a merged one covers a place.
  static func grid(_ rows: [[PrintedCell]]) -> [[PrintedCell]] {
    var covered: [Int: Int] = [:]
    return rows.map { row in
      var out: [PrintedCell] = []
      var rest = row[...]
      while !rest.isEmpty || covered[out.count, default: 0] > 0 {
        if covered[out.count, default: 0] > 0 {
          covered[out.count, default: 0] -= 1
          out.append(PrintedCell())
        } else if let cell = rest.popFirst() {
          for column in out.count..<(out.count + cell.columns) { covered[column] = cell.rows - 1 }
          out.append(cell)
          out += Array(repeating: PrintedCell(), count: cell.columns - 1)
        }
      }
      return out
    }
  }
}
