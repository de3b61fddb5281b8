import InitiativeModel
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("The text being written")
struct TextBufferTests {
  private let pieces = [
    "あ", "漢字", "か", "\u{3099}", "ｶ", "ﾞ", "👨", "\u{200D}", "👩", "🇯", "🇵", "e", "\u{301}", "\n", " ", "、", "一行\n二行", "𠮷",
    "☺", "\u{FE0F}",
  ]

  @Test("Any edits in bytes give the text that the string gives, cut into the same lines")
  func edits() throws {
    var random = SeededGenerator(seed: 31)
    for round in 0..<150 {
      let widths = DisplayWidths(ambiguous: round % 2 == 0 ? .narrow : .wide)
      let width = Int.random(in: 2...60, using: &random)
      var text = ""
      var buffer = TextBuffer(text, wrapWidth: width, widths: widths)
      for _ in 0..<40 {
        let scalars = Array(text.unicodeScalars)
        let start = Int.random(in: 0...scalars.count, using: &random)
        let end = min(scalars.count, start + Int.random(in: 0...3, using: &random))
        let offset = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
        let count = scalars[start..<end].reduce(0) { $0 + UTF8.width($1) }
        let inserted = pieces.randomElement(using: &random) ?? ""
        buffer.replace(bytes: offset..<(offset + count), with: inserted)
        text = String(String.UnicodeScalarView(scalars[..<start] + Array(inserted.unicodeScalars) + scalars[end...]))
        #expect(buffer.string.unicodeScalars.elementsEqual(text.unicodeScalars))
        #expect(buffer.byteCount == text.utf8.count)
      }
      let breaker = LineBreaker(width: width, widths: widths)
      for paragraph in buffer.paragraphs {
        #expect(paragraph.lines == breaker.wrapParagraph(paragraph.characters[...]))
      }
    }
  }

  @Test("A place and its bytes are each other's answer, at every grapheme")
  func places() {
    let text = "か\u{3099}あ\n\n👨‍👩‍👧ｶﾞ𠮷\n終"
    let buffer = TextBuffer(text, wrapWidth: 10, widths: DisplayWidths(ambiguous: .narrow))
    for (index, paragraph) in buffer.paragraphs.enumerated() {
      for offset in 0...paragraph.characters.count {
        let place = TextPosition(paragraph: index, offset: offset)
        #expect(buffer.position(atByte: buffer.byteOffset(of: place)) == place)
      }
    }
    #expect(buffer.position(atByte: 9999) == buffer.end)
  }

  @Test("Any keys at any size: no crash, the text is what was typed, and undo gives the first text back")
  func randomKeys() throws {
    var random = SeededGenerator(seed: 77)
    let keys = [
      "<Left>", "<Right>", "<Up>", "<Down>", "<Home>", "<End>", "<C-Home>", "<C-End>", "<S-Left>", "<S-Down>", "<BS>",
      "<Del>", "<CR>", "<PageUp>", "<PageDown>", "<C-x>", "<C-v>", "<C-k>", "<C-c>", "<C-a>", "<C-y>", "あ", "漢字です、",
      "a",
      "か", "\u{3099}", "<C-z>",
    ]
    for _ in 0..<60 {
      var robot = EditorRobot(sheets: 1)
      try robot.type("<CR><End><CR>")
      for _ in 0..<60 {
        try robot.type(keys.randomElement(using: &random) ?? "a")
        if Int.random(in: 0..<8, using: &random) == 0 {
          robot.send(
            .resized(
              ScreenSize(rows: Int.random(in: 0...40, using: &random), columns: Int.random(in: 0...140, using: &random))
            ))
        }
        guard let area = robot.state.text else {
          Issue.record("left the text")
          return
        }
        #expect(LongText(area.buffer.string) == robot.sheet?.selfEvaluation.issuesAndImprovements)
        _ = robot.screen
      }
      for _ in 0..<200 { try robot.type("<C-z>") }
      #expect(robot.sheet == EditorRobot.sheet(1))
    }
  }
}
