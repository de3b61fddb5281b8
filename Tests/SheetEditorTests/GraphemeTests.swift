import Terminal
import Testing

@testable import SheetEditor

@Suite("A character is what a person sees as one")
struct GraphemeTests {
  /// Texts, cut where the rules of Unicode for grapheme clusters cut them, and their columns.
  static let cases: [(text: String, clusters: [String], columns: Int)] = [
    ("か\u{3099}き", ["か\u{3099}", "き"], 4),
    ("は\u{309A}", ["は\u{309A}"], 2),
    ("ｶﾞｷﾞ", ["ｶﾞ", "ｷﾞ"], 4),
    ("ﾊﾟﾊ", ["ﾊﾟ", "ﾊ"], 3),
    ("e\u{301}\u{323}x", ["e\u{301}\u{323}", "x"], 2),
    ("𠮷野", ["𠮷", "野"], 4),
    ("葛\u{E0100}城", ["葛\u{E0100}", "城"], 4),
    ("辻\u{FE00}", ["辻\u{FE00}"], 2),
    ("☺\u{FE0F}あ", ["☺\u{FE0F}", "あ"], 3),
    ("1\u{FE0F}\u{20E3}2", ["1\u{FE0F}\u{20E3}", "2"], 2),
    ("👨\u{200D}👩\u{200D}👧。", ["👨\u{200D}👩\u{200D}👧", "。"], 8),
    ("👍\u{1F3FD}", ["👍\u{1F3FD}"], 4),
    ("🇯🇵🇫🇷", ["🇯🇵", "🇫🇷"], 4),
    ("🇯🇵🇫", ["🇯🇵", "🇫"], 3),
    ("\u{1100}\u{1161}\u{11A8}한", ["\u{1100}\u{1161}\u{11A8}", "한"], 4),
    ("नि", ["नि"], 2),
    ("กำ", ["กำ"], 2),
    ("①※", ["①", "※"], 2),
  ]

  private func opened(_ text: String) throws -> EditorRobot {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR><End><CR>")
    robot.send(.typed(text))
    return robot
  }

  private func offset(_ robot: EditorRobot) -> Int? {
    guard let area = robot.state.text else { return nil }
    return area.cursor.offset
  }

  @Test("The cursor steps over whole clusters, in the columns that they take", arguments: cases.indices)
  func steps(index: Int) throws {
    let (text, clusters, columns) = GraphemeTests.cases[index]
    var robot = try opened(text)
    #expect(offset(robot) == clusters.count)
    #expect(robot.cursor?.column == 1 + columns)
    for left in clusters.indices.reversed() {
      try robot.type("<Left>")
      #expect(offset(robot) == left)
      let before = clusters[..<left].joined()
      #expect(robot.cursor?.column == 1 + DisplayWidths(ambiguous: .narrow).columns(of: before))
    }
  }

  @Test("Backspace and Delete take one cluster, and undo brings it back", arguments: cases.indices)
  func deletes(index: Int) throws {
    let (text, clusters, _) = GraphemeTests.cases[index]
    var robot = try opened(text)
    try robot.type("<BS>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements.string == clusters.dropLast().joined())
    try robot.type("<C-z><Home><Del>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements.string == clusters.dropFirst().joined())
    try robot.type("<C-z>")
    let back = robot.sheet?.selfEvaluation.issuesAndImprovements.string
    #expect(back.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
  }

  @Test("A mark that arrives apart from its letter joins it")
  func apart() throws {
    var robot = try opened("か")
    robot.send(.typed("\u{3099}"))
    #expect(offset(robot) == 1)
    try robot.type("<BS>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "")
  }
}
