// Holds moving by words: Japanese has no blanks between them, so a change of script ends one.

/// The scripts that moving by words tells apart.
private enum Script {
  case blank, kanji, hiragana, katakana, letter, digit, sign

  init(_ character: Character) {
    let scalar = character.unicodeScalars[character.unicodeScalars.startIndex]
    switch scalar.value {
    case 0x3041...0x309F: self = .hiragana
    case 0x30A1...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: self = .kanji
    default:
      let properties = scalar.properties
      let isDigit = properties.numericType == .decimal
      self = properties.isWhitespace ? .blank : isDigit ? .digit : properties.isAlphabetic ? .letter : .sign
    }
  }
}

extension TextArea {
  /// The place where the word before the cursor begins; at a paragraph's start the end of the one before.
  var wordBefore: TextPosition {
    let characters = buffer.paragraphs[cursor.paragraph].characters
    guard cursor.offset > 0 else { return placeBefore }
    var offset = cursor.offset
    while offset > 0, Script(characters[offset - 1]) == .blank { offset -= 1 }
    guard offset > 0 else { return TextPosition(paragraph: cursor.paragraph, offset: 0) }
    let script = Script(characters[offset - 1])
    while offset > 0, Script(characters[offset - 1]) == script { offset -= 1 }
    return TextPosition(paragraph: cursor.paragraph, offset: offset)
  }

  /// The place where the word behind the cursor's begins; at a paragraph's end the start of the next.
  var wordBehind: TextPosition {
    let characters = buffer.paragraphs[cursor.paragraph].characters
    guard cursor.offset < characters.count else { return placeBehind }
    var offset = cursor.offset
    let script = Script(characters[offset])
    while offset < characters.count, Script(characters[offset]) == script { offset += 1 }
    while offset < characters.count, Script(characters[offset]) == .blank { offset += 1 }
    return TextPosition(paragraph: cursor.paragraph, offset: offset)
  }
}

extension ReadText {
  /// The place where the word before a place begins; at a paragraph's start the end of the one before.
  func word(before place: ReadPosition) -> ReadPosition {
    var place = place
    guard script(before: place) != nil else { return self.place(before: place) }
    while script(before: place) == .blank { place = self.place(before: place) }
    guard let word = script(before: place) else { return place }
    while script(before: place) == word { place = self.place(before: place) }
    return place
  }

  /// The place where the word behind a place's begins; at a paragraph's end the start of the next.
  func word(behind place: ReadPosition) -> ReadPosition {
    var place = place
    guard let word = script(behind: place) else { return self.place(behind: place) }
    while script(behind: place) == word { place = self.place(behind: place) }
    while script(behind: place) == .blank { place = self.place(behind: place) }
    return place
  }

  /// The script of the grapheme behind a place; nil at the end of a paragraph.
  private func script(behind place: ReadPosition) -> Script? {
    guard pieces.indices.contains(place.piece) else { return nil }
    return pieces[place.piece].piece.characters.dropFirst(place.offset).first.map { Script($0) }
  }

  /// The script of the grapheme before a place; nil at the start of a paragraph.
  private func script(before place: ReadPosition) -> Script? {
    let before = self.place(before: place)
    return before < place ? script(behind: before) : nil
  }
}
