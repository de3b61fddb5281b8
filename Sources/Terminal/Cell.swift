// Holds one cell of the screen.

/// One column of one row.
///
/// A cell holds no text of its own: a grapheme of one scalar is that scalar, any other is a place in the table of the
/// screen it is on. `ScreenBuffer.text(of:)` reads both.
public struct Cell: Hashable, Sendable {
  /// The scalar that begins here, or 0x110000 and more for a place in the screen's table; 0 in the second column of a
  /// wide grapheme.
  let glyph: UInt32
  /// How it looks.
  public var style: CellStyle
  /// How many columns the grapheme takes; 0 in the second column of a wide one.
  public let columns: UInt16

  /// Whether both are the same; one comparison, since every cell of every screen is compared at every key.
  public static func == (left: Cell, right: Cell) -> Bool { left.bits == right.bits }

  /// The whole cell as one number, as it lies in memory.
  var bits: UInt64 { UInt64(columns) << 48 | UInt64(truncatingIfNeeded: style.number) << 32 | UInt64(glyph) }

  /// A blank cell.
  public static let blank = Cell(glyph: 0x20, style: CellStyle(), columns: 1)

  /// The first glyph that is a place in a table.
  static let firstCluster: UInt32 = 0x11_0000
}
