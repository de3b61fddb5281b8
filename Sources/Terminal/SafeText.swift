// Holds the one door through which text from files, names and the environment reaches a screen.

/// Text as it may be shown: nothing in it can drive the terminal or hide itself.
///
/// Control characters become pictures (␛) or names (<9B>); bidirectional controls, invisible and unassigned
/// characters become <U+202E>; the stored text is not touched. Joiners and selectors inside an emoji stay.
public enum SafeText {
  /// The most combining marks that one base keeps.
  static let mostMarks = 8

  /// The visible form of a text; plain text comes back as it is.
  public static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { !isCommon($0) }) else { return text }
    var shown = ""
    for character in text { shown += visible(character) }
    return shown
  }

  /// The visible form of one grapheme.
  public static func visible(_ character: Character) -> String {
    if commonScalar(of: character) != nil { return String(character) }
    let scalars = character.unicodeScalars
    var shown = ""
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in scalars {
      marks = isMark(scalar) ? marks + 1 : 0
      if marks > mostMarks { continue }
      if isPlain(scalar) || belongsToEmoji(scalar, behind: previous) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += sign(for: scalar)
      }
      previous = scalar
    }
    return shown
  }

  /// The text with each scalar that is not plain in another form, one by one; line feeds stay.
  ///
  /// For formats that have a form of their own for such characters, from which the text can be read again.
  public static func rewritten(_ text: String, _ form: (Unicode.Scalar) -> String) -> String {
    guard text.unicodeScalars.contains(where: { !isCommon($0) && $0 != "\n" }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isPlain(scalar) || scalar == "\n" {
        shown.append(scalar)
      } else {
        shown.append(contentsOf: form(scalar).unicodeScalars)
      }
    }
    return String(shown)
  }

  /// The scalar of a grapheme that is one scalar and needs no closer look; nil for any other.
  ///
  /// It is asked for every cell of a screen: the bytes are read where they lie.
  static func commonScalar(of character: Character) -> Unicode.Scalar? {
    let value = character.utf8.withContiguousStorageIfAvailable { bytes -> UInt32 in
      switch bytes.count {
      case 1: UInt32(bytes[0])
      case 2 where bytes[0] & 0xE0 == 0xC0: UInt32(bytes[0] & 0x1F) << 6 | UInt32(bytes[1] & 0x3F)
      case 3 where bytes[0] & 0xF0 == 0xE0:
        UInt32(bytes[0] & 0x0F) << 12 | UInt32(bytes[1] & 0x3F) << 6 | UInt32(bytes[2] & 0x3F)
      default: 0
      }
    }
    guard let value, let scalar = Unicode.Scalar(value), isCommon(scalar) else { return nil }
    return scalar
  }

  /// Whether every scalar of a text is a grapheme of its own that needs no closer look.
  static func isPlainRun(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { isCommon($0) && $0.value != 0xFF9E && $0.value != 0xFF9F }
  }

  /// Whether a scalar belongs to the blocks that nearly all text is made of, none of which needs a closer look.
  static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // What most text is made of comes first.
    case 0x3030...0x3096, 0x4E00...0x9FFF, 0x309B...0x30FF, 0x3001...0x3029, 0x20..<0x7F, 0xFF01...0xFF9F,
      0xA1...0xAC, 0xAE...0x2FF, 0x2010...0x2027, 0x2030...0x205E, 0x2190...0x23FF, 0x2460...0x27BF:
      true
    default: false
    }
  }

  /// Whether a scalar can be sent to a terminal as it is.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool { isCommon(scalar) || !isHidden(scalar) }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value) { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }

  /// A zero-width joiner between the parts of an emoji.
  private static func belongsToEmoji(_ scalar: Unicode.Scalar, behind previous: Unicode.Scalar?) -> Bool {
    guard scalar.value == 0x200D, let previous else { return false }
    return previous.value == 0xFE0F || (previous.properties.isEmoji && previous.value > 0xFF)
  }

  private static func sign(for scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0..<0x20: return Unicode.Scalar(0x2400 + scalar.value).map { String(Character($0)) } ?? ""
    case 0x7F: return "␡"
    case 0x80..<0xA0: return "<\(String(scalar.value, radix: 16, uppercase: true))>"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "<U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)>"
    }
  }
}
