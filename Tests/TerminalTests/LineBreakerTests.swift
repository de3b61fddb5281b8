import Terminal
import TestSupport
import Testing

@Suite("Line breaking by 禁則")
struct LineBreakerTests {
  private let narrow = DisplayWidths(ambiguous: .narrow)

  private func lines(_ text: String, _ width: Int) -> [String] {
    LineBreaker(width: width, widths: narrow).lines(of: text)
  }

  @Test("No line begins with a mark that belongs to the one before")
  func forbiddenStart() {
    #expect(lines("一二三四五、六", 10) == ["一二三四", "五、六"])
    #expect(lines("一二三「四」五", 10) == ["一二三", "「四」五"])
    #expect(lines("ああああータ", 8) == ["あああ", "あータ"])
    #expect(lines("ああああっタ", 8) == ["あああ", "あっタ"])
  }

  @Test("No line ends with an opening bracket")
  func forbiddenEnd() {
    #expect(lines("一二三（四五）", 8) == ["一二三", "（四五）"])
  }

  @Test("Numbers keep their units and Latin words stay whole")
  func words() {
    #expect(lines("目標は合計1,200万円です", 12) == ["目標は合計", "1,200万円で", "す"])
    #expect(lines("割合は97.6%です", 9) == ["割合は", "97.6%です"])
    #expect(lines("平成30年度", 6) == ["平成", "30年度"])
    #expect(lines("使うCivicTech", 9) == ["使う", "CivicTech"])
  }

  @Test("A word longer than the line is broken rather than lost")
  func longWord() {
    #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(lines("、、、、、", 4) == ["、、", "、、", "、"])
  }

  @Test("A text that exactly fills the width makes no empty line; empty lines stay")
  func exact() {
    #expect(lines("一二三四", 8) == ["一二三四"])
    #expect(lines("", 8) == [""])
    #expect(lines("一\n\n二\n", 8) == ["一", "", "二", ""])
  }

  @Test("For any text and any width: nothing is lost, no line is too wide, no forbidden start or end")
  func properties() {
    var random = SeededGenerator(seed: 20_190_401)
    let alphabet: [Character] = Array("あア漢字、。「」（）ーっ①※…—ab12,.% 　ｶﾞ") + ["か\u{3099}", "👨‍👩‍👧", "𠮷", "\u{9B}", "\n"]
    for round in 0..<1500 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "あ" }
      let width = Int.random(in: 2...200, using: &random)
      let widths = DisplayWidths(ambiguous: round % 2 == 0 ? .narrow : .wide)
      check(text, LineBreaker(width: width, widths: widths).wrap(text), width, widths)
    }
  }

  @Test("A paragraph that was changed has the lines that it has when it is broken whole, at any place and width")
  func changed() {
    var random = SeededGenerator(seed: 20_191_122)
    let alphabet: [Character] = Array("あア漢字、、。「」（）ーっ①※ab12,.% ｶﾞ") + ["か\u{3099}", "👨‍👩‍👧", "\u{9B}", "\u{3099}"]
    func some(_ most: Int) -> [Character] {
      (0..<Int.random(in: 0...most, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "あ" }
    }
    for _ in 0..<1500 {
      let breaker = LineBreaker(width: Int.random(in: 1...30, using: &random), widths: narrow)
      var text = some(80)
      let lines = breaker.wrapParagraph(text[...])
      let place = Int.random(in: 0...text.count, using: &random)
      text.replaceSubrange(place..<Int.random(in: place...text.count, using: &random), with: some(3))
      #expect(breaker.wrapParagraph(text, changedFrom: place, keeping: lines) == breaker.wrapParagraph(text[...]))
    }
  }

  @Test("Of a changed paragraph the lines far before the change are not broken anew, however long it is")
  func kept() {
    let breaker = LineBreaker(width: 10, widths: narrow)
    var text = Array(repeating: Character("あ"), count: 500)
    // Lines that say something wrong of themselves, by which they are known again.
    let lines = breaker.wrapParagraph(text[...]).map { line in
      var line = line
      line.columns = -1
      return line
    }
    text.append("い")
    let after = breaker.wrapParagraph(text, changedFrom: 500, keeping: lines)
    #expect(after.count == 101)
    #expect(after.prefix(98).allSatisfy { $0.columns == -1 })
    #expect(after.suffix(2).allSatisfy { $0.columns > 0 })
  }

  private func check(_ text: [Character], _ lines: [WrappedLine], _ width: Int, _ widths: DisplayWidths) {
    var place = 0
    for (index, line) in lines.enumerated() {
      #expect(line.range.lowerBound == place)
      #expect(line.columns == text[line.range].reduce(0) { $0 + widths.columns(ofVisible: $1) })
      #expect(line.columns <= width || line.range.count == 1)
      place = line.range.upperBound
      if line.endsParagraph {
        #expect(place == text.count || text[place] == "\n")
        place += place == text.count ? 0 : 1
      } else {
        #expect(!line.range.isEmpty)
        #expect(isBestBreak(text, line, lines[index + 1]))
      }
    }
    #expect(place == text.count)
  }

  /// A break may be bad only where the whole line offers no better one.
  private func isBestBreak(_ text: [Character], _ line: WrappedLine, _ next: WrappedLine) -> Bool {
    func isBad(_ place: Int) -> Bool { "、。」）ーっ,.%".contains(text[place]) || "「（".contains(text[place - 1]) }
    guard isBad(line.range.upperBound) else { return true }
    return line.range.dropFirst().allSatisfy { isBad($0) }
  }
}
