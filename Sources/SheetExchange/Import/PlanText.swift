// Holds the restoring of the line breaks that a text conversion lost in the plan's columns.

/// Puts line breaks back where the form's own signs show that a line began.
enum PlanText {
  private static let headings = ["(趣旨・目的)", "(取組の概要)", "(取組の内容)", "(目標)", "（趣旨・目的）", "（取組の概要）", "（取組の内容）", "（目標）"]

  /// The text with a line for each heading, bullet, circled number and paragraph; white space at line ends goes.
  ///
  /// A sign begins a line only at the start of the cell or behind white space, so that 備品・消耗品 stays whole.
  static func withLineBreaks(_ text: String) -> String {
    var out = ""
    var rest = text[...]
    var atBoundary = true
    while let character = rest.first {
      if atBoundary, let heading = headings.first(where: { rest.hasPrefix($0) }) {
        breakLine(&out)
        out += heading + "\n"
        rest = rest.dropFirst(heading.count).drop { $0.isWhitespace }
        continue
      }
      if atBoundary, beginsLine(rest) { breakLine(&out) }
      if character.isWhitespace, endsSentence(out) {
        breakLine(&out)
      } else {
        out.append(character)
      }
      atBoundary = character.isWhitespace
      rest = rest.dropFirst()
    }
    return out.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func breakLine(_ out: inout String) {
    if !out.isEmpty, !out.hasSuffix("\n") { out += "\n" }
  }

  private static func endsSentence(_ out: String) -> Bool { out.hasSuffix("。") }

  /// Whether a bullet, a circled number or a bracketed heading stands here.
  private static func beginsLine(_ rest: Substring) -> Bool {
    guard let scalar = rest.unicodeScalars.first else { return false }
    switch scalar {
    case "・", "○", "●", "◎", "◇", "◆", "□", "■", "【", "※", "①"..."⑳": return true
    default: return false
    }
  }
}
