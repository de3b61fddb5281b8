// Holds the size of a screen.

/// The size of a screen or window, in character cells.
public struct ScreenSize: Hashable, Sendable {
  /// How many rows.
  public var rows: Int
  /// How many display columns.
  public var columns: Int

  /// Makes a size; negative counts become 0.
  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}
