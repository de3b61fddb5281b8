// Holds a character that not every computer shows, with what is written for it where a text is published.

/// A character that is no part of JIS X 0208, and so may be missing or look different at the reader's.
public struct SpecialCharacter: Hashable, Sendable {
  /// Why the character is one.
  public enum Kind: String, CaseIterable, Sendable {
    /// A sign or kanji that is not on every computer: ㈱, ㎡, Ⅱ, 髙.
    case environmentDependent = "機種依存文字"
    /// Half-width katakana and its punctuation: ｶﾞ, ｡.
    case halfWidthKana = "半角カナ"
    /// What is not seen, or is another blank than the usual ones: U+200B, U+00A0.
    case invisible = "見えない文字"
    /// A character that its computer alone has.
    case privateUse = "外字"
  }

  /// The character as it stands in the text; ｶﾞ and か with a mark of its own are one.
  public let text: String
  /// Why it is special.
  public let kind: Kind
  /// What is written for it, nothing where it is left out; nil where there is no other way to write it.
  public let replacement: String?

  /// The character's code points: U+3231.
  public var codes: String {
    text.unicodeScalars.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }.joined(separator: " ")
  }
}
