// Holds the restoring of the line breaks that a text conversion lost in the plan's columns.

/// Puts line breaks back where the form's own signs show that a line began.
enum PlanText {
  private static let headings = [
    "(趣旨・目的)", "(取組の概要)", "(取組の内容)", "(目標)", "（趣旨・目的）", "（取組の概要）", "（取組の内容）", "（目標）",
  ].map { Array($0.unicodeScalars) }

  /// The text with a line for each heading, bullet, circled number and paragraph; white space at line ends goes.
  ///
  /// A sign begins a line only at the start of the cell or behind white space, so that 備品・消耗品 stays whole.
  static func withLineBreaks(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    var atBoundary = true
    while let scalar = rest.first {
      if atBoundary, scalar == "(" || scalar == "（", let heading = headings.first(where: { rest.starts(with: $0) }) {
        breakLine(&out)
        out += heading + ["\n"]
        rest = rest.dropFirst(heading.count).drop { $0.isSpace }
        continue
      }
      if atBoundary, beginsLine(scalar) { breakLine(&out) }
      if scalar.isSpace, out.last == "。" { breakLine(&out) } else { out.append(scalar) }
      atBoundary = scalar.isSpace
      rest = rest.dropFirst()
    }
    return String(out).filledLines
  }

  private static func breakLine(_ out: inout String.UnicodeScalarView) {
    if let last = out.last, last != "\n" { out.append("\n") }
  }

  /// Whether a bullet, a circled number or a bracketed heading stands here.
  private static func beginsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "・", "○", "●", "◎", "◇", "◆", "□", "■", "【", "※", "①"..."⑳": true
    default: false
    }
  }
}
