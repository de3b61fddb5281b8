// Holds how high rows have to be for the texts in them: merged cells do not grow by themselves.

import InitiativeModel
import Terminal

/// Heights of rows, reckoned from the widths of letters.
enum RowHeights {
  /// One line of text, in points.
  static let line = 12.5
  /// The most that Excel takes for a row, in points.
  static let highest = 409.0
  /// The lines that one row gets at most: a page breaks between rows only.
  private static let most = 10

  /// How many lines a text takes in a cell; some more than reckoned, as every program breaks lines in its own way.
  static func lines(of text: LongText, width: Double) -> Int {
    let breaker = LineBreaker(width: columns(in: width), widths: DisplayWidths(ambiguous: .wide))
    let lines = breaker.wrap(Array(text.string)).count
    return lines + 1 + lines / 20
  }

  /// The heights of the rows that hold so many lines together.
  static func rows(for lines: Int, atLeast least: Int) -> [Double] {
    let lines = max(lines, least)
    let rows = (lines + most - 1) / most
    return (0..<rows).map { index in Double(min(most, lines - index * most)) * line }.map { max($0, 2 * line) }
  }

  /// The columns of a terminal that letters of 10 points need as much as a cell of so many letters of the sheet has.
  private static func columns(in width: Double) -> Int {
    let pixels = width * 7 + 5 - 8
    return Int(pixels / (10.0 / 72 * 96 / 2))
  }
}
