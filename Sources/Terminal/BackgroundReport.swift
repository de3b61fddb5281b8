// Holds what a terminal answers when it is asked for the colour of its background.

/// The answer to OSC 11: `11;rgb:ffff/ffff/ffff`, with one to four digits a part.
enum BackgroundReport {
  private static let start = "11;rgb"

  /// Whether an answer can begin like this; anything else is Alt-] and text that was typed behind it.
  static func canBegin(_ text: String) -> Bool {
    guard text.utf8.count > start.utf8.count else { return start.hasPrefix(text) }
    return text.hasPrefix(start) && text.utf8.count <= 40
      && text.utf8.dropFirst(start.utf8.count).allSatisfy { byte in
        let scalar = Unicode.Scalar(byte)
        return scalar.properties.isASCIIHexDigit || scalar == "/" || scalar == ":"
      }
  }

  /// The background that an answer names; nil where it names none.
  static func background(_ text: String) -> TerminalBackground? {
    guard let colour = text.split(separator: ":").last, text.contains(":") else { return nil }
    let parts = colour.split(separator: "/").prefix(3).compactMap { part -> Double? in
      guard (1...4).contains(part.utf8.count), let value = Int(part, radix: 16) else { return nil }
      return Double(value) / Double((1 << (4 * part.utf8.count)) - 1)
    }
    guard parts.count == 3 else { return nil }
    return TerminalBackground(red: parts[0], green: parts[1], blue: parts[2])
  }
}
