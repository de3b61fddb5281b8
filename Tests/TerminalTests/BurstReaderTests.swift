import Terminal
import TestSupport
import Testing

@Suite("A paste without brackets, and what a hand types")
struct BurstReaderTests {
  /// Decodes batches that come at some times, and waits for all that was kept back.
  private func decode(_ batches: [(String, at: Int)]) -> [TerminalInput] {
    var (bursts, decoder) = (BurstReader(), KeyDecoder())
    var inputs: [TerminalInput] = []
    func take(_ text: String, _ time: Int) {
      let batch = text.unicodeScalars.map { RawInput.scalar($0) }
      inputs += decoder.decode(bursts.take(batch, at: time, isBracketed: decoder.isInsidePaste))
    }
    for (text, time) in batches { take(text, time) }
    take("", (batches.last?.at ?? 0) + 1000)
    #expect(bursts.wait == nil && !decoder.isInsidePaste)
    return inputs
  }

  private func decode(_ batch: String) -> [TerminalInput] { decode([(batch, at: 5000)]) }

  /// The same without looking at bursts.
  private func keys(_ text: String) -> [TerminalInput] {
    var decoder = KeyDecoder()
    return decoder.decode(text.unicodeScalars.map { RawInput.scalar($0) })
  }

  @Test(
    "Text, a Tab or Enter and text again in one batch are a paste",
    arguments: [
      "目標\t20", "20\t30", "a\t20", "1\t案内板の設置\t3枚\r2\t番号札\t5枚\r", "一行目。\r\n二行目。\r\n", "\t20", "\t20\t30\r",
      "①\t②\r②\t②\r", "2\t2\r1\t2\r", "見出し\r\r本文",
    ])
  func table(text: String) {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    #expect(decode(text) == [.pasted(lines, dropped: 0)])
  }

  @Test(
    "What a hand types ahead or an input method writes is what it was",
    arguments: [
      "窓口の数を増やした。", "窓口の数を増やした。\r", "窓口の数を増やした。\t", "\t窓口の数を増やした。", "\t\t窓口の数を増やした。\u{1B}", "\t2", "2\t1",
      "2\t", "\t\t\t", "\r\r\r\r", "\r\t\t\t", "12\r", "1\r2", "\u{1B}OP", "\u{1B}[19~\r", "\u{1B}[A\u{1B}[B\r",
      "\u{13}\r",
      "\u{6}がいど\r", "\u{1B}\r", "長い文を書いた。\r\u{1B}[19~",
      "\u{1B}[200~一\r二\u{1B}[201~", "\u{1B}[A\u{1B}[200~一\r二行目\u{1B}[201~", "abc", "\u{1B}Oab\tc",
      "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\あ\t", "\u{1B}]あ",
    ])
  func hand(text: String) {
    #expect(decode(text) == keys(text))
  }

  @Test("A key behind a paste is a key, and the paste ends before it")
  func keyBehind() {
    #expect(decode("目標\t20\u{1B}[A") == [.pasted("目標\t20", dropped: 0)] + keys("\u{1B}[A"))
    #expect(decode([("目標\t20", at: 0), ("\u{13}", at: 2)]) == [.pasted("目標\t20", dropped: 0)] + keys("\u{13}"))
  }

  @Test(
    "A table behind a key, a sequence or another paste is a paste as well",
    arguments: [
      "\u{13}", "\u{6}", "\u{1B}[A", "\u{1B}OB", "\u{1B}[[A", "\u{1B}[<0;10;5M", "\u{1B}[M !!", "\u{1B}",
      "\u{1B}\u{1B}[B",
      "\u{1B}[19~\r\u{1B}[B", "\u{1B}[200~一\r二\u{1B}[201~", "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}",
    ])
  func pasteBehind(key: String) {
    #expect(decode(key + "目標\t20\r") == keys(key) + [.pasted("目標\t20\n", dropped: 0)])
    #expect(
      decode("一行目\r二行目\r" + key + "目標\t20")
        == [.pasted("一行目\n二行目\n", dropped: 0)] + keys(key) + [.pasted("目標\t20", dropped: 0)])
  }

  @Test("A paste whose opening bracket comes in two reads is as it was sent: in its order, and with nothing before it")
  func splitBracket() {
    let text = "前\u{1B}[200~一\t二\r三四\t\u{8}五六\t七\u{1B}[201~\u{1B}[200~二つ目\t20\u{1B}[201~後"
    let scalars = Array(text.unicodeScalars).map { String($0) }
    for cut in scalars.indices where cut > 0 && scalars[cut - 1] != "\u{1B}" {
      for other in cut..<scalars.count where scalars[other - 1] != "\u{1B}" {
        let batches = [scalars[..<cut], scalars[cut..<other], scalars[other...]].map { $0.joined() }
        let inputs = decode([(batches[0], at: 0), (batches[1], at: 10), (batches[2], at: 20)])
        #expect(inputs == keys(text), "\(batches)")
      }
    }
  }

  @Test("A new size before or in the middle of a paste ends it nowhere", arguments: [0, 1, 4, 10])
  func resizedInPaste(gap: Int) {
    let (size, scalars) = (
      RawInput.resized(ScreenSize(rows: 30, columns: 90)), Array("目標\t20\t30\r番号札\t5\t6".unicodeScalars)
    )
    for cut in [0] + Array(3..<scalars.count) {
      var (bursts, decoder, inputs) = (BurstReader(), KeyDecoder(), [TerminalInput]())
      let rest = scalars[cut...].map { RawInput.scalar($0) }
      inputs += decoder.decode(bursts.take(scalars[..<cut].map { .scalar($0) }, at: 1000))
      inputs += decoder.decode(bursts.take([size] + rest, at: 1000 + gap, isBracketed: decoder.isInsidePaste))
      inputs += decoder.decode(bursts.take([], at: 3000, isBracketed: decoder.isInsidePaste))
      #expect(
        inputs == [
          .resized(ScreenSize(rows: 30, columns: 90)), .pasted("目標\t20\t30\n番号札\t5\t6", dropped: 0),
        ])
    }
  }

  @Test("A paste in pieces that follow within milliseconds is one, wherever it is cut behind its first Tab")
  func pieces() {
    let text = Array("案内板\t20\t30\r番号札\t5\t6\r".unicodeScalars)
    for cut in 4..<text.count {
      for gap in [0, 1, 4, 15] {
        let parts = [text[..<cut], text[cut...]].map { String(String.UnicodeScalarView($0)) }
        let pasted = [TerminalInput.pasted("案内板\t20\t30\n番号札\t5\t6\n", dropped: 0)]
        #expect(decode([(parts[0], at: 0), (parts[1], at: gap)]) == pasted)
      }
    }
  }

  @Test("Character by character on a slow line, text is not kept back, and no Tab of the paste is a key")
  func slowLine() {
    let batches = "案内板\t20\t2\r番号札".unicodeScalars.enumerated().map { (String($0.element), at: $0.offset * 2) }
    #expect(
      decode(batches)
        == [.typed("案"), .typed("内"), .typed("板"), .pasted("\t20\t2\n番号札", dropped: 0)])
  }

  @Test("Lines that a terminal sends apart are one paste")
  func lineByLine() {
    #expect(
      decode([("一行目。\r", at: 0), ("二行目。\r", at: 10), ("三行目。\r", at: 60)])
        == [.pasted("一行目。\n二行目。\n三行目。\n", dropped: 0)])
  }

  @Test("The same with the time of a hand between is typed")
  func slowly() {
    for gap in [BurstReader.pauseBehindLine, 40, 200] {
      #expect(decode([("目標", at: 0), ("\t", at: gap), ("2", at: gap * 2)]) == keys("目標") + keys("\t") + keys("2"))
      #expect(decode([("目標\t", at: 0), ("20", at: gap)]) == keys("目標\t") + keys("20"))
    }
    #expect(decode([("2", at: 0), ("\t\t窓口の数", at: 1)]) == keys("2") + keys("\t\t窓口の数"))
    #expect(decode([("目標", at: 0), ("\t2", at: BurstReader.pause)]) == keys("目標") + keys("\t2"))
  }

  @Test("Text with an Enter at its end is told as it was after a moment, and text alone at once")
  func waiting() {
    var bursts = BurstReader()
    func raw(_ text: String) -> [RawInput] { text.unicodeScalars.map { .scalar($0) } }
    #expect(bursts.take(raw("窓口の数"), at: 0) == raw("窓口の数") && bursts.wait == nil)
    #expect(bursts.take(raw("\t"), at: 1000) == raw("\t") && bursts.wait == nil)
    #expect(bursts.take(raw("窓口\r"), at: 2000).isEmpty && bursts.wait == BurstReader.pauseBehindLine)
    #expect(bursts.take([], at: 2010).isEmpty)
    #expect(bursts.take([], at: 2020) == raw("窓口\r") && bursts.wait == nil)
    #expect(bursts.take(raw("窓口\r"), at: 3000).isEmpty)
    #expect(bursts.end() == raw("窓口\r"), "when the program ends")
  }

  @Test("A terminal that goes in the middle of a paste takes nothing of it along")
  func hangUp() {
    var (bursts, decoder) = (BurstReader(), KeyDecoder())
    let batch = "目標\t20".unicodeScalars.map { RawInput.scalar($0) }
    #expect(decoder.decode(bursts.take(batch + [.hungUp], at: 0)) == [.pasted("目標\t20", dropped: 0), .hungUp])
    #expect(decoder.decode(bursts.take(batch, at: 1)).isEmpty)
    #expect(decoder.decode(bursts.take([.hungUp], at: 2)) == [.pasted("目標\t20", dropped: 0), .hungUp])
  }

  @Test("Whatever arrives at whatever times, no character is lost")
  func nothingLost() {
    var random = SeededGenerator(seed: 3)
    let alphabet = Array("ab20あ目\t\r".unicodeScalars)
    for _ in 0..<300 {
      var (time, sent, batches) = (0, "", [(String, at: Int)]())
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let batch = String(
          String.UnicodeScalarView(
            (0..<Int.random(in: 1...6, using: &random)).compactMap { _ in alphabet.randomElement(using: &random) }))
        sent += batch
        batches.append((batch, at: time))
        time += [0, 1, 4, 5, 19, 20, 99, 100, 500].randomElement(using: &random) ?? 0
      }
      let arrived = decode(batches).map { input in
        switch input {
        case .typed(let text), .pasted(let text, _): text.replacing("\n", with: "\r")
        case .key(let key): key.name == .tab ? "\t" : "\r"
        default: "?"
        }
      }
      #expect(arrived.joined() == sent)
    }
  }
}
