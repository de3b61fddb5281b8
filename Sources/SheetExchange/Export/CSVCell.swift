// Holds the form of a text in a cell of CSV, from which it can be read again exactly.

import Terminal

/// A text as a table program may have it: not taken for a formula, a number or a date, nothing hidden in it.
///
/// A hidden character stands as <U+200B>. A cell that a table program would change gets ' before it, which a reader takes
/// away where it guards something: also where Excel took it away itself, because somebody worked in the cell.
enum CSVCell {
  private static let guardSign = "'"

  /// The cell of a text, not yet in quotes.
  static func written(_ text: String) -> String {
    let shown = escaped(text)
    return isGuarded(shown) ? guardSign + shown : shown
  }

  /// The text of a cell without its quotes.
  static func read(_ cell: String) -> String {
    guard cell.utf8.first == UInt8(ascii: "'") else { return unescaped(cell) }
    let rest = String(cell.unicodeScalars.dropFirst())
    return unescaped(isGuarded(rest) ? rest : cell)
  }

  private static func isGuarded(_ shown: String) -> Bool {
    shown.utf8.first == UInt8(ascii: "'") || SafeOutput.isRisky(shown) || isLikeNumber(shown)
  }

  // MARK: Numbers

  /// Whether a table program could make a number, a date, a time or a truth value of it.
  ///
  /// That is a short line with a digit and one word of ASCII at most, in either width; other letters are those of
  /// Japanese dates.
  private static func isLikeNumber(_ shown: String) -> Bool {
    guard shown.utf8.count <= 120 else { return false }
    var hasDigit = false
    var words = 0
    var isInWord = false
    for scalar in shown.unicodeScalars {
      let wasInWord = isInWord
      isInWord = false
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19: hasDigit = true
      case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        isInWord = true
        if !wasInWord { words += 1 }
      case 0x20...0x7E, 0xFF01...0xFF5E, 0xA0, 0xA5, 0x3000, 0xFFE5, 0x2212: break
      default: guard dateLetters.contains(scalar) else { return false }
      }
    }
    if hasDigit { return words < 2 }
    return ["TRUE", "FALSE"].contains(ReturnedValue.trimmed(shown).uppercased())
  }

  private static let dateLetters = Set("年月日時分秒元明治大正昭和平成令午前後".unicodeScalars)

  // MARK: Hidden characters

  /// The text with every hidden character as <U+…>, and with < so where a reader would take it for the beginning of one.
  private static func escaped(_ text: String) -> String {
    var shown = text
    if text.utf8.contains(UInt8(ascii: "<")) {
      var scalars = String.UnicodeScalarView()
      var rest = text.unicodeScalars[...]
      while let scalar = rest.first {
        if scalar == "<", reference(at: rest) != nil {
          scalars.append(contentsOf: sign(for: scalar).unicodeScalars)
        } else {
          scalars.append(scalar)
        }
        rest.removeFirst()
      }
      shown = String(scalars)
    }
    return SafeText.rewritten(shown) { $0 == "\t" ? "\t" : sign(for: $0) }
  }

  private static func unescaped(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "<")) else { return cell }
    var scalars = String.UnicodeScalarView()
    var rest = cell.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "<", let found = reference(at: rest) {
        scalars.append(found.scalar)
        rest = rest[found.end...]
      } else {
        scalars.append(scalar)
        rest.removeFirst()
      }
    }
    return String(scalars)
  }

  /// The character that a text names at its beginning, in the one form in which it is written: a hidden one, or <.
  private static func reference(
    at text: Substring.UnicodeScalarView
  ) -> (scalar: Unicode.Scalar, end: Substring.UnicodeScalarView.Index)? {
    guard text.starts(with: start) else { return nil }
    let rest = text.dropFirst(start.count)
    var value: UInt32 = 0
    var end = rest.startIndex
    while end < rest.endIndex, let digit = hexadecimal(rest[end]), value < 0x11_0000 {
      value = value << 4 | digit
      end = rest.index(after: end)
    }
    guard end < rest.endIndex, rest[end] == ">", let scalar = Unicode.Scalar(value), scalar == "<" || isHidden(scalar),
      sign(for: scalar).unicodeScalars.elementsEqual(text[...end])
    else { return nil }
    return (scalar, text.index(after: end))
  }

  private static let start: [Unicode.Scalar] = ["<", "U", "+"]

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar.value {
    case 0x30...0x39: scalar.value - 0x30
    case 0x41...0x46: scalar.value - 0x37
    default: nil
    }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    SafeText.rewritten(String(scalar)) { _ in "" }.isEmpty && scalar != "\t"
  }

  private static func sign(for scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
  }
}
