import InitiativeModel
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("Tables that are pasted")
struct PastedTextTests {
  private func readable(_ text: String, wide: Bool = false) -> String {
    PastedText.readable(text, DisplayWidths(ambiguous: wide ? .wide : .narrow))
  }

  @Test("The columns of a table stand under each other, by the widths of the screen")
  func columns() {
    #expect(
      readable("項目\t目標\t実績\n案内板の設置\t3枚\t3枚\n①\t120人\t98人\n")
        == "項目          目標   実績\n案内板の設置  3枚    3枚\n①             120人  98人\n")
    #expect(readable("①\tあ\nab\tい", wide: true) == "①  あ\nab  い")
    #expect(readable("①\tあ\nab\tい") == "①   あ\nab  い")
  }

  @Test("Behind other text of a line a table of several rows begins a line of its own; a single row goes on in it")
  func inLine() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR><Tab><Tab>前の文。")
    robot.send(.pasted("a\tb\ncc\td", dropped: 0))
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "前の文。\na   b\ncc  d")
    robot.send(.pasted("e\tf", dropped: 0))
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "前の文。\na   b\ncc  de  f")
  }

  @Test("Empty cells keep their columns, and none stand at the end of a row")
  func emptyCells() {
    #expect(readable("a\t\tc\n\tbb\t\n\t\t") == "a    c\n   bb\n")
    #expect(readable("\t20") == "  20")
  }

  @Test("A cell of several lines loses its quotes and stays in its column")
  func severalLines() {
    #expect(
      readable("窓口\t\"一行目\n二「\"\"行」目\"\t3\n番号札\tx\t4")
        == "窓口    一行目       3\n        二「\"行」目\n番号札  x            4")
    #expect(readable("\"一行目\n二行目\"") == "一行目\n二行目")
    #expect(readable("\"一行目\n\n\"\"三\"\"行目\"\n") == "一行目\n\n\"三\"行目\n")
  }

  @Test(
    "A single cell, and any text that is no table, stays as it is",
    arguments: [
      "案内板", "一行目\n二行目\n", "\"見本\"", "\"見本\"と\"例\"", "前\"x\ny\"後", "\"閉じない\n引用", "\"x\"y\n\"",
      "\"引用で始まる段落。\n二段落目。\"\n続きの段落", "",
      "\n\n", "  字下げ", "\"\"",
    ])
  func singleCell(text: String) {
    #expect(readable(text) == text)
  }

  @Test("Lines around a table stay lines")
  func around() {
    #expect(readable("表の前\na\tbb\nccc\td\n表の後。長い文。\ne\tf") == "表の前\na    bb\nccc  d\n表の後。長い文。\ne  f")
  }

  @Test("One cell that is too wide moves its own row alone")
  func tooWide() {
    let long = String(repeating: "長", count: 40)
    #expect(readable("\(long)\t1\na\t2\nbbb\t3") == "\(long)  1\na    2\nbbb  3")
  }

  @Test("However long or hostile it is, it takes little time and loses nothing but tabs and quotes")
  func hostile() {
    let texts = [
      String(repeating: "\t", count: 100_000), String(repeating: "a\t", count: 100_000) + "b",
      String(repeating: "\"\n", count: 50_000), String(repeating: "\t\"\"\"\"x", count: 20_000),
      String(repeating: "\"a\t\n", count: 30_000), String(repeating: "\"", count: 100_000),
      String(repeating: "長", count: 20) + "\tx\n" + String(repeating: "a\tb\n", count: 100_000),
      "\"" + String(repeating: "a\n", count: 30_000) + "\"\t" + String(repeating: "b\t", count: 30_000) + "b",
      (0..<1000).map { _ in String(repeating: "x\t", count: 100) }.joined(separator: "\n"),
    ]
    for text in texts {
      let (seconds, result) = ProcessorTime.seconds { readable(text) }
      #expect(seconds < 20, "\(text.prefix(8)) \(seconds)")
      #expect(result.utf8.count <= text.utf8.count * 2 + PastedText.mostBlanks)
      let letters = Set("axb長".unicodeScalars)
      #expect(
        result.unicodeScalars.count { letters.contains($0) } == text.unicodeScalars.count { letters.contains($0) })
    }
  }

  @Test("A table that is pasted into a field stands there in columns, as one step of undo")
  func intoField() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab><Tab><Tab>")
    robot.send(.pasted("項目\t目標\n案内板の設置\t\"3枚\n(南口)\"\n", dropped: 0))
    #expect(
      robot.sheet?.selfEvaluation.results.lines
        == ["項目          目標", "案内板の設置  3枚", "              (南口)", ""])
    let (first, second) = (robot.place(of: "目標", last: true), robot.place(of: "3枚", last: true))
    #expect(first?.column == second?.column && robot.place(of: "(南口)")?.column == second?.column)
    try robot.type("<C-z>")
    #expect(robot.sheet?.selfEvaluation.results.isEmpty == true)
  }
}
