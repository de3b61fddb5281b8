// Holds one row of what is read: its styled text, and what of it can be selected.

import InitiativeModel
import Terminal

/// A row of what is read; columns are counted from the first of the place where it is drawn.
struct ReadRow: Equatable, Sendable {
  /// A run and its first column.
  struct PlacedRun: Equatable, Sendable {
    let column: Int
    let run: Run
  }

  var runs: [PlacedRun] = []
  /// What can be selected, from left to right; nothing of a heading.
  var pieces: [ReadPiece] = []
  /// The columns that are underlined: a heading's.
  var rules: [Range<Int>] = []
  /// What the whole row lies on.
  var ground = CellGround.page

  static let blank = ReadRow()

  /// A row of one run that cannot be selected.
  static func note(_ text: String, _ style: CellStyle, column: Int = 0) -> ReadRow {
    ReadRow(runs: [PlacedRun(column: column, run: Run(text, style))])
  }

  /// A heading, underlined over some columns.
  static func heading(_ text: String, width: Int) -> ReadRow {
    var row = note(text, Look.heading)
    row.rules = [0..<max(0, width)]
    return row
  }

  /// The headings of two columns of the same width, of which the right one begins at a column.
  static func headings(_ left: String, _ right: String, width: Int, at column: Int) -> ReadRow {
    sideBySide([heading(left, width: width)], [heading(right, width: width)], at: column)[0]
  }

  /// The rows of a text, of which the empty one has none.
  ///
  /// - Parameter label: what the text is called where it is copied with others.
  static func rows(
    of text: LongText, width: Int, widths: DisplayWidths, style: CellStyle = Look.plain, column: Int = 0, label: String
  ) -> [ReadRow] {
    let breaker = LineBreaker(width: max(2, width), widths: widths)
    return text.lines.enumerated().flatMap { index, paragraph -> [ReadRow] in
      let characters = Array(paragraph)
      return breaker.wrapParagraph(characters[...]).map { line in
        let isFirst = index == 0 && line.range.lowerBound == 0
        return ReadRow(
          runs: [PlacedRun(column: column, run: Run(String(characters[line.range]), style))],
          pieces: [
            ReadPiece(
              characters: characters[line.range], endsParagraph: line.endsParagraph, column: column,
              label: isFirst ? label : nil)
          ])
      }
    }
  }

  /// Rows beside others, which begin at a column; all of the left ones are read before the right ones.
  static func sideBySide(_ left: [ReadRow], _ right: [ReadRow], at column: Int) -> [ReadRow] {
    (0..<max(left.count, right.count)).map { index in
      var row = index < left.count ? left[index] : .blank
      for place in row.pieces.indices { row.pieces[place].side = .left }
      guard index < right.count else { return row }
      row.runs += right[index].runs.map { PlacedRun(column: $0.column + column, run: $0.run) }
      row.rules += right[index].rules.map { ($0.lowerBound + column)..<($0.upperBound + column) }
      row.pieces += right[index].pieces.map { piece in
        var moved = piece
        moved.column += column
        moved.side = .right
        return moved
      }
      return row
    }
  }

  /// Draws the row; a run ends where the next one begins.
  func draw(row: Int, column: Int, width: Int, on screen: inout ScreenBuffer) {
    for (index, placed) in runs.enumerated() {
      let end = index + 1 < runs.count ? runs[index + 1].column : width
      screen.write([placed.run], row: row, column: column + placed.column, limit: column + min(end, width))
    }
    for rule in rules {
      screen.underline(
        row: row, columns: (column + rule.lowerBound)..<(column + rule.upperBound), style: Look.rule)
    }
    if ground != .page { screen.lay(ground, row: row, columns: column..<(column + max(0, width))) }
  }
}

extension ScreenBuffer {
  /// Gives what is selected its look.
  ///
  /// - Parameters:
  ///   - top: the first row of the text that is seen, which is drawn at `row`.
  ///   - column: where the columns of the text begin.
  mutating func drawSelection(
    _ range: Range<ReadPosition>?, of text: ReadText, top: Int, row: Int, rows: Int, column: Int = 0
  ) {
    guard let range else { return }
    for line in top..<max(top, min(text.rowCount, top + rows)) {
      for columns in text.columns(of: range, row: line) {
        setStyle(
          row: row + line - top, columns: (columns.lowerBound + column)..<(columns.upperBound + column),
          style: Look.selection)
      }
    }
  }
}
