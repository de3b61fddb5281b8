import Terminal
import TestSupport
import Testing

@Suite("Keys, text and pastes as they arrive")
struct KeyDecoderTests {
  private func decode(_ pieces: String...) -> [TerminalInput] {
    var decoder = KeyDecoder()
    return pieces.flatMap { decoder.decode($0.unicodeScalars.map { RawInput.scalar($0) }) }
  }

  private func key(_ name: Key.Name, _ modifiers: Key.Modifiers = []) -> [TerminalInput] {
    [.key(Key(name: name, modifiers: modifiers))]
  }

  @Test("What an IME commits in one go is one text")
  func commit() {
    #expect(decode("取組項目") == [.typed("取組項目")])
    #expect(decode("か\u{3099}") == [.typed("か\u{3099}")])
    #expect(decode("あ\rい") == [.typed("あ"), .key(Key(name: .enter)), .typed("い")])
  }

  @Test("Control characters are keys")
  func controls() {
    #expect(decode("\u{13}") == [.key(.control("s"))])
    #expect(decode("\u{11}\u{1A}\u{3}") == [.key(.control("q")), .key(.control("z")), .key(.control("c"))])
    #expect(decode("\u{7F}") == key(.backspace))
    #expect(decode("\t") == key(.tab))
  }

  @Test(
    "F-keys in every encoding",
    arguments: [
      ("\u{1B}OP", 1), ("\u{1B}OS", 4), ("\u{1B}[11~", 1), ("\u{1B}[14~", 4), ("\u{1B}[15~", 5), ("\u{1B}[17~", 6),
      ("\u{1B}[21~", 10), ("\u{1B}[24~", 12), ("\u{1B}[[A", 1), ("\u{1B}[[E", 5), ("\u{1B}2", 2), ("\u{1B}0", 10),
      ("\u{1B}[P", 1),
    ])
  func functionKeys(bytes: String, number: Int) {
    #expect(decode(bytes) == key(.function(number)))
  }

  @Test("Esc alone is Esc; twice is twice; before another key in the same batch it is Alt, and one key")
  func escape() {
    #expect(decode("\u{1B}") == key(.escape))
    #expect(decode("\u{1B}", "a") == key(.escape) + [.typed("a")])
    #expect(decode("\u{1B}\u{1B}") == key(.escape) + key(.escape))
    #expect(decode("\u{1B}x") == key(.character("x"), .alt))
    #expect(decode("\u{1B}\r") == key(.enter, .alt))
    #expect(decode("\u{1B}\t") == key(.tab, .alt))
    #expect(decode("\u{1B}\u{7F}") == key(.backspace, .alt))
    #expect(decode("\u{1B}\u{13}") == key(.character("s"), [.alt, .control]))
    #expect(decode("\u{1B}\u{1B}[A") == key(.up, .alt))
    #expect(decode("\u{1B}\u{1B}OP") == key(.function(1), .alt))
    #expect(decode("\u{1B}\u{1B}[[A") == key(.function(1), .alt))
    #expect(decode("\u{1B}[1;3A") == key(.up, .alt))
    #expect(decode("\u{1B}\u{1B}x") == key(.escape) + key(.character("x"), .alt))
    #expect(decode("\u{1B}Oあ") == key(.character("O"), .alt) + [.typed("あ")])
  }

  @Test("Esc and what an input method wrote, brought together by a slow line, are Esc and the whole text")
  func escapeBeforeText() {
    #expect(decode("\u{1B}あ") == key(.escape) + [.typed("あ")])
    #expect(decode("\u{1B}\u{1B}あ") == key(.escape) + key(.escape) + [.typed("あ")])
    #expect(decode("\u{1B}あ\r") == key(.escape) + [.typed("あ")] + key(.enter))
    #expect(decode("\u{1B}\u{A0}é") == key(.escape) + [.typed("\u{A0}é")])
    #expect(decode("\u{1B}窓口の数") == key(.escape) + [.typed("窓口の数")])
    #expect(decode("前\u{1B}窓口\r") == [.typed("前")] + key(.escape) + [.typed("窓口")] + key(.enter))
  }

  @Test(
    "What no ESC O and no ESC [ [ can end with is a key or text of its own, and the rest of a sequence is never typed")
  func unfinishedShift() {
    #expect(decode("\u{1B}[[あ") == [.typed("あ")])
    #expect(decode("\u{1B}[[", "窓口") == [.typed("窓口")])
    #expect(decode("\u{1B}[[\u{1B}[A") == key(.up))
    #expect(decode("\u{1B}O\u{1B}[A") == key(.character("O"), .alt) + key(.up))
    #expect(decode("\u{1B}O\r") == key(.character("O"), .alt) + key(.enter))
    #expect(decode("\u{1B}[[\u{13}") == [.key(.control("s"))])
  }

  @Test("Esc and a digit are a function key in one batch alone; apart they are Esc and the digit")
  func escapeBeforeDigit() {
    for digit in 0...9 {
      #expect(decode("\u{1B}\(digit)") == key(.function(digit == 0 ? 10 : digit)))
      #expect(decode("\u{1B}", "\(digit)") == key(.escape) + [.typed("\(digit)")])
      #expect(decode("\u{1B}", "", "\(digit)") == key(.escape) + [.typed("\(digit)")])
    }
  }

  @Test("Cursor keys with modifiers")
  func modified() {
    #expect(decode("\u{1B}[1;5H") == key(.home, .control))
    #expect(decode("\u{1B}[1;2C") == key(.right, .shift))
    #expect(decode("\u{1B}[1;6F") == key(.end, [.control, .shift]))
    #expect(decode("\u{1B}[Z") == key(.tab, .shift))
    #expect(decode("\u{1B}[3~") == key(.delete))
    #expect(decode("\u{1B}OA") == key(.up))
  }

  @Test("Answers of the terminal are told apart from keys")
  func answers() {
    #expect(decode("\u{1B}[24;3R") == [.cursorReport(row: 24, column: 3)])
    #expect(decode("\u{1B}[1;2R") == key(.function(3), .shift))
    #expect(decode("\u{1B}[?1;2c") == [.deviceAttributes([1, 2])])
    #expect(decode("\u{1B}[>32;331;0c\u{1B}[c") == [.secondaryAttributes([32, 331, 0])])
  }

  @Test("A sequence that nobody knows is swallowed whole")
  func unknown() {
    #expect(decode("\u{1B}[?25;1$yあ") == [.typed("あ")])
    #expect(decode("\u{1B}[99~") == [])
  }

  @Test("A sequence split anywhere behind its second character arrives whole")
  func splitSequences() {
    for sequence in ["\u{1B}[1;5H", "\u{1B}[24;13R", "\u{1B}[21~", "\u{1B}[200~あ\u{1B}[201~"] {
      let scalars = Array(sequence.unicodeScalars)
      for cut in 2..<scalars.count {
        var decoder = KeyDecoder()
        let pieces = [scalars[..<cut], scalars[cut...]].flatMap { piece in
          decoder.decode(piece.map { RawInput.scalar($0) })
        }
        #expect(pieces == decode(sequence))
      }
    }
  }

  @Test("A paste is one text: line ends are LF, tabs stay, control characters dropped and counted")
  func paste() {
    #expect(
      decode("\u{1B}[200~一\r\n二\r三\tよ\u{7}\u{1B}[31m\u{1B}[201~後")
        == [.pasted("一\n二\n三\tよ[31m", dropped: 2), .typed("後")])
  }

  @Test("A paste holds no keys, and survives in pieces and a hang-up")
  func pasteInPieces() {
    #expect(decode("\u{1B}[200~\u{13}a", "b\u{1B}[20", "1~") == [.pasted("ab", dropped: 1)])
    var decoder = KeyDecoder()
    _ = decoder.decode("\u{1B}[200~途中".unicodeScalars.map { RawInput.scalar($0) })
    #expect(decoder.isInsidePaste)
    #expect(decoder.decode([.hungUp]) == [.pasted("途中", dropped: 0), .hungUp])
  }

  @Test("A paste whose end does not come is taken as it stands, and keys are keys again; a late end is no text")
  func endlessPaste() {
    var decoder = KeyDecoder()
    func decode(_ text: String) -> [TerminalInput] {
      decoder.decode(text.unicodeScalars.map { RawInput.scalar($0) })
    }
    #expect(decode("\u{1B}[200~途中\r\u{1B}").isEmpty && decoder.isInsidePaste)
    #expect(decoder.endPaste() == [.pasted("途中\n", dropped: 0)] && decoder.endPaste().isEmpty)
    #expect(decode("\u{13}") == [.key(.control("s"))])
    #expect(decode("\u{1B}[201~あ") == [.typed("あ")])
  }

  @Test("Whatever arrives, nothing crashes and no escape sequence is typed")
  func random() {
    var random = SeededGenerator(seed: 99)
    let alphabet = Array("\u{1B}[O;?~0129RcPAa\r\t\u{3}あ\u{9B}\u{7F}".unicodeScalars)
    var decoder = KeyDecoder()
    for _ in 0..<40_000 {
      let batch = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        RawInput.scalar(alphabet.randomElement(using: &random) ?? "a")
      }
      for case .typed(let text) in decoder.decode(batch) {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) })
      }
    }
  }

  @Test("Keys have one written form that is read back")
  func script() throws {
    #expect(
      try KeyScript.parse("あ<C-s><CR>い<lt><S-Tab><F10>")
        == [.typed("あ"), .key(.control("s")), .key(Key(name: .enter)), .typed("い<")]
        + key(.tab, .shift) + key(.function(10)))
    #expect(throws: KeyScriptError.self) { try KeyScript.parse("<何か>") }
    #expect(Key(name: .home, modifiers: .control).written == "<C-Home>")
    #expect(Key.control("s").written == "<C-s>")
  }
}
