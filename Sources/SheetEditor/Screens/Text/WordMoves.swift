// Holds moving by words: Japanese has no blanks between them, so a change of script ends one.

extension TextArea {
  /// The scripts that moving by words tells apart.
  private enum Script {
    case blank, kanji, hiragana, katakana, letter, digit, sign
  }

  /// The place where the word before the cursor begins; at a paragraph's start the end of the one before.
  var wordBefore: TextPosition {
    let characters = buffer.paragraphs[cursor.paragraph].characters
    guard cursor.offset > 0 else { return placeBefore }
    var offset = cursor.offset
    while offset > 0, TextArea.script(of: characters[offset - 1]) == .blank { offset -= 1 }
    guard offset > 0 else { return TextPosition(paragraph: cursor.paragraph, offset: 0) }
    let script = TextArea.script(of: characters[offset - 1])
    while offset > 0, TextArea.script(of: characters[offset - 1]) == script { offset -= 1 }
    return TextPosition(paragraph: cursor.paragraph, offset: offset)
  }

  /// The place where the word behind the cursor's begins; at a paragraph's end the start of the next.
  var wordBehind: TextPosition {
    let characters = buffer.paragraphs[cursor.paragraph].characters
    guard cursor.offset < characters.count else { return placeBehind }
    var offset = cursor.offset
    let script = TextArea.script(of: characters[offset])
    while offset < characters.count, TextArea.script(of: characters[offset]) == script { offset += 1 }
    while offset < characters.count, TextArea.script(of: characters[offset]) == .blank { offset += 1 }
    return TextPosition(paragraph: cursor.paragraph, offset: offset)
  }

  private static func script(of character: Character) -> Script {
    let scalar = character.unicodeScalars[character.unicodeScalars.startIndex]
    switch scalar.value {
    case 0x3041...0x309F: return .hiragana
    case 0x30A1...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: return .katakana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return .kanji
    default:
      if scalar.properties.isWhitespace { return .blank }
      if scalar.properties.numericType == .decimal { return .digit }
      return scalar.properties.isAlphabetic ? .letter : .sign
    }
  }
}
