// Holds which characters may not begin or end a line, and which stay together (禁則, JIS X 4051).

enum LineBreakClass {
  /// Whether a line may not begin with the character (行頭禁則).
  static func isForbiddenAtStart(_ character: Character) -> Bool {
    switch character.unicodeScalars[character.unicodeScalars.startIndex] {
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
    switch character.unicodeScalars[character.unicodeScalars.startIndex] {
    case "（", "「", "『", "【", "〔", "〈", "《", "｛", "［", "“", "‘", "〝", "〖", "〘", "«", "(", "[", "{", "｢", "￥", "＄", "¥",
      "$":
      true
    default: false
    }
  }

  /// Whether two neighbours belong to one word or to a number with its unit.
  static func areJoined(_ left: Character, _ right: Character) -> Bool {
    let one = left.unicodeScalars[left.unicodeScalars.startIndex]
    let other = right.unicodeScalars[right.unicodeScalars.startIndex]
    if isWordPart(one), isWordPart(other) { return true }
    if isDigit(one) { return isUnit(other) || isNumberSign(other) }
    if isNumberSign(one), isDigit(other) { return true }
    switch (one, other) {
    case ("年", "度"), ("万", "円"), ("億", "円"), ("千", "円"), ("万", "人"), ("か", "所"), ("か", "月"): return true
    default: return false
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "'", "-", "_", "@": true
    default: isDigit(scalar)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９": true
    default: false
    }
  }

  private static func isNumberSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", ",", "．", "，": true
    default: false
    }
  }

  private static func isUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "件", "%", "％", "回", "円", "人", "年", "月", "日", "時", "分", "秒", "歳", "名", "万", "億", "千", "百", "割", "倍", "度", "位",
      "点", "校", "台", "冊", "部", "票", "枚", "区", "団", "社", "か", "箇", "ヶ", "ヵ", "℃":
      true
    default: false
    }
  }
}
