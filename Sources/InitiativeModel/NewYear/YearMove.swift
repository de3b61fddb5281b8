// Holds the moving on of the years in a text that is carried over into the book of another year.
//
// Contract. Moved is only the book's own fiscal year, written with its era or in four digits, and only where it stands
// as a label or before a target: 【令和元年度】, 目標(令和元年度), a line of its own, or in the target part before 目標 or a
// figure. A line moves whole or not at all. Everything else that names a year stays as it is and is listed: dates,
// other years, comparisons, results, ranges, years whose era has to be guessed, and columns whose labels tell of several
// years.

/// A line that names years, as the person finds it in the new text.
public struct YearLine: Equatable, Sendable {
  /// Its number in the text, from 1.
  public let number: Int
  /// The line as it stands in the new text.
  public let text: String
  /// The years in question as they stand in it.
  public let years: [String]
  /// The same as they stood in the text before.
  public let before: [String]
}

/// A text with its own year moved on.
public struct YearMove: Equatable, Sendable {
  /// The new text.
  public let text: LongText
  /// The lines in which the book's own year was moved on.
  public let moved: [YearLine]
  /// The lines that name years which stay as they are.
  public let left: [YearLine]

  /// Moves a text of one year's book on into another year's.
  public init(_ text: LongText, from own: FiscalYear, to next: FiscalYear) {
    let lines = YearMove.lines(of: text)
    let isSeries = lines.contains { line in
      !line.tellsOfThePast
        && line.mentions.contains { $0.year != nil && $0.year != own && line.isLabelOrTarget($0) }
    }
    var written: [String] = []
    var moved: [YearLine] = []
    var left: [YearLine] = []
    for (index, line) in lines.enumerated() {
      let moves = isSeries ? [] : line.movable(own)
      let (text, years) = line.moving(moves, to: next)
      written.append(text)
      let before = moves.map { line.text($0.range) }
      if !moves.isEmpty { moved.append(YearLine(number: index + 1, text: text, years: years, before: before)) }
      let rest = line.mentions.filter { !moves.contains($0) }.map { line.text($0.range) }
      if !rest.isEmpty { left.append(YearLine(number: index + 1, text: text, years: rest, before: rest)) }
    }
    self.text = moved.isEmpty ? text : LongText(lines: written)
    self.moved = moved
    self.left = left
  }

  /// The lines of a text; those behind (目標), as far as the next such heading, are its target part.
  private static func lines(of text: LongText) -> [LineWithYears] {
    var isTarget = false
    return text.lines.map { line in
      let start = line.drop { $0 == " " || $0 == "\u{3000}" }
      if ["(目標)", "（目標）", "【目標】"].contains(where: { line.contains($0) }) {
        isTarget = true
      } else if let first = start.first, "(（".contains(first), let last = line.last, ")）".contains(last),
        !line.contains("年")
      {
        isTarget = false
      }
      return LineWithYears(line, isTarget: isTarget)
    }
  }
}
