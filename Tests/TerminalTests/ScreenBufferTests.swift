import Terminal
import TestSupport
import Testing

@Suite("The screen in memory")
struct ScreenBufferTests {
  private func buffer(_ rows: Int, _ columns: Int, _ ambiguous: AmbiguousWidths = .narrow) -> ScreenBuffer {
    ScreenBuffer(size: ScreenSize(rows: rows, columns: columns), widths: DisplayWidths(ambiguous: ambiguous))
  }

  @Test("A wide grapheme without room becomes a blank")
  func noRoom() {
    var screen = buffer(1, 5)
    let columns = screen.write("コンコ", at: ScreenPosition(row: 0, column: 0))
    #expect(columns == 5)
    #expect(screen.row(0).map { screen.text(of: $0) } == ["コ", "", "ン", "", " "])
  }

  @Test("Writing over half of a wide grapheme blanks the other half")
  func half() {
    var screen = buffer(1, 6)
    screen.write("コンコ", at: ScreenPosition(row: 0, column: 0))
    screen.write("x", at: ScreenPosition(row: 0, column: 3))
    #expect(screen.row(0).map { screen.text(of: $0) } == ["コ", "", " ", "x", "コ", ""])
  }

  @Test("Half-width katakana with its voicing mark takes two cells; a combining mark joins its base")
  func marks() {
    var screen = buffer(2, 4)
    let columns = screen.write("ｶﾞ", at: ScreenPosition(row: 0, column: 0))
    #expect(columns == 2)
    screen.write("か\u{3099}", at: ScreenPosition(row: 1, column: 0))
    #expect(screen.row(1).first.map { screen.text(of: $0) } == "か\u{3099}")
    #expect(screen.lines[1] == "か\u{3099}")
  }

  @Test("Nothing in a text reaches the cells as a control character")
  func controls() {
    var screen = buffer(1, 20)
    screen.write("a\u{1B}[31m\nb", at: ScreenPosition(row: 0, column: 0))
    #expect(screen.lines == ["a␛[31m␊b"])
  }

  @Test("At any size nothing crashes, and every row's cells add up to its width")
  func anySize() {
    var random = SeededGenerator(seed: 7)
    let texts = ["取組①", "ｶﾞ", "a", "か\u{3099}👨‍👩‍👧", "—…※"]
    for rows in 0...12 {
      for columns in 0...24 {
        var screen = buffer(rows, columns, columns % 2 == 0 ? .narrow : .wide)
        for _ in 0..<20 {
          let place = ScreenPosition(
            row: Int.random(in: -2...14, using: &random), column: Int.random(in: -2...26, using: &random))
          screen.write(
            texts.randomElement(using: &random) ?? "", at: place, maxColumns: Int.random(in: 0...9, using: &random))
        }
        for row in 0..<rows { #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == columns) }
      }
    }
  }

  @Test("Of a row is told from where to where it differs; a mark, a style and a wide grapheme count whole")
  func difference() {
    func row(_ text: String, _ style: CellStyle = CellStyle()) -> ScreenBuffer {
      var screen = buffer(1, 12)
      screen.write(text, at: ScreenPosition(row: 0, column: 0), style: style)
      return screen
    }
    #expect(row("文字数 19字").difference(inRow: 0, from: row("文字数 19字")) == nil)
    #expect(row("文字数 20字").difference(inRow: 0, from: row("文字数 19字")) == 7..<9)
    #expect(row("文章").difference(inRow: 0, from: row("文字")) == 2..<4)
    #expect(row("文章あ").difference(inRow: 0, from: row("文章")) == 4..<6)
    // An "a" over the first half of a wide grapheme, a wide one over two narrow ones.
    #expect(row("文a").difference(inRow: 0, from: row("文字")) == 2..<4)
    #expect(row("abあ").difference(inRow: 0, from: row("aいう")) == 1..<5)
    #expect(row("か\u{3099}").difference(inRow: 0, from: row("か")) == 0..<2)
    #expect(row("か\u{3099}").difference(inRow: 0, from: row("か\u{3099}")) == nil)
    #expect(row("ab", CellStyle(.bad)).difference(inRow: 0, from: row("ab")) == 0..<2)
    #expect(row("ab").difference(inRow: 0, from: buffer(1, 8)) == 0..<12)
    #expect(row("ab").difference(inRow: 0, from: buffer(0, 12)) == 0..<12)
  }

  @Test("What differs, put into the other row, makes it the same, whatever stands there")
  func differenceIsAll() {
    var random = SeededGenerator(seed: 415)
    let texts = ["取組①", "ｶﾞ", "a", "bcd", "か\u{3099}", "か", "👨‍👩‍👧", "—…※", " "]
    for round in 0..<400 {
      let screens = (0..<2).map { _ in
        var screen = buffer(1, 16, round % 2 == 0 ? .narrow : .wide)
        for _ in 0..<3 {
          screen.write(
            texts.randomElement(using: &random) ?? "",
            at: ScreenPosition(row: 0, column: Int.random(in: 0..<16, using: &random)))
        }
        return screen
      }
      let shown = screens.map { screen in screen.row(0).map { (screen.text(of: $0), $0.columns) } }
      let range = screens[1].difference(inRow: 0, from: screens[0]) ?? 0..<0
      for column in 0..<16 where !range.contains(column) { #expect(shown[0][column] == shown[1][column]) }
      for screen in shown where !range.isEmpty {
        #expect(screen[range.lowerBound].1 != 0)
        #expect(range.upperBound == 16 || screen[range.upperBound].1 != 0)
      }
    }
  }
}
