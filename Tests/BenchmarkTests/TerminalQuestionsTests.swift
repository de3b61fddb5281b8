import Testing

@testable import Benchmark

@Suite("The terminal that programs are timed in")
struct TerminalQuestionsTests {
  private func answers(to pieces: [String]) -> [String] {
    var questions = TerminalQuestions()
    return pieces.map { String(decoding: questions.answer(to: Array($0.utf8)[...]), as: UTF8.self) }
  }

  @Test("It answers as xterm does, also to a question that comes in two pieces")
  func answers() {
    #expect(answers(to: ["text\u{1B}[c"]) == ["\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28c"])
    #expect(answers(to: ["\u{1B}[>", "c"]) == ["", "\u{1B}[>41;379;0c"])
    #expect(answers(to: ["\u{1B}]11;?\u{1B}", "\\"]) == ["", "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"])
    #expect(
      answers(to: ["\u{1B}]11;?\u{7}\u{1B}[23;1H①\u{1B}[6n"]) == ["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[23;2R"])
  }

  @Test("What is no question gets no answer")
  func silence() {
    #expect(answers(to: ["\u{1B}[?2004h\u{1B}[1;24r\u{1B}(B\u{1B}[m[c\u{1B}Pzz\u{1B}\\[6n\u{1B}=c"]) == [""])
  }
}
