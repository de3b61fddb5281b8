// Holds how much of a published text is taken, so that any text is read or refused at once.

/// The most that an import takes; a year's form of one ward has some 40,000 bytes, 250 lines and 800 cells.
public enum TextLimits {
  /// Of a text, in bytes.
  public static let bytes = 2 * 1024 * 1024
  /// Of a text.
  public static let lines = 20_000
  /// Of a text; a line without tabs is one cell.
  public static let cells = 20_000
  /// Of a text: the numbers go from 1 to 999.
  public static let sheets = 999
}
