// Holds the formats of results for other programs, in which nothing can drive a terminal or become a formula.

import SheetStorage
import Terminal

/// JSON in which every hidden character stands as \uXXXX.
enum SafeJSON {
  /// One value with a line feed at its end; it reads as the same value.
  static func text(of value: JSONValue) -> String {
    SafeText.rewritten(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)) { scalar in
      String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }
}

/// CSV as Excel opens it: a BOM, CR LF behind each row, and no cell that becomes a formula.
enum SafeCSV {
  /// The signs with which a formula begins; a Japanese Excel takes the full-width ones for the same.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  /// The rows as one text.
  static func text(of rows: [[String]]) -> String {
    "\u{FEFF}" + rows.map { $0.map { cell($0) }.joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell in its visible form; ' before one that could be taken for a formula, and quotes where they are needed.
  static func cell(_ text: String) -> String {
    let isRisky = isRisky(text)
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let shown = (isRisky ? "'" : "") + lines.map { SafeText.visible(String($0)) }.joined(separator: "\n")
    guard isRisky || shown.unicodeScalars.contains(where: { "\",\n".unicodeScalars.contains($0) }) else { return shown }
    let quoted = shown.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + quoted.map { String($0) }.joined(separator: "\"\"") + "\""
  }

  /// Whether a cell begins with the sign of a formula, if need be behind blanks, or with TAB, CR or LF.
  private static func isRisky(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if ["\t", "\r", "\n"].contains(first) { return true }
    let shown = text.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    return shown.map { formulaSigns.contains($0) } ?? false
  }
}
