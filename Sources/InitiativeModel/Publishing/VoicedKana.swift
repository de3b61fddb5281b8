// Holds kana whose mark ゛ or ゜ is a character of its own.

/// Kana and their marks as one character: ｶ with ﾞ, and what other systems store for が.
enum VoicedKana {
  /// The character that a kana and the mark behind it are; nil where they are no pair.
  static func whole(_ kana: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let base = CharacterReplacements.fullWidthKana(kana) ?? kana
    switch mark.value {
    case 0x3099, 0xFF9E:
      if base == "ウ" { return "ヴ" }
      return voiced.contains(base) ? Unicode.Scalar(base.value + 1) : nil
    case 0x309A, 0xFF9F: return halfVoiced.contains(base) ? Unicode.Scalar(base.value + 2) : nil
    default: return nil
    }
  }

  private static let voiced = Set("かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホゝヽ".unicodeScalars)
  private static let halfVoiced = Set("はひふへほハヒフヘホ".unicodeScalars)
}
