// Holds how much of a file that came back is read, so that any file is read or refused at once.

/// The most that is read of a file that came back; an export of one ward's year has some 100,000 bytes.
public enum ReturnedLimits {
  /// Of a file, in bytes.
  public static let bytes = 4 * 1024 * 1024
  /// Of a table, blank ones too.
  static let cells = 200_000
  /// Of a table.
  static let columns = 1_000
  /// Of a text.
  static let lines = 100_000
  /// Of a table's heading, in bytes; a longer one is none of ours.
  static let heading = 240
  /// Of a file, of all its books.
  static let sheets = 10_000
}
