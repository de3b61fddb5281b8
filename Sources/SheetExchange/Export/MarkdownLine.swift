// Holds the form of one line of text in Markdown, which shows it as it is and from which it can be read again exactly.

/// A line of text as Markdown: \ before a sign that would be markup, references for what an editor or a reader removes.
enum MarkdownLine {
  /// The line as it stands at the beginning of a line of the file.
  static func written(_ line: String) -> String {
    var text = inner(line)
    if let first = line.unicodeScalars.first {
      if first == " " || first == "\t" {
        text = reference(first) + text.unicodeScalars.dropFirst().map { String($0) }.joined()
      } else if "#>-+=:".unicodeScalars.contains(first) {
        text = "\\" + text
      } else {
        text = withoutListNumber(text)
      }
    }
    return withoutBlankEnd(text)
  }

  /// The line as it stands within a line of the file.
  static func inner(_ line: String) -> String {
    var scalars = String.UnicodeScalarView()
    let source = Array(line.unicodeScalars)
    for (place, scalar) in source.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "<", "[", "]", "~", "$", "|": scalars.append(contentsOf: ["\\", scalar])
      case "&" where place + 1 < source.count && beginsReference(source[place + 1]):
        scalars.append(contentsOf: ["\\", scalar])
      case "\n", "\r": scalars.append(contentsOf: reference(scalar).unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// The text of a line of the file, whose end is without white space.
  static func read(_ line: String) -> String {
    guard line.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }) else { return line }
    var scalars = String.UnicodeScalarView()
    var rest = line.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\" {
        guard let next = rest.first, isPunctuation(next) else {
          if !rest.isEmpty { scalars.append(scalar) }
          continue
        }
        scalars.append(next)
        rest.removeFirst()
      } else if scalar == "&", let found = referred(rest) {
        scalars.append(found.scalar)
        rest = rest[found.end...]
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  /// A character as a reference.
  static func reference(_ scalar: Unicode.Scalar) -> String {
    "&#x\(String(scalar.value, radix: 16, uppercase: true));"
  }

  // MARK: Parts

  /// Puts a backslash behind digits that would begin a list.
  private static func withoutListNumber(_ text: String) -> String {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let next = text.utf8.dropFirst(digits.count).first,
      next == UInt8(ascii: ".") || next == UInt8(ascii: ")")
    else { return text }
    return String(text[..<digits.endIndex]) + "\\" + String(text[digits.endIndex...])
  }

  private static func withoutBlankEnd(_ text: String) -> String {
    guard let last = text.unicodeScalars.last, last.properties.isWhitespace else { return text }
    return String(text.unicodeScalars.dropLast()) + reference(last)
  }

  private static func beginsReference(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "#" || (scalar.isASCII && scalar.properties.isAlphabetic)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }

  private static let names: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}",
  ]

  /// The character of the reference that begins before a text, and where it ends.
  private static func referred(
    _ text: Substring.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, end: Substring.UnicodeScalarView.Index)? {
    guard let end = text.prefix(9).firstIndex(of: ";") else { return nil }
    let name = String(text[..<end])
    let after = text.index(after: end)
    if let scalar = names[name] { return (scalar, after) }
    guard name.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap { Unicode.Scalar($0) }.map { ($0, after) }
  }
}
