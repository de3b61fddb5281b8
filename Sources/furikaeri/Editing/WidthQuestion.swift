// Holds the question to the terminal of how wide it draws ambiguous characters.

import Terminal

/// The answers so far; the terminal gives one report a class and then says what it is.
struct WidthQuestion {
  private var columns: [Int] = []

  /// Takes a report of the cursor behind a glyph that was drawn in the first column.
  mutating func take(column: Int) { columns.append(column) }

  /// The widths, when every class was answered sensibly; nil otherwise.
  var answer: AmbiguousWidths? {
    let classes = AmbiguousClass.allCases
    guard columns.count == classes.count, columns.allSatisfy({ (2...3).contains($0) }) else { return nil }
    var widths = AmbiguousWidths.narrow
    for (ambiguousClass, column) in zip(classes, columns) { widths[ambiguousClass] = column - 1 }
    return widths
  }
}
