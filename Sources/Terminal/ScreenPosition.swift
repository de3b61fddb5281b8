// Holds a place on the screen.

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
