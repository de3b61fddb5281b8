// Holds one line of the file of the settings, taken apart.

/// A line that names something: `name = value`, with what stands around it.
struct SettingsLine {
  let name: String
  let value: String
  /// What stands before the value and behind it.
  private let front: Substring.UnicodeScalarView
  private let rest: Substring.UnicodeScalarView

  /// Takes a line apart; nil where it is no such line, but a comment, blank or broken.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self), !SettingsLine.isBlank(text) else { return nil }
    let line = text.unicodeScalars
    guard let sign = line.firstIndex(where: { SettingsLine.equals.contains($0) }) else { return nil }
    let start = line[line.index(after: sign)...].firstIndex { !SettingsLine.isBlank($0) } ?? line.endIndex
    var (end, place, isBehindBlank) = (start, start, true)
    while place < line.endIndex, !(isBehindBlank && SettingsLine.comments.contains(line[place])) {
      isBehindBlank = SettingsLine.isBlank(line[place])
      place = line.index(after: place)
      if !isBehindBlank { end = place }
    }
    name = SettingsLine.trimmed(line[..<sign])
    // Without a value what ends the line stays behind it.
    let from = start == end ? line.index(after: sign) : start
    value = start == end ? "" : String(line[start..<end])
    front = line[..<from]
    rest = line[(start == end ? from : end)...]
  }

  /// The setting that is named; nil for one that is not known.
  var setting: Setting? { Setting(named: name) }

  /// The line with another value.
  func bytes(withValue value: String) -> [UInt8] {
    let blank = self.value.isEmpty && !value.isEmpty ? " " : ""
    return Array("\(Substring(front))\(blank)\(value)\(Substring(rest))".utf8)
  }

  /// Whether a line says nothing: a comment, or blanks.
  static func isBlank(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { !isBlank($0) }) else { return true }
    return comments.contains(first)
  }

  private static func trimmed(_ text: Substring.UnicodeScalarView) -> String {
    let rest = text.drop { isBlank($0) }
    guard let last = rest.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(rest[...last])
  }

  private static let equals: Set<Unicode.Scalar> = ["=", "\u{FF1D}"]
  private static let comments: Set<Unicode.Scalar> = ["#", "\u{FF03}"]

  /// Blanks of both widths, ends of lines, and the mark with which some editors begin a file.
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\r", "\n", "\u{3000}", "\u{FEFF}"].contains(scalar)
  }
}
