// Holds what a mouse does in text that is only read.

import Terminal

/// What can be pressed where text is read.
enum ReadSpot: Hashable, Sendable {
  /// The rows of the text; their first column is that of the text.
  case body
}

extension Reader {
  /// A press sets the cursor, dragging selects, the wheel scrolls; `rows` is how many are seen.
  mutating func point(_ pointer: Pointer, rows: Int) {
    if case .wheel(let count) = pointer.action { return scroll(byRows: count, rows: rows) }
    guard let body = pointer.held(ReadSpot.self) else { return }
    switch pointer.action {
    case .press: if let place = place(of: pointer.place, in: body, from: .whole) { move(to: place) }
    case .drag:
      let start = anchor ?? cursor
      let side = text.pieces.indices.contains(start.piece) ? text.pieces[start.piece].piece.side : .whole
      if let place = place(of: pointer.place, in: body, from: side) { move(to: place, selecting: true) }
      fit(rows: rows)
    case .release, .wheel: break
    }
  }

  /// The text at a place of the screen, or on the nearest row that has some; beyond the rows that are seen the one that
  /// comes next.
  private func place(of place: ScreenPosition, in body: Spot, from side: ReadPiece.Side) -> ReadPosition? {
    let offset = min(max(place.row, body.rows.lowerBound - 1), body.rows.upperBound) - body.rows.lowerBound
    let row = min(max(0, top + offset), max(0, text.rowCount - 1))
    let column = max(0, place.column - body.columns.lowerBound)
    return text.place(from: row, by: 1, column: column, side: side)
      ?? text.place(from: row, by: -1, column: column, side: side)
  }

  /// Scrolls by rows; a cursor that would leave the screen goes to the text at its edge.
  private mutating func scroll(byRows count: Int, rows: Int) {
    top = min(max(0, top + count), max(0, text.rowCount - rows))
    guard !(top..<(top + rows)).contains(row) else { return }
    let edge = row < top ? top : top + rows - 1
    let found =
      row < top
      ? text.place(from: edge, by: 1, column: column, side: .whole)
      : text.place(from: edge, by: -1, column: column, side: .whole)
    if let found, (top..<(top + rows)).contains(text.row(of: found)) { move(to: found) }
  }
}
