// Holds finding the characters that not every computer shows, and replacing them.

/// Finds the characters of a text that are no part of JIS X 0208.
///
/// ASCII, line feed, tab and ① to ⑳ are never among them: the published form has these signs, and its choices are ①
/// and ②.
public enum SpecialCharacters {
  /// The special characters of a text in its order, each as often as it stands there.
  public static func found(in text: String) -> [SpecialCharacter] {
    guard !isCommon(text) else { return [] }
    return parts(of: text).compactMap { part in
      if case .special(let character) = part { character } else { nil }
    }
  }

  /// The text with every special character replaced that there is a replacement for, and how many those are.
  ///
  /// What is text for the ② rule stays so: no character that means something is left out.
  public static func replaced(in text: String) -> (text: String, count: Int) {
    guard !isCommon(text) else { return (text, 0) }
    var written = String.UnicodeScalarView()
    var count = 0
    for part in parts(of: text) {
      switch part {
      case .plain(let scalar): written.append(scalar)
      case .special(let character):
        if character.replacement != nil { count += 1 }
        written.append(contentsOf: (character.replacement ?? character.text).unicodeScalars)
      }
    }
    return (String(written), count)
  }

  // MARK: Parts

  private enum Part {
    case plain(Unicode.Scalar)
    case special(SpecialCharacter)
  }

  private static func isCommon(_ text: String) -> Bool { text.unicodeScalars.allSatisfy { isCommon($0) } }

  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    for character in text {
      let scalars = Array(character.unicodeScalars)
      if scalars.count > 1, isEmoji(scalars[0]) {
        parts.append(.special(emoji(scalars)))
      } else {
        parts += self.parts(of: scalars)
      }
    }
    return parts
  }

  private static func parts(of scalars: [Unicode.Scalar]) -> [Part] {
    var parts: [Part] = []
    var place = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if place + 1 < scalars.count, let whole = VoicedKana.whole(scalar, scalars[place + 1]) {
        let pair = String(String.UnicodeScalarView(scalars[place...(place + 1)]))
        parts.append(.special(SpecialCharacter(text: pair, kind: kind(of: scalar), replacement: String(whole))))
        place += 2
        continue
      }
      parts.append(isCommon(scalar) ? .plain(scalar) : .special(special(scalar)))
      place += 1
    }
    return parts
  }

  /// An emoji with what belongs to it is one character.
  private static func emoji(_ scalars: [Unicode.Scalar]) -> SpecialCharacter {
    let isPlain = scalars.count == 2 && (0xFE00...0xFE0F).contains(scalars[1].value)
    return SpecialCharacter(
      text: String(String.UnicodeScalarView(scalars)), kind: .environmentDependent,
      replacement: isPlain ? CharacterReplacements.text(for: scalars[0]) : nil)
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0xFF && scalar.properties.isEmoji }

  // MARK: A scalar

  private static func special(_ scalar: Unicode.Scalar) -> SpecialCharacter {
    let kind = kind(of: scalar)
    let written = kind == .invisible ? blank(for: scalar) : CharacterReplacements.text(for: scalar)
    return SpecialCharacter(text: String(Character(scalar)), kind: kind, replacement: written)
  }

  /// What stands for a character that is not seen: a blank for a blank, otherwise nothing.
  private static func blank(for scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .spaceSeparator: " "
    case .lineSeparator, .paragraphSeparator: "\n"
    default: ""
    }
  }

  private static func kind(of scalar: Unicode.Scalar) -> SpecialCharacter.Kind {
    if (0xFF61...0xFF9F).contains(scalar.value) { return .halfWidthKana }
    switch scalar.properties.generalCategory {
    case .privateUse: return .privateUse
    case .control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator: return .invisible
    default: return scalar.properties.isDefaultIgnorableCodePoint ? .invisible : .environmentDependent
    }
  }

  /// Whether every Japanese computer has the character.
  static func isCommon(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x09, 0x0A: return true
    case 0x4E00..<0xA000:
      let place = Int(scalar.value - 0x4E00)
      return GeneratedJISCharacters.kanji[place / 64] >> UInt64(place % 64) & 1 == 1
    default:
      let firsts = GeneratedJISCharacters.firsts
      var (low, high) = (0, firsts.count)
      while low < high {
        let middle = (low + high) / 2
        if firsts[middle] <= scalar.value { low = middle + 1 } else { high = middle }
      }
      return low > 0 && scalar.value <= GeneratedJISCharacters.lasts[low - 1]
    }
  }
}
