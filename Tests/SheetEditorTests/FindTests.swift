import Terminal
import Testing

@testable import SheetEditor

@Suite("Finding in a text")
struct FindTests {
  private func robot(_ text: String, _ script: String = "") throws -> EditorRobot {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR><End><CR>")
    robot.send(.pasted(text, dropped: 0))
    try robot.type("<C-Home>" + script)
    return robot
  }

  private func area(_ robot: EditorRobot) throws -> TextArea {
    guard let area = robot.state.text else { throw TextIsClosed() }
    return area
  }

  private struct TextIsClosed: Error {}

  @Test("As it is typed, the cursor goes to the first hit, the count is said, and Enter goes on round the text")
  func incremental() throws {
    var robot = try robot("一つ目の②未達\n二つ目の2未達\nおわり", "<F7>２未")
    #expect(try area(robot).cursor == TextPosition(paragraph: 0, offset: 4))
    #expect(robot.text.contains("検索: ２未") && robot.text.contains("1/2件"))
    #expect(robot.cursor == ScreenPosition(row: 22, column: 11))
    try robot.type("<CR>")
    #expect(try area(robot).cursor == TextPosition(paragraph: 1, offset: 4))
    try robot.type("<F7>")
    #expect(try area(robot).cursor == TextPosition(paragraph: 0, offset: 4))
    try robot.type("<Up>")
    #expect(robot.text.contains("2/2件"))
    try robot.type("<Esc>")
    #expect(try area(robot).cursor == TextPosition(paragraph: 1, offset: 4))
    #expect(try area(robot).selection == nil)
    #expect(!robot.text.contains("検索: "))
  }

  @Test("What is not there is said, and the cursor stays where the search began")
  func missing() throws {
    var robot = try robot("あいう", "<End><F7>え")
    #expect(robot.text.contains("見つかりません"))
    #expect(try area(robot).cursor == TextPosition(paragraph: 0, offset: 3))
    try robot.type("<BS>い")
    #expect(try area(robot).cursor == TextPosition(paragraph: 0, offset: 1))
  }

  @Test("The last search comes back, typing begins a new one, and a selection is searched for")
  func again() throws {
    var robot = try robot("改善 課題 改善", "<C-f>改善<Esc><F7>")
    #expect(robot.text.contains("検索: 改善"))
    try robot.type("<CR>")
    #expect(try area(robot).cursor.offset == 6)
    try robot.type("<Esc><F7>課")
    #expect(robot.text.contains("検索: 課 ") && robot.text.contains("1/1件"))
    try robot.type("<Esc><Home><S-Right><S-Right><F7>")
    #expect(robot.text.contains("検索: 改善") && robot.text.contains("1/2件"))
  }

  @Test("A search never changes the text; other keys close it and do their work")
  func closes() throws {
    var robot = try robot("一行目\n二行目", "<F7>")
    robot.send(.pasted("二行\n三行", dropped: 0))
    #expect(robot.text.contains("検索: 二行 ") && robot.text.contains("1/1件"))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "一行目\n二行目")
    try robot.type("<F2>")
    #expect(!robot.text.contains("検索: ") && robot.text.contains("保存しました"))
    try robot.type("<F7><Del>")
    #expect(!robot.text.contains("件 "))
    try robot.type("<C-z>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "")
  }

  @Test("A text that comes from elsewhere closes the search")
  func replaced() throws {
    var robot = try robot("長い長い長い文", "<F7>文")
    var theirs = EditorRobot.sheet(1)
    theirs.selfEvaluation.issuesAndImprovements = "別"
    robot.otherSaves(EditorRobot.id(1), theirs)
    try robot.type("<CR>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements.string.contains("別") == true)
    _ = robot.screen
  }

  @Test("What is copied or cut is offered to the terminal's clipboard")
  func clipboard() throws {
    let robot = try robot("一行目\n二行目", "<C-a><C-c><C-Home><C-k>")
    #expect(
      robot.effects.contains(.device(.offerClipboard("一行目\n二行目")))
        && robot.effects.contains(.device(.offerClipboard("一行目\n"))))
  }
}
