import Terminal
import TestSupport
import Testing

@Suite("What a mouse sends")
struct MouseDecodingTests {
  private func decode(_ pieces: String...) -> [TerminalInput] {
    var decoder = KeyDecoder()
    return pieces.flatMap { decoder.decode($0.unicodeScalars.map { RawInput.scalar($0) }) }
  }

  private func mouse(_ action: MouseInput.Action, row: Int, column: Int) -> [TerminalInput] {
    [.mouse(MouseInput(action, row: row, column: column))]
  }

  @Test("Presses, drags, releases and the wheel, with their place from 0")
  func reports() {
    #expect(decode("\u{1B}[<0;1;1M") == mouse(.press, row: 0, column: 0))
    #expect(decode("\u{1B}[<32;80;24M") == mouse(.drag, row: 23, column: 79))
    #expect(decode("\u{1B}[<0;300;5m") == mouse(.release, row: 4, column: 299))
    #expect(decode("\u{1B}[<64;3;4M") == mouse(.wheelUp, row: 3, column: 2))
    #expect(decode("\u{1B}[<65;3;4M") == mouse(.wheelDown, row: 3, column: 2))
    #expect(decode("\u{1B}[<16;2;2M") == mouse(.press, row: 1, column: 1), "with Ctrl held down")
  }

  @Test(
    "Other buttons, garbage and places that are none are swallowed whole",
    arguments: [
      "<1;2;3M", "<2;2;3M", "<35;2;3M", "<66;2;3M", "<128;2;3M", "<0;0;1M", "<0;1;0M", "<0;-4;1M", "<0;1M", "<M",
      "<0;1;2;3M", "<;;M", "<0;99999999999999999999;1M", "<0;20000;1M", "<a", "<0;1;1~", "<0;1;1R",
    ])
  func garbage(report: String) {
    let rest = String(report.drop { $0 != "M" && $0 != "m" && $0 != "~" && $0 != "R" && $0 != "a" }.dropFirst())
    #expect(decode("\u{1B}[\(report)あ") == [.typed(rest + "あ")])
  }

  @Test("A report split anywhere behind its second character arrives whole, and a text behind it is typed")
  func split() {
    let scalars = Array("\u{1B}[<32;118;7Mか".unicodeScalars)
    for first in 2..<scalars.count {
      for second in first..<scalars.count {
        var decoder = KeyDecoder()
        let inputs = [scalars[..<first], scalars[first..<second], scalars[second...]].flatMap { piece in
          decoder.decode(piece.map { RawInput.scalar($0) })
        }
        #expect(inputs == mouse(.drag, row: 6, column: 117) + [.typed("か")])
      }
    }
  }

  @Test("However long a report is, nothing of it is typed")
  func endless() {
    let digits = String(repeating: "9", count: 100_000)
    #expect(decode("\u{1B}[<0;\(digits);1M", "あ") == [.typed("あ")])
    #expect(decode("\u{1B}[<0;\(digits)", "\(digits)\r") == [.key(Key(name: .enter))])
  }

  @Test("What a mouse of the oldest kind sends is swallowed, in pieces and with places that are no characters")
  func oldest() {
    #expect(decode("\u{1B}[M !!あ") == [.typed("あ")])
    #expect(decode("\u{1B}[M", " ", "!!", "あ") == [.typed("あ")])
    #expect(decode("\u{1B}[M \u{FFFD}!", "あ") == [.typed("あ")])
    #expect(decode("\u{1B}[M \u{101}", "あ") == [.typed("あ")], "two places in the bytes of one character")
    #expect(decode("\u{1B}[M\u{1B}[A") == [.key(Key(name: .up))])
  }

  @Test("Whatever a mouse sends, in whatever pieces, nothing is typed and nothing is pressed")
  func random() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("0123456789;;;<-".unicodeScalars)
    var decoder = KeyDecoder()
    for _ in 0..<5000 {
      let body = (0..<Int.random(in: 0...90, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "0" }
      let report = Array("\u{1B}[<".unicodeScalars) + body + ["M"]
      let cut = Int.random(in: 2...report.count, using: &random)
      for piece in [report[..<cut], report[cut...]] {
        for input in decoder.decode(piece.map { RawInput.scalar($0) }) {
          guard case .mouse = input else {
            Issue.record("\(input) of \(String(String.UnicodeScalarView(report)))")
            return
          }
        }
      }
    }
  }
}
