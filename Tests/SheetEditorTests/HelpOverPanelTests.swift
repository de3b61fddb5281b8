import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Help over a panel")
struct HelpOverPanelTests {
  @Test("Text typed or pasted on the help over a question throws no question away", arguments: [false, true])
  func keepsQuestion(isPasted: Bool) throws {
    var merged = EditorRobot.sheet(1)
    merged.selfEvaluation.results = "途中"
    let draft = RecoverableDraft(
      id: EditorRobot.id(1), name: "1", found: EditorRobot.sheet(1), merged: merged, conflicts: [], isWhole: true,
      modified: 0)
    var robot = EditorRobot(sheets: 3)
    try robot.type("<CR><End><CR>")
    let section = robot.state.library.books[0]
    robot.handle(.bookOpened(section, robot.state.library.allSheets, [draft]))
    try robot.type("<Esc><Esc>")
    #expect(robot.text.contains("前回の下書きが1件あります"))
    try robot.type("<F1>")
    robot.send(isPasted ? .pasted("文", dropped: 0) : .typed("文"))
    #expect(robot.text.contains("前回の下書きが1件あります") && robot.text.contains("Enter で決めてから"))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "")
  }

  @Test("What is typed on the help goes where it would have gone without it", arguments: ["<F10>", "<F6>", ""])
  func goesBeneath(opening: String) throws {
    var robot = EditorRobot(sheets: 3)
    try robot.type("<CR><End><CR>文" + opening + "<F1>")
    robot.send(.typed("続き"))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "文続き" && robot.state.panels.isEmpty)
  }

  @Test("Over the question of who is editing, typed and pasted text is in the draft and the question stays")
  func occupied() throws {
    var robot = EditorRobot(sheets: 3)
    try robot.type("<CR><End><CR>")
    robot.handle(.holder(EditorRobot.id(1), Holder(user: "山田", host: "", since: "10:42")))
    try robot.type("文<F1>")
    robot.send(.pasted("続き", dropped: 0))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "文続き" && robot.text.contains("編集中です"))
  }

  @Test("The searches are explained too, and go on where they were")
  func searches() throws {
    for script in ["<CR><End><CR>改善策<F7>改", "<F7>案内", "<F7>案内<CR>"] {
      var robot = EditorRobot(sheets: 3)
      try robot.type(script)
      let before = robot.screen
      try robot.type("<F1>")
      #expect(robot.text.contains("検索の字を1字消す"), "\(script)")
      try robot.type("<F1>")
      #expect(robot.screen == before, "\(script)")
    }
  }

  @Test("A key is named once, and what means nothing just now is not named")
  func words() throws {
    var robot = EditorRobot(sheets: 3)
    try robot.type("<CR><Tab>2<F10><F1>")
    #expect(!robot.text.contains("F10"))
    var sheet = EditorRobot.sheet(1)
    sheet.midTermReview.issuesAndImprovements = "相手"
    robot = EditorRobot(sheets: 3)
    try robot.type("<CR><Tab><Tab><CR>自分")
    robot.otherSaves(EditorRobot.id(1), sheet)
    #expect(robot.state.panel is ConflictPanel)
    try robot.type("<F1>")
    #expect(!robot.text.contains("Space") && robot.text.contains("次の答えにする"))
  }
}
