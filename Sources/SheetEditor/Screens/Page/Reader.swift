// Holds where in a text that is only read the person is, what of it is selected, and which rows are on the screen.

import Terminal

/// A text that is read: its cursor, its selection, and the rows that are seen.
struct Reader: Equatable, Sendable {
  private(set) var text = ReadText([], widths: DisplayWidths(ambiguous: .narrow))
  private(set) var cursor = ReadPosition()
  /// Where the selection began; nil without one.
  private(set) var anchor: ReadPosition?
  /// The first row that is seen.
  var top = 0
  /// The column that moving up and down keeps to.
  private var goal: Int?

  /// The selected range; nil where nothing is selected.
  var selection: Range<ReadPosition>? {
    guard let anchor, anchor != cursor else { return nil }
    return min(anchor, cursor)..<max(anchor, cursor)
  }

  /// What is selected, as it is stored; nil where nothing is.
  var selectedText: String? { selection.map { text.text(in: $0) } }

  /// The cursor's row.
  var row: Int { text.row(of: cursor) }

  /// The cursor's column.
  var column: Int { text.column(of: cursor) }

  /// Takes another text, or the same one laid out anew; the cursor stays at its place where the texts are the same ones.
  mutating func take(_ other: ReadText) {
    let places = [cursor, anchor].map { $0.flatMap { text.address(of: $0) } }
    let lead = text.pieces.isEmpty ? nil : row - top
    let isSame = other.textCount == text.textCount
    text = other
    goal = nil
    cursor = places[0].flatMap { isSame ? text.place(of: $0) : nil } ?? ReadPosition()
    anchor = isSame ? places[1].flatMap { text.place(of: $0) } : nil
    top = lead.map { max(0, row - $0) } ?? 0
  }

  // MARK: Moving

  /// Puts the cursor at a place; with `selecting` the selection grows or shrinks to it.
  mutating func move(to place: ReadPosition, selecting: Bool = false) {
    anchor = selecting ? anchor ?? cursor : nil
    cursor = place
    goal = nil
  }

  /// Puts the cursor on the first text from a row on, or else on the last one before it.
  mutating func move(toRow row: Int) {
    move(
      to: text.place(from: row, by: 1, column: 0, side: .whole)
        ?? text.place(from: min(row, text.rowCount) - 1, by: -1, column: 0, side: .whole) ?? ReadPosition())
  }

  /// Moves the cursor; `rows` is how many are seen.
  mutating func move(_ move: TextMove, selecting: Bool = false, rows: Int) {
    switch move {
    case .left: self.move(to: text.place(before: cursor), selecting: selecting)
    case .right: self.move(to: text.place(behind: cursor), selecting: selecting)
    case .wordLeft: self.move(to: text.word(before: cursor), selecting: selecting)
    case .wordRight: self.move(to: text.word(behind: cursor), selecting: selecting)
    case .up: moveRows(-1, selecting)
    case .down: moveRows(1, selecting)
    case .screenUp: moveRows(-max(1, rows - 1), selecting)
    case .screenDown: moveRows(max(1, rows - 1), selecting)
    case .rowStart: self.move(to: ReadPosition(piece: cursor.piece), selecting: selecting)
    case .rowEnd:
      let count = text.pieces.indices.contains(cursor.piece) ? text.pieces[cursor.piece].piece.characters.count : 0
      self.move(to: ReadPosition(piece: cursor.piece, offset: count), selecting: selecting)
    case .start: self.move(to: ReadPosition(), selecting: selecting)
    case .end: self.move(to: text.end, selecting: selecting)
    }
    reveal(rows)
  }

  /// Moves by rows, over those without text; in two columns the cursor stays in its own.
  private mutating func moveRows(_ count: Int, _ selecting: Bool) {
    guard text.pieces.indices.contains(cursor.piece) else { return top += count }
    let step = count > 0 ? 1 : -1
    let wanted = min(max(0, row + count), text.rowCount - 1)
    let (column, side) = (goal ?? column, text.pieces[cursor.piece].piece.side)
    var found = text.place(from: wanted, by: step, column: column, side: side)
    if found == nil, wanted != row + step {
      found = text.place(from: wanted, by: -step, column: column, side: side)
    }
    move(to: found ?? cursor, selecting: selecting)
    goal = column
  }

  /// Moves to where the next or previous text begins, and stops at the ends.
  mutating func moveToText(by count: Int, rows: Int) {
    let starts = text.pieces.indices.filter { text.pieces[$0].piece.label != nil }
    let found =
      count > 0
      ? starts.first { $0 > cursor.piece } : starts.last { ReadPosition(piece: $0) < cursor }
    move(to: found.map { ReadPosition(piece: $0) } ?? (count > 0 ? text.end : ReadPosition()))
    reveal(rows)
  }

  /// Selects everything.
  mutating func selectAll() {
    anchor = ReadPosition()
    cursor = text.end
    goal = nil
  }

  // MARK: What is seen

  /// Brings the cursor on the screen, at the ends with the headings above the first text and what is below the last.
  private mutating func reveal(_ rows: Int) {
    var first = row
    while first > 0, !text.hasText(first - 1), row - first + 1 < rows { first -= 1 }
    if first < top { top = first }
    if cursor.piece == text.pieces.count - 1, row > text.rowCount - rows { top = max(top, text.rowCount - rows) }
    fit(rows: rows)
  }

  /// Brings the cursor on the screen, which shows no rows behind the last while there are others.
  mutating func fit(rows: Int) {
    let most = max(0, text.rowCount - rows)
    guard !text.pieces.isEmpty else { return top = min(max(0, top), most) }
    if cursor > text.end { cursor = text.end }
    top = max(0, min(max(top, row - rows + 1), row, most))
  }

  /// Scrolls by screens with a row of overlap, and takes the cursor along; where all is seen it goes to the end.
  mutating func scroll(by screens: Int, rows: Int) {
    let before = top
    top = min(max(0, top + screens * max(1, rows - 1)), max(0, text.rowCount - rows))
    guard top != before else { return move(to: screens > 0 ? text.end : ReadPosition()) }
    let found =
      screens > 0
      ? text.place(from: top, by: 1, column: 0, side: .whole)
      : text.place(from: min(row, top + rows - 1), by: -1, column: 0, side: .whole)
    if let found { move(to: found) } else { move(toRow: top) }
    fit(rows: rows)
  }
}
