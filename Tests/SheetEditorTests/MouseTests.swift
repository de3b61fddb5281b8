import InitiativeModel
import SheetStorage
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("The mouse")
struct MouseTests {
  private static let text = "窓口の案内を見直した。\n番号札の表示を大きくした。\nabc def"

  private func robot(sheets: Int = 3, rows: Int = 24, columns: Int = 80) -> EditorRobot {
    EditorRobot(sheets: sheets, rows: rows, columns: columns) { $0.selfEvaluation.results = LongText(MouseTests.text) }
  }

  @Test("In the list a press puts the cursor on a sheet, and another one there opens it, at once or later")
  func list() throws {
    var robot = robot()
    robot.click("見本の取組3")
    #expect(robot.state.selected == EditorRobot.id(3) && robot.state.opened == nil)
    robot.click("見本の取組3", after: 100)
    #expect(robot.text.contains("取組内容の実施見込み"))
    try robot.type("<Esc>")
    robot.click("見本の取組2")
    #expect(robot.state.openSheet == nil)
    robot.click("見本の取組2", after: 60_000)
    #expect(robot.state.openSheet == EditorRobot.id(2))
  }

  @Test("A press on a group's line folds and unfolds it, twice in quick succession only once")
  func groups() {
    var robot = EditorRobot(otherYear: 2020)
    func rows() -> Int { robot.screen[3..<20].filter { $0.contains("見本の取組") }.count }
    #expect(rows() == 6)
    robot.click("天王寺区 令和2年度")
    #expect(rows() == 3)
    robot.click("天王寺区 令和2年度")
    #expect(rows() == 6)
    robot.click("天王寺区 令和2年度")
    robot.click("天王寺区 令和2年度", after: 100)
    #expect(rows() == 3)
  }

  @Test("The wheel scrolls the list, and the cursor stays on the screen")
  func wheelInList() {
    var robot = robot(sheets: 40)
    robot.mouse(.wheelDown, row: 10, column: 10)
    #expect(!robot.text.contains("見本の取組3(") && robot.text.contains("見本の取組4("))
    #expect(robot.state.selected == EditorRobot.id(4))
    for _ in 0..<40 { robot.mouse(.wheelDown, row: 10, column: 10) }
    #expect(robot.text.contains("見本の取組40("))
    for _ in 0..<40 { robot.mouse(.wheelUp, row: 10, column: 10) }
    #expect(robot.text.contains("見本の取組1("))
  }

  @Test("In the form a press goes to a field, on an option it chooses it, on the long text with the focus it opens it")
  func form() throws {
    var robot = robot()
    try robot.type("<CR>")
    robot.click("課題と改善策")
    #expect(robot.state.focus == .midTermIssues && robot.effects.isEmpty)
    robot.click("②", offset: 1)
    #expect(robot.sheet?.midTermReview.targetForecast == .willNotBeMet)
    #expect(robot.state.focus == .targetForecast)
    let edits = robot.fileEffects.count
    robot.click("②", offset: 1)
    #expect(robot.fileEffects.count == edits, "what is chosen already is chosen")
    robot.click("窓口の案内を見直した。")
    #expect(robot.state.focus == .results && robot.state.text == nil)
    robot.click("窓口の案内を見直した。")
    #expect(robot.state.text?.field == .results)
    try robot.type("<Esc><C-z>")
    #expect(robot.sheet?.midTermReview.targetForecast == nil, "one step of undo")
  }

  @Test("What comes up under a press is not pressed by the ones that follow at once")
  func quickPresses() throws {
    var robot = robot()
    let place = try #require(robot.place(of: "見本の取組2"))
    robot.click("見本の取組2")
    let before = robot.sheet
    for _ in 0..<8 { robot.click(row: place.row, column: place.column, after: 100) }
    #expect(robot.state.openSheet == EditorRobot.id(2) && robot.sheet == before)
    #expect(robot.state.focus == .implementationForecast && robot.state.text == nil)
  }

  private func writing(columns: Int = 80) throws -> EditorRobot {
    var robot = robot(columns: columns)
    try robot.type("<CR><Tab><Tab><Tab><CR>")
    return robot
  }

  @Test("In a text a press sets the cursor, behind the end of a row too")
  func cursor() throws {
    var robot = try writing()
    robot.click("番号札")
    #expect(robot.cursor == robot.place(of: "番号札"))
    try robot.type("大きな")
    #expect(robot.sheet?.selfEvaluation.results.lines[1] == "大きな番号札の表示を大きくした。")
    let row = try #require(robot.place(of: "窓口の案内")).row
    robot.click(row: row, column: 70)
    try robot.type("終")
    #expect(robot.sheet?.selfEvaluation.results.lines[0] == "窓口の案内を見直した。終")
    robot.click(row: 19, column: 10)
    try robot.type("末")
    #expect(robot.sheet?.selfEvaluation.results.lines[2].contains("末") == true, "below the text: its last row")
  }

  @Test("Dragging selects: what is typed takes its place, and a drag beyond the text goes to its end")
  func dragging() throws {
    var robot = try writing()
    let place = try #require(robot.place(of: "番号札"))
    robot.mouse(.press, row: place.row, column: place.column)
    for column in place.column...(place.column + 6) { robot.mouse(.drag, row: place.row, column: column, after: 20) }
    robot.mouse(.release, row: place.row, column: place.column + 6)
    #expect(robot.state.text?.selectedText == "番号札")
    try robot.type("<C-c><C-z>")
    #expect(robot.state.clipboard == "番号札")
    robot.mouse(.press, row: place.row, column: place.column)
    robot.mouse(.drag, row: 23, column: 79)
    #expect(robot.state.text?.selectedText == "番号札の表示を大きくした。\nabc def")
    robot.mouse(.drag, row: 0, column: 0)
    #expect(robot.state.text?.selectedText == "窓口の案内を見直した。\n")
    try robot.type("案")
    #expect(robot.sheet?.selfEvaluation.results.lines[0] == "案番号札の表示を大きくした。")
  }

  @Test("A second press at once selects a word, as moving by words tells them apart")
  func words() throws {
    var robot = try writing()
    for (text, offset, word) in [
      ("窓口の", 0, "窓口"), ("窓口の", 2, "窓口"), ("番号札", 4, "番号札"), ("abc", 1, "abc"), ("abc def", 5, "def"),
      ("した。", 4, "。"),
    ] {
      robot.click(text, offset: offset)
      robot.click(text, offset: offset, after: 100)
      #expect(robot.state.text?.selectedText == word)
    }
  }

  @Test("The wheel scrolls a text and the help")
  func wheelInText() throws {
    var robot = EditorRobot {
      $0.selfEvaluation.results = LongText((1...60).map { "第\($0)行。" }.joined(separator: "\n"))
    }
    try robot.type("<CR><Tab><Tab><Tab><CR><C-Home>")
    robot.mouse(.wheelDown, row: 10, column: 10)
    #expect(!robot.text.contains("第3行") && robot.text.contains("第4行"))
    for _ in 0..<40 { robot.mouse(.wheelDown, row: 10, column: 10) }
    #expect(robot.text.contains("第60行"))
    for _ in 0..<40 { robot.mouse(.wheelUp, row: 10, column: 10) }
    #expect(robot.text.contains("第1行") && robot.effects.isEmpty)
    try robot.type("<F1>")
    let help = robot.text
    robot.mouse(.wheelDown, row: 10, column: 10)
    #expect(robot.text != help)
    robot.mouse(.wheelUp, row: 10, column: 10)
    #expect(robot.text == help)
  }

  @Test("The keys of the footer are pressed, on every screen, and those of a panel on top alone")
  func footer() throws {
    var robot = robot()
    robot.click("説明", last: true)
    #expect(robot.state.panel(HelpPanel.self) != nil)
    let place = try #require(robot.place(of: "閉じる", last: true))
    robot.click("閉じる", last: true)
    #expect(robot.state.panel == nil)
    try robot.type("<CR>")
    robot.click(row: place.row, column: place.column)
    try robot.type("<Tab>2")
    robot.click("保存", last: true)
    #expect(robot.text.contains("空のため保存できません"))
    robot.click("一覧", last: true)
    #expect(robot.state.opened == nil)
  }

  @Test("A question is answered by its buttons alone; a press beside them, the wheel and a drag do nothing")
  func question() throws {
    var robot = robot()
    try robot.type("<CR>2<F10>")
    let before = robot.state.panels
    for row in 0..<23 {
      for column in [0, 40, 79] where !robot.screen[row].contains(" 戻る ") {
        robot.click(row: row, column: column)
        robot.mouse(.wheelDown, row: row, column: column)
        robot.mouse(.drag, row: row, column: column)
      }
    }
    #expect(robot.state.panels == before && !robot.effects.contains(.quit))
    robot.click("戻る")
    #expect(robot.state.panel == nil && !robot.effects.contains(.quit))
    try robot.type("<F10>")
    robot.click("下書きのまま終了", beside: "戻る")
    #expect(robot.effects.last == .quit)
  }

  @Test("In a list of things a press chooses, and opens the one that is chosen where Enter does; the wheel goes on")
  func lists() throws {
    var robot = EditorRobot(sheets: 30) { $0.midTermReview.targetForecast = .willNotBeMet }
    try robot.type("<F5>")
    robot.click("項目3 ")
    robot.mouse(.wheelDown, row: 5, column: 5)
    robot.mouse(.wheelUp, row: 5, column: 5)
    #expect(robot.state.panel(FindingsPanel.self)?.chosen == 2)
    robot.click("項目3 ")
    #expect(robot.state.openSheet == EditorRobot.id(3))
    try robot.type("<Esc><F7>見本の取組")
    let second = try #require(robot.place(of: "2 ", row: 3))
    robot.click(row: second.row, column: second.column)
    #expect(robot.state.openSheet == nil)
    robot.click(row: second.row, column: second.column)
    #expect(robot.state.panel(SearchPanel.self) == nil && robot.state.openSheet == EditorRobot.id(2))
  }

  @Test("A press beside what any key closes closes it, and does nothing more")
  func closing() throws {
    var robot = try writing()
    try robot.type("<C-Home><C-f>番号")
    let place = robot.cursor
    robot.click(row: 6, column: 3)
    #expect(robot.state.panel == nil && robot.state.text?.cursor == TextPosition(paragraph: 1, offset: 0))
    #expect(robot.cursor != place)
  }

  @Test("A drag that is not finished when the screen changes does nothing, and no press is a drag")
  func unfinished() throws {
    var robot = try writing()
    robot.mouse(.drag, row: 4, column: 4)
    #expect(robot.state.text?.selection == nil)
    robot.mouse(.press, row: 3, column: 4)
    try robot.type("<Esc>")
    robot.mouse(.drag, row: 8, column: 30)
    robot.mouse(.release, row: 8, column: 30)
    #expect(robot.state.focus == .results && robot.state.text == nil && robot.effects.isEmpty)
    robot.mouse(.press, row: 500, column: 500)
    robot.send(.resized(ScreenSize(rows: 10, columns: 20)))
    robot.mouse(.press, row: 0, column: 0)
    robot.mouse(.drag, row: 9999, column: 9999)
    robot.send(.resized(ScreenSize(rows: 0, columns: 0)))
    robot.mouse(.press, row: 0, column: 0)
  }

  @Test("No mouse at any place of any size crashes, and without a press nothing is written")
  func random() throws {
    var random = SeededGenerator(seed: 12)
    var robot = robot(sheets: 30)
    let actions: [MouseInput.Action] = [.press, .drag, .release, .wheelUp, .wheelDown]
    for _ in 0..<500 {
      let (row, column) = (Int.random(in: 0..<30, using: &random), Int.random(in: 0..<90, using: &random))
      robot.mouse(
        actions.randomElement(using: &random) ?? .press, row: row, column: column,
        after: Int.random(in: 0...900, using: &random))
    }
    let texts = robot.disk.values.map(\.selfEvaluation.results.string)
    #expect(texts.allSatisfy { $0 == MouseTests.text })
    #expect(robot.drafts.values.allSatisfy { $0.selfEvaluation.results.string == MouseTests.text })
  }
}
