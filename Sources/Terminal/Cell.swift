// Holds one cell of the screen and how it looks.

/// The colours that screens use, by meaning; every terminal maps them as it can.
public enum CellColor: UInt16, Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// Something to notice.
  case accent
  /// Something unfinished.
  case warning
  /// Something wrong.
  case error
  /// Something in the background.
  case quiet
  /// Something done.
  case good
}

/// How a cell looks; two bytes, since every cell of every screen is compared at every key.
public struct CellStyle: Hashable, Sendable {
  private var bits: UInt16 = 0

  /// Makes the plain style.
  public init() {}

  /// Bold.
  public var bold: Bool {
    get { bits & 1 != 0 }
    set { set(1, newValue) }
  }

  /// Foreground and background exchanged.
  public var reverse: Bool {
    get { bits & 2 != 0 }
    set { set(2, newValue) }
  }

  /// Underlined.
  public var underline: Bool {
    get { bits & 4 != 0 }
    set { set(4, newValue) }
  }

  /// Less bright.
  public var dim: Bool {
    get { bits & 8 != 0 }
    set { set(8, newValue) }
  }

  /// The colour.
  public var color: CellColor {
    get { CellColor(rawValue: bits >> 4) ?? .standard }
    set { bits = bits & 0xF | newValue.rawValue << 4 }
  }

  private mutating func set(_ bit: UInt16, _ isOn: Bool) { bits = isOn ? bits | bit : bits & ~bit }
}

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

  /// A blank cell.
  public static let blank = Cell(glyph: 0x20, style: CellStyle(), columns: 1)

  /// The first glyph that is a place in a table.
  static let firstCluster: UInt32 = 0x11_0000
}
