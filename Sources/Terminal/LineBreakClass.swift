// Holds which characters may not begin or end a line, and which stay together (禁則, JIS X 4051).

enum LineBreakClass {
  /// Whether a line may not begin with the character (行頭禁則).
  static func isForbiddenAtStart(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    switch scalar {
    case "、", "。", "，", "．", "）", "」", "』", "】", "〕", "〉", "》", "｝", "］", "？", "！", "：", "；", "・", "’", "”", "〟", "〗",
      "〙", "»":
      return true
    case "ゝ", "ゞ", "ヽ", "ヾ", "々", "〻", "ー", "‐", "゠", "–", "〜", "～", "％", "‰", "℃", "°", "′", "″": return true
    case "ぁ", "ぃ", "ぅ", "ぇ", "ぉ", "っ", "ゃ", "ゅ", "ょ", "ゎ", "ゕ", "ゖ": return true
    case "ァ", "ィ", "ゥ", "ェ", "ォ", "ッ", "ャ", "ュ", "ョ", "ヮ", "ヵ", "ヶ", "ㇰ"..."ㇿ": return true
    case ",", ".", ")", "]", "}", "?", "!", ":", ";", "%": return true
    case "｡", "｣", "､", "･", "ｧ"..."ｰ", "ﾞ", "ﾟ": return true
    default: return false
    }
  }

  /// Whether a line may not end with the character (行末禁則).
  static func isForbiddenAtEnd(_ character: Character) -> Bool {
    switch character {
    case "（", "「", "『", "【", "〔", "〈", "《", "｛", "［", "“", "‘", "〝", "〖", "〘", "«", "(", "[", "{", "｢", "￥", "＄", "¥",
      "$":
      true
    default: false
    }
  }

  /// Whether two neighbours belong to one word or to a number with its unit.
  static func areJoined(_ left: Character, _ right: Character) -> Bool {
    if isWordPart(left), isWordPart(right) { return true }
    if isDigit(left) { return isUnit(right) || isNumberSign(right) }
    if isNumberSign(left), isDigit(right) { return true }
    switch (left, right) {
    case ("年", "度"), ("万", "円"), ("億", "円"), ("千", "円"), ("万", "人"), ("か", "所"), ("か", "月"): return true
    default: return false
    }
  }

  private static func isWordPart(_ character: Character) -> Bool {
    guard let value = character.asciiValue else { return isDigit(character) }
    switch value {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "@"):
      return true
    default: return false
    }
  }

  private static func isDigit(_ character: Character) -> Bool {
    ("0"..."9").contains(character) || ("０"..."９").contains(character)
  }

  private static func isNumberSign(_ character: Character) -> Bool {
    switch character {
    case ".", ",", "．", "，": true
    default: false
    }
  }

  private static func isUnit(_ character: Character) -> Bool {
    switch character {
    case "件", "%", "％", "回", "円", "人", "年", "月", "日", "時", "分", "秒", "歳", "名", "万", "億", "千", "百", "割", "倍", "度", "位",
      "点", "校", "台", "冊", "部", "票", "枚", "区", "団", "社", "か", "箇", "ヶ", "ヵ", "℃":
      true
    default: false
    }
  }
}
