// Holds a screen composed in memory, cell by cell, before a terminal sees it.

/// A screen of cells; a wide grapheme is in it whole or not at all.
///
/// Anything outside the screen is left out, at any size; text is shown in its visible form.
public struct ScreenBuffer: Equatable, Sendable {
  /// The size.
  public let size: ScreenSize
  /// The widths that it was composed with.
  public let widths: DisplayWidths
  /// Where the hardware cursor goes; nil hides it.
  public var cursor: ScreenPosition?
  private var cells: [Cell]

  /// Makes a blank screen.
  public init(size: ScreenSize, widths: DisplayWidths) {
    self.size = size
    self.widths = widths
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cells of a row; none for a row outside.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// The rows as text, without blanks at their ends.
  public var lines: [String] {
    (0..<size.rows).map { row in
      let text = self.row(row).map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Writes a text and says how many columns it took.
  ///
  /// It ends at `maxColumns` and at the right edge; a wide grapheme without room becomes a blank. What is left of a
  /// wide grapheme written over in part becomes blank.
  @discardableResult
  public mutating func write(
    _ text: some Sequence<Character>, at place: ScreenPosition, style: CellStyle = CellStyle(), maxColumns: Int? = nil
  ) -> Int {
    guard (0..<size.rows).contains(place.row), place.column >= 0, place.column < size.columns else { return 0 }
    let end = min(size.columns, place.column + max(0, maxColumns ?? size.columns))
    var column = place.column
    for character in text {
      if SafeText.isCommon(character) {
        guard write(character, &column, end, style, place) else { break }
      } else {
        guard SafeText.visible(character).allSatisfy({ write($0, &column, end, style, place) }) else { break }
      }
    }
    return column - place.column
  }

  /// Writes one visible grapheme; false when there is no room for it.
  private mutating func write(
    _ character: Character, _ column: inout Int, _ end: Int, _ style: CellStyle, _ start: ScreenPosition
  ) -> Bool {
    let width = widths.columns(of: character)
    guard width > 0 else {
      join(character, row: start.row, column: column, from: start.column)
      return true
    }
    guard column + width <= end else {
      while column < end { column += put(" ", 1, style, row: start.row, column: column) }
      return false
    }
    column += put(String(character), width, style, row: start.row, column: column)
    return true
  }

  /// Gives some columns of a row another style.
  public mutating func setStyle(row: Int, columns: Range<Int>, style: CellStyle) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) { cells[row * size.columns + column].style = style }
  }

  /// Puts a grapheme into its cells; the columns it takes.
  private mutating func put(_ text: String, _ width: Int, _ style: CellStyle, row: Int, column: Int) -> Int {
    for offset in 0..<width { blankOut(row: row, column: column + offset) }
    let index = row * size.columns + column
    cells[index] = Cell(text: text, style: style, columns: width)
    for offset in 1..<max(1, width) { cells[index + offset] = Cell(text: "", style: style, columns: 0) }
    return width
  }

  /// Blanks the whole grapheme that has a part in a cell.
  private mutating func blankOut(row: Int, column: Int) {
    var start = column
    while start > 0, cells[row * size.columns + start].columns == 0 { start -= 1 }
    let width = cells[row * size.columns + start].columns
    guard width > 1 else { return }
    for offset in 0..<width {
      let index = row * size.columns + start + offset
      cells[index] = Cell(text: " ", style: cells[index].style, columns: 1)
    }
  }

  /// Joins a mark without columns to the grapheme before it; one without a base is left out.
  private mutating func join(_ character: Character, row: Int, column: Int, from first: Int) {
    guard column > first else { return }
    var index = row * size.columns + column - 1
    while cells[index].columns == 0, index > row * size.columns { index -= 1 }
    cells[index].text += String(character)
  }
}
