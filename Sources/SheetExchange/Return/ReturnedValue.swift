// Holds the reading of the short values of a sheet that came back: numbers, years, signs, versions.

import InitiativeModel

/// Reads values that may stand in few forms only.
enum ReturnedValue {
  /// A sheet's number, 1 to 999, in digits of either width.
  static func number(_ text: String) -> Int? {
    var digits = ""
    for scalar in trimmed(text).unicodeScalars {
      switch scalar {
      case "0"..."9": digits.unicodeScalars.append(scalar)
      case "０"..."９": digits += String(scalar.value - 0xFF10)
      default: return nil
      }
    }
    guard digits.utf8.count <= 4, let number = Int(digits), (1...999).contains(number) else { return nil }
    return number
  }

  /// The first digits of a sheet file's SHA-256: 16 of them.
  static func version(_ text: String) -> String? {
    let bare = trimmed(text)
    guard bare.utf8.count == 16, bare.utf8.allSatisfy({ Unicode.Scalar($0).properties.isASCIIHexDigit }) else {
      return nil
    }
    return bare.lowercased()
  }

  /// A choice as its sign: the sign alone in any of its forms, or with the field's own words behind it.
  ///
  /// - Returns: empty where nothing is chosen; nil for anything else.
  static func sign(_ text: String, of field: EntryField) -> String? {
    let bare = trimmed(text)
    if bare.isEmpty { return "" }
    if let chosen = field.choice(signed: bare) ?? ChoiceOrdinal(typed: bare) {
      return field.options[chosen.rawValue - 1].sign
    }
    return field.options.first {
      bare.hasPrefix($0.sign) && trimmed(String(bare.dropFirst($0.sign.count))) == $0.label
    }?
    .sign
  }

  /// ★ or nothing; nil for anything else.
  static func star(_ text: String) -> Bool? {
    let bare = trimmed(text)
    return bare.isEmpty ? false : bare == PrintedForm.star ? true : nil
  }

  /// A text without the white space around it.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
