// Holds making pasted cells of a spreadsheet readable as text.

import Terminal

/// Pasted text as it is written into a field.
///
/// A spreadsheet separates cells by tabs and rows by line ends; a cell of several lines stands in quotes, and a quote
/// in it twice. Rows of several cells get their columns under each other, a cell of several lines in its column; a cell
/// alone loses its quotes, and any other text stays as it is. No character is left out but tabs and such quotes.
enum PastedText {
  /// The widest cell behind which the next column still stands in line, in columns.
  static let widestCell = 60
  /// How many blanks are put in at most to bring columns in line; a larger table gets two behind each cell.
  static let mostBlanks = 65_536

  /// Makes text readable, with the widths of the screen that it will stand on.
  ///
  /// - Parameter isInLine: whether it goes behind other text of a line: a table of several rows then begins a new one.
  static func readable(_ text: String, _ widths: DisplayWidths, isInLine: Bool = false) -> String {
    guard text.utf8.contains(0x09) || text.utf8.first == 0x22 else { return text }
    let rows = cells(of: Array(text.unicodeScalars))
    // Without a Tab only a cell that is all there is was quoted by a spreadsheet; other quotes somebody wrote.
    guard text.utf8.contains(0x09) || rows.count == 1 || (rows.count == 2 && rows[1] == [""]) else { return text }
    var result: [String] = isInLine && rows[0].count > 1 && rows.count { $0.count > 1 } > 1 ? [""] : []
    var start = rows.startIndex
    while start < rows.endIndex {
      let isTable = rows[start].count > 1
      let end = rows[start...].firstIndex { ($0.count > 1) != isTable } ?? rows.endIndex
      result += isTable ? aligned(rows[start..<end], widths) : rows[start..<end].flatMap { $0 }
      start = end
    }
    return result.joined(separator: "\n")
  }

  // MARK: Cells

  /// The rows with their cells.
  private static func cells(of text: [Unicode.Scalar]) -> [[String]] {
    var rows: [[String]] = [[]]
    var place = 0
    while true {
      let (cell, end) = cell(in: text, from: place)
      rows[rows.count - 1].append(cell)
      guard end < text.count else { return rows }
      if text[end] == "\n" { rows.append([]) }
      place = end + 1
    }
  }

  /// The cell that begins at a place, and where the tab or line end behind it is.
  private static func cell(in text: [Unicode.Scalar], from start: Int) -> (cell: String, end: Int) {
    if start < text.count, text[start] == "\"", let quoted = quotedCell(in: text, from: start) { return quoted }
    let end = text[start...].firstIndex { $0 == "\t" || $0 == "\n" } ?? text.count
    return (string(text[start..<end]), end)
  }

  /// The cell of several lines that a quote begins; nil where the quote is only a sign.
  ///
  /// Of all quotes that begin a cell inside one that does not end, each finds its own end at once: the time stays in
  /// proportion to the text.
  private static func quotedCell(in text: [Unicode.Scalar], from start: Int) -> (cell: String, end: Int)? {
    var content: [Unicode.Scalar] = []
    var place = start + 1
    while place < text.count {
      if text[place] == "\"" {
        let next = place + 1
        guard next < text.count, text[next] == "\"" else {
          let isEnd = next == text.count || text[next] == "\t" || text[next] == "\n"
          return isEnd && content.contains("\n") ? (string(content[...]), next) : nil
        }
        place = next
      }
      content.append(text[place])
      place += 1
    }
    return nil
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return String(string)
  }

  // MARK: Columns

  /// One row: the lines of each cell with their widths, without empty cells at its end.
  private struct Row {
    let cells: [[(text: String, width: Int)]]

    init(_ row: [String], _ widths: DisplayWidths) {
      let count = (row.lastIndex { !$0.isEmpty } ?? -1) + 1
      cells = row[..<count].map { cell in
        cell.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map {
          (String($0), widths.columns(of: String($0)))
        }
      }
    }

    var height: Int { cells.reduce(1) { max($0, $1.count) } }

    /// The cells one behind the other.
    var plain: String { cells.map { $0.map(\.text).joined(separator: "\n") }.joined(separator: "  ") }

    /// The lines, each cell so many columns behind the one before it.
    func lines(_ steps: [Int]) -> [String] {
      (0..<height).map { number in
        var (text, blanks) = ("", 0)
        for (column, cell) in cells.enumerated() {
          let line = number < cell.count ? cell[number] : (text: "", width: 0)
          if !line.text.isEmpty {
            text += String(repeating: " ", count: blanks) + line.text
            blanks = 0
          }
          if column < steps.count { blanks += max(2, steps[column] - line.width) }
        }
        return text
      }
    }
  }

  /// The lines of some rows, their columns under each other.
  private static func aligned(_ rows: ArraySlice<[String]>, _ widths: DisplayWidths) -> [String] {
    let rows = rows.map { Row($0, widths) }
    var steps: [Int] = []
    for row in rows {
      for (column, cell) in row.cells.dropLast().enumerated() {
        if column == steps.count { steps.append(2) }
        for line in cell where line.width <= widestCell { steps[column] = max(steps[column], line.width + 2) }
      }
    }
    let blanks = rows.reduce(0) { sum, row in
      sum + row.height * row.cells.dropLast().indices.reduce(0) { $0 + steps[$1] }
    }
    return blanks > mostBlanks ? rows.map(\.plain) : rows.flatMap { $0.lines(steps) }
  }
}
