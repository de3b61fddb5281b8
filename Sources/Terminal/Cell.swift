// Holds one cell of the screen and how it looks.

/// The colours that screens use, by meaning; every terminal maps them as it can.
public enum CellColor: Hashable, Sendable {
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

/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  /// Bold.
  public var bold = false
  /// Foreground and background exchanged.
  public var reverse = false
  /// Underlined.
  public var underline = false
  /// Less bright.
  public var dim = false
  /// The colour.
  public var color = CellColor.standard

  /// Makes the plain style.
  public init() {}
}

/// One column of one row.
public struct Cell: Hashable, Sendable {
  /// The grapheme that begins here; empty in the second column of a wide one.
  public var text: String
  /// How it looks.
  public var style: CellStyle
  /// How many columns the grapheme takes; 0 in the second column of a wide one.
  public var columns: Int

  /// A blank cell.
  public static let blank = Cell(text: " ", style: CellStyle(), columns: 1)
}
