import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Writing a long text")
struct WritingTests {
  @Test("Typing or pasting on a long text opens it with that text at its end")
  func opensWithText() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End>はじめ<Esc>")
    robot.send(.pasted("\nつづき\n", dropped: 1))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "はじめ\nつづき\n")
    #expect(robot.text.contains("制御文字1個を除きました"))
  }

  @Test("Undo and redo in the text: a commit, a paste and running letters are a step each")
  func undo() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End><CR>")
    robot.send(.typed("今日は"))
    robot.send(.typed("晴れ"))
    for letter in ["a", "b", "c"] { robot.send(.typed(letter), after: 100) }
    robot.send(.pasted("貼", dropped: 0))
    func text() -> String { robot.sheet?.selfEvaluation.issuesAndImprovements.string ?? "" }
    #expect(text() == "今日は晴れabc貼")
    try robot.type("<C-z>")
    #expect(text() == "今日は晴れabc")
    try robot.type("<C-z>")
    #expect(text() == "今日は晴れ")
    try robot.type("<C-z><C-z>")
    #expect(text() == "")
    try robot.type("<C-z><C-y><C-y><C-y><C-y>")
    #expect(text() == "今日は晴れabc貼")
  }

  @Test("Undo on the form takes back choices and texts of any field")
  func undoOnForm() throws {
    var robot = EditorRobot()
    try robot.type("<CR>1<Tab>2<Tab>文<Esc><C-z>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "")
    try robot.type("<C-z>")
    #expect(robot.sheet?.midTermReview.targetForecast == nil)
    try robot.type("<C-z>")
    #expect(robot.sheet == EditorRobot.sheet(1))
    #expect(robot.fileEffects.last == .dropDraft(EditorRobot.id(1)))
    try robot.type("<C-y><C-y><C-y>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "文")
  }

  @Test("Select, cut, copy and paste; without a selection it is said how one is made, and how to quit")
  func clipboard() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End>一二三四<S-Left><S-Left><C-x>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "一二")
    try robot.type("<C-Home><C-v>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "三四一二")
    try robot.type("<C-a><C-c><C-End><CR><C-v>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "三四一二\n三四一二")
    try robot.type("<C-k>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "三四一二\n")
    for key in ["<C-c>", "<C-x>"] {
      try robot.type("<Left>" + key)
      #expect(robot.text.contains("範囲が選ばれていません。") && robot.text.contains("Ctrl-A") && robot.text.contains("F10"))
    }
    #expect(!robot.effects.contains(.quit))
  }

  @Test("The cursor moves by rows and keeps its column; Home and End stay on the row")
  func cursor() throws {
    var robot = EditorRobot()
    let line = String(repeating: "あ", count: 50)
    try robot.type("<CR><End><CR>")
    robot.send(.typed(line + "\nいろは\n" + line))
    #expect(robot.cursor == ScreenPosition(row: 6, column: 25))
    try robot.type("<Up><Up>")
    #expect(robot.cursor == ScreenPosition(row: 4, column: 7))
    try robot.type("<Down><Down>")
    #expect(robot.cursor == ScreenPosition(row: 6, column: 25))
    try robot.type("<C-Home><End>")
    #expect(robot.cursor == ScreenPosition(row: 2, column: 77))
    try robot.type("<Down>")
    #expect(robot.cursor?.row == 3)
  }

  @Test("Words end where the script changes")
  func words() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End>市役所のカウンター12件をcheckする。<C-Home>")
    var columns: [Int] = []
    for _ in 0..<9 {
      try robot.type("<C-Right>")
      columns.append((robot.cursor?.column ?? 0) - 1)
    }
    #expect(columns == [6, 8, 18, 20, 22, 24, 29, 33, 35])
    for column in columns.dropLast().reversed() {
      try robot.type("<C-Left>")
      #expect((robot.cursor?.column ?? 0) - 1 == column)
    }
  }
}
