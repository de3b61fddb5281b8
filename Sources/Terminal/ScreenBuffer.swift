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
  /// The graphemes of more than one scalar.
  private var clusters: [String] = []
  /// What can be pressed, which is no part of what a screen shows; nil while nobody asks for it.
  var spots: [Spot]?

  /// Makes a blank screen; with `takesSpots` it is noted what can be pressed on it.
  public init(size: ScreenSize, widths: DisplayWidths, takesSpots: Bool = false) {
    self.size = size
    self.widths = widths
    spots = takesSpots ? [] : nil
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// Whether both show the same.
  public static func == (left: ScreenBuffer, right: ScreenBuffer) -> Bool {
    left.size == right.size && left.widths == right.widths && left.cursor == right.cursor && left.cells == right.cells
      && left.clusters == right.clusters
  }

  /// The cells of a row; none for a row outside.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// The grapheme that begins in a cell of this screen; empty in the second column of a wide one.
  public func text(of cell: Cell) -> String {
    if cell.glyph >= Cell.firstCluster { return clusters[Int(cell.glyph - Cell.firstCluster)] }
    guard cell.glyph > 0, let scalar = Unicode.Scalar(cell.glyph) else { return "" }
    return String(Character(scalar))
  }

  /// Adds the scalars of a cell of this screen to some others.
  public func append(_ cell: Cell, to scalars: inout [UInt32]) {
    if cell.glyph >= Cell.firstCluster {
      scalars += text(of: cell).unicodeScalars.map(\.value)
    } else if cell.glyph > 0 {
      scalars.append(cell.glyph)
    }
  }

  /// Whether a row shows the same on both screens.
  public func showsRow(_ row: Int, as other: ScreenBuffer) -> Bool { difference(inRow: row, from: other) == nil }

  /// The columns from the first to the last in which a row differs from the same row of another screen, no grapheme of
  /// either cut; nil where the row shows the same.
  public func difference(inRow row: Int, from other: ScreenBuffer) -> Range<Int>? {
    guard size.columns == other.size.columns, row < min(size.rows, other.size.rows) else { return 0..<size.columns }
    let first = row * size.columns
    let places = first..<(first + size.columns)
    if clusters.isEmpty, other.clusters.isEmpty, isSame(places, as: other) { return nil }
    guard var start = places.first(where: { !shows($0, as: other) }),
      var last = places.last(where: { !shows($0, as: other) })
    else { return nil }
    func isCut(_ place: Int) -> Bool { cells[place].columns == 0 || other.cells[place].columns == 0 }
    while start > first, isCut(start) { start -= 1 }
    while last + 1 < places.upperBound, isCut(last + 1) { last += 1 }
    return (start - first)..<(last + 1 - first)
  }

  /// Whether some cells are the same on both screens, as they lie there: all are compared at every key, several at once,
  /// for which the pass must not stop at the first that differs.
  private func isSame(_ places: Range<Int>, as other: ScreenBuffer) -> Bool {
    cells.withUnsafeBufferPointer { one in
      other.cells.withUnsafeBufferPointer { other in
        places.reduce(into: UInt64(0)) { $0 |= one[$1].bits ^ other[$1].bits } == 0
      }
    }
  }

  /// Whether a cell shows the same on both screens.
  private func shows(_ place: Int, as other: ScreenBuffer) -> Bool {
    let one = cells[place]
    let two = other.cells[place]
    guard one.glyph >= Cell.firstCluster, two.glyph >= Cell.firstCluster else { return one == two }
    return one.style == two.style && one.columns == two.columns && text(of: one) == other.text(of: two)
  }

  /// The rows as text, without blanks at their ends.
  public var lines: [String] {
    (0..<size.rows).map { row in
      let text = self.row(row).map { self.text(of: $0) }.joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Writes a text and says how many columns it took.
  ///
  /// It ends at `maxColumns` and at the right edge; a wide grapheme without room becomes a blank. What is left of a
  /// wide grapheme written over in part becomes blank.
  @discardableResult
  public mutating func write(
    _ text: String, at place: ScreenPosition, style: CellStyle = CellStyle(), maxColumns: Int? = nil
  ) -> Int {
    guard SafeText.isPlainRun(text) else { return writeAll(text, place, style, maxColumns) }
    guard var column = firstColumn(place) else { return 0 }
    let end = endColumn(place, maxColumns)
    for scalar in text.unicodeScalars {
      guard write(scalar.value, widths.columns(of: scalar), &column, end, style, place.row) else { break }
    }
    return column - place.column
  }

  /// Writes graphemes as the text they make up.
  @discardableResult
  public mutating func write(
    _ graphemes: ArraySlice<Character>, at place: ScreenPosition, style: CellStyle = CellStyle(), maxColumns: Int? = nil
  ) -> Int {
    writeAll(graphemes, place, style, maxColumns)
  }

  private mutating func writeAll(
    _ text: some Sequence<Character>, _ place: ScreenPosition, _ style: CellStyle, _ maxColumns: Int?
  ) -> Int {
    guard var column = firstColumn(place) else { return 0 }
    let end = endColumn(place, maxColumns)
    for character in text {
      if let scalar = SafeText.commonScalar(of: character) {
        guard write(scalar.value, widths.columns(of: scalar), &column, end, style, place.row) else { break }
      } else {
        guard SafeText.visible(character).allSatisfy({ write($0, &column, end, style, place) }) else { break }
      }
    }
    return column - place.column
  }

  /// The column where a text begins; nil outside the screen.
  private func firstColumn(_ place: ScreenPosition) -> Int? {
    (0..<size.rows).contains(place.row) && (0..<size.columns).contains(place.column) ? place.column : nil
  }

  private func endColumn(_ place: ScreenPosition, _ maxColumns: Int?) -> Int {
    min(size.columns, place.column + max(0, maxColumns ?? size.columns))
  }

  /// Fills some columns of a row with a sign of one column; what is outside the screen is left out.
  public mutating func fill(row: Int, columns: Range<Int>, with sign: Unicode.Scalar, style: CellStyle = CellStyle()) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) { _ = put(sign.value, 1, style, row: row, column: column) }
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
    return write(glyph(of: character), width, &column, end, style, start.row)
  }

  private mutating func write(
    _ glyph: UInt32, _ width: Int, _ column: inout Int, _ end: Int, _ style: CellStyle, _ row: Int
  ) -> Bool {
    guard column + width <= end else {
      while column < end { column += put(0x20, 1, style, row: row, column: column) }
      return false
    }
    column += put(glyph, width, style, row: row, column: column)
    return true
  }

  /// What stands for a grapheme in a cell.
  private mutating func glyph(of character: Character) -> UInt32 {
    let scalars = character.unicodeScalars
    guard let scalar = scalars.first, scalars.count > 1 else { return scalars.first?.value ?? 0x20 }
    guard scalar.value > 0 else { return 0x20 }
    clusters.append(String(character))
    return Cell.firstCluster + UInt32(clusters.count - 1)
  }

  /// Lays what is on the page in some columns of a row on a ground; what has a ground of its own keeps it.
  public mutating func lay(_ ground: CellGround, row: Int, columns: Range<Int>) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) where cells[row * size.columns + column].style.ground == .page {
      cells[row * size.columns + column].style.ground = ground
    }
  }

  /// Draws a rule under some columns of a row; blank columns take the style of the rule.
  public mutating func underline(row: Int, columns: Range<Int>, style: CellStyle) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      let index = row * size.columns + column
      if cells[index].style == CellStyle(), cells[index].glyph == 0x20 { cells[index].style = style }
      cells[index].style.underline = true
    }
  }

  /// Gives some columns of a row another style.
  public mutating func setStyle(row: Int, columns: Range<Int>, style: CellStyle) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) { cells[row * size.columns + column].style = style }
  }

  /// Puts a grapheme into its cells; the columns it takes.
  private mutating func put(_ glyph: UInt32, _ width: Int, _ style: CellStyle, row: Int, column: Int) -> Int {
    let index = row * size.columns + column
    for offset in 0..<width where cells[index + offset].columns != 1 { blankOut(row: row, column: column + offset) }
    cells[index] = Cell(glyph: glyph, style: style, columns: UInt16(truncatingIfNeeded: width))
    for offset in 1..<max(1, width) { cells[index + offset] = Cell(glyph: 0, style: style, columns: 0) }
    return width
  }

  /// Blanks the whole grapheme that has a part in a cell.
  private mutating func blankOut(row: Int, column: Int) {
    var start = column
    while start > 0, cells[row * size.columns + start].columns == 0 { start -= 1 }
    let width = Int(cells[row * size.columns + start].columns)
    guard width > 1 else { return }
    for offset in 0..<width {
      let index = row * size.columns + start + offset
      cells[index] = Cell(glyph: 0x20, style: cells[index].style, columns: 1)
    }
  }

  /// Joins a mark without columns to the grapheme before it; one without a base is left out.
  private mutating func join(_ character: Character, row: Int, column: Int, from first: Int) {
    guard column > first else { return }
    var index = row * size.columns + column - 1
    while cells[index].columns == 0, index > row * size.columns { index -= 1 }
    let cell = cells[index]
    clusters.append(text(of: cell) + String(character))
    cells[index] = Cell(
      glyph: Cell.firstCluster + UInt32(clusters.count - 1), style: cell.style, columns: cell.columns)
  }
}
