import Foundation
import Terminal
import Testing

@Suite("What a terminal says of itself")
struct TerminalAnswersTests {
  private func answers(_ bytes: String) -> TerminalAnswers {
    var decoder = KeyDecoder()
    var answers = TerminalAnswers()
    for input in decoder.decode(bytes.unicodeScalars.map { .scalar($0) }) { _ = answers.take(input) }
    return answers
  }

  @Test("Each class has its own width, and the primary attributes end the answers")
  func widths() {
    let given = answers("\u{1B}[23;3R\u{1B}[23;2R\u{1B}[23;3R\u{1B}[23;2R\u{1B}[23;2R\u{1B}[23;3R\u{1B}[?62;22;52c")
    #expect(given.isComplete && given.takesClipboard && !given.switchesInputMethod)
    #expect(given.widths.map { widths in AmbiguousClass.allCases.map { widths[$0] } } == [2, 1, 2, 1, 1, 2])
  }

  @Test("Answers that make no sense leave the widths as they are")
  func nonsense() {
    #expect(answers("\u{1B}[23;2R\u{1B}[?1;2c").widths == nil)
    #expect(answers(String(repeating: "\u{1B}[23;9R", count: 6) + "\u{1B}[?1;2c").widths == nil)
    #expect(!answers("\u{1B}[23;2R").isComplete && !answers("\u{1B}[?1;2c").takesClipboard)
  }

  @Test("Tera Term is known by its secondary attributes; keys are no answers")
  func terminals() {
    #expect(answers("\u{1B}[>32;331;0c\u{1B}[?1;2c").switchesInputMethod)
    #expect(!answers("\u{1B}[>41;379;0c\u{1B}[?64;1;2c").switchesInputMethod)
    var none = TerminalAnswers()
    #expect(!none.take(.key(Key(name: .enter))) && none == TerminalAnswers())
  }

  @Test("The clipboard's encoding is that of every other program")
  func base64() {
    for text in ["", "a", "ab", "abc", "abcd", "課題と改善策②\n𠮷"] {
      #expect(Base64.encode(text.utf8) == Data(text.utf8).base64EncodedString())
    }
  }
}
