// Holds the smallest screen that the editor draws its forms on.

import Terminal

/// The smallest screen that the editor draws its forms on.
public enum SmallestScreen {
  /// 60 columns, 20 rows.
  public static let size = ScreenSize(rows: 20, columns: 60)

  /// Whether a screen is large enough.
  public static func fits(_ size: ScreenSize) -> Bool {
    size.rows >= self.size.rows && size.columns >= self.size.columns
  }
}
