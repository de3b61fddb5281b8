// Holds results for terminals, files and other programs, in which nothing can drive a terminal or become a formula.

import SheetStorage
import Terminal

/// A result that may leave a program on any way; there is no other way to make one than these.
public struct SafeOutput: Sendable {
  /// The whole result.
  public let text: String

  private init(text: String) { self.text = text }

  /// Lines in their visible form, each with a line feed behind it; line feeds in them stay.
  public static func lines(_ lines: [String]) -> SafeOutput {
    let all = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    return SafeOutput(text: all.map { SafeText.visible(String($0)) + "\n" }.joined())
  }

  /// A page of HTML, whose own line feeds stay; texts in it are to be `escaped`.
  static func page(_ html: String) -> SafeOutput {
    let lines = html.split(separator: "\n", omittingEmptySubsequences: false)
    return SafeOutput(text: lines.map { SafeText.visible(String($0)) }.joined(separator: "\n"))
  }

  /// Text as it stands in HTML, hidden characters in their visible form; a tab is a wide blank.
  static func escaped(_ text: String) -> String {
    let tabs = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\t" ? "\u{3000}" : $0 }))
    var result = ""
    for scalar in SafeText.visible(tabs).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// One JSON value with a line feed at its end; every hidden character stands as \uXXXX, and it reads as the same value.
  public static func json(_ value: JSONValue) -> SafeOutput {
    let text = SafeText.rewritten(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)) { scalar in
      String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
    return SafeOutput(text: text)
  }

  // MARK: CSV

  /// Rows as CSV that Excel opens: a BOM, CR LF behind each row, and no cell that becomes a formula.
  static func csv(_ rows: [[String]]) -> SafeOutput {
    SafeOutput(text: "\u{FEFF}" + rows.map { $0.map { cell($0) }.joined(separator: ",") + "\r\n" }.joined())
  }

  /// The same of cells that `CSVCell` made, from which every text can be read again.
  static func table(_ rows: [[String]]) -> SafeOutput {
    SafeOutput(text: "\u{FEFF}" + rows.map { $0.map { quoted($0) }.joined(separator: ",") + "\r\n" }.joined())
  }

  /// A text of Markdown, whose hidden characters stand as references, from which they can be read again.
  static func markdown(_ text: String) -> SafeOutput {
    SafeOutput(text: SafeText.rewritten(text) { "&#x\(String($0.value, radix: 16, uppercase: true));" })
  }

  /// A cell with quotes around it where it needs them.
  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { "\",\n\t".utf8.contains($0) }) else { return cell }
    let parts = cell.unicodeScalars.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + parts.map { String($0) }.joined(separator: "\"\"") + "\""
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

  /// The signs with which a formula begins; a Japanese Excel takes the full-width ones for the same.
  private static let formulaSigns: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

  /// Whether a cell begins with the sign of a formula, if need be behind blanks, or with TAB, CR or LF.
  static func isRisky(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    if ["\t", "\r", "\n"].contains(first) { return true }
    let shown = text.unicodeScalars.first {
      !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
    }
    return shown.map { formulaSigns.contains($0) } ?? false
  }
}
