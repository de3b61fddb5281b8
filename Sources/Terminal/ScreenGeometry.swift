// Holds sizes and places on the screen.

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

/// A place on the screen, counted from 0.
public struct ScreenPosition: Hashable, Sendable {
  /// The row from the top.
  public var row: Int
  /// The display column from the left.
  public var column: Int

  /// Makes a place.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
