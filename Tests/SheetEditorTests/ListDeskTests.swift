import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Typing, picking and taking back in the list")
struct ListDeskTests {
  private static let wards = ["北区", "都島区", "福島区", "此花区", "中央区"]

  private func type(_ script: String, _ state: inout EditorState) throws {
    for input in try KeyScript.parse(script) { _ = update(&state, .input(input, at: 0)) }
  }

  private func text(_ state: EditorState) -> String { draw(state).lines.joined(separator: "\n") }

  /// The row of the menu, as it is gone to from its first.
  private func menu(_ row: MenuPanel.Row) -> String {
    "<F6><Home>" + String(repeating: "<Down>", count: MenuPanel.rows.firstIndex(of: row) ?? 0)
  }

  // MARK: Esc

  @Test("Esc and F3 never end the program: they say how to quit", arguments: ["<Esc>", "<F3>", "<Esc><Esc><F3><Esc>"])
  func escape(keys: String) throws {
    var robot = EditorRobot()
    try robot.type(keys)
    #expect(!robot.effects.contains(.quit) && robot.text.contains("終了するには F10"))
    try robot.type("<F10>")
    #expect(robot.effects.last == .quit)
  }

  @Test("Esc takes back what was set last, one a press: picks, filter, typed title; then it says how to quit")
  func oneByOne() throws {
    var robot = EditorRobot(sheets: 5)
    try robot.type("取組" + menu(.filter(.midTermOpen)) + "<CR><Home>")
    #expect(robot.state.list.typed == "取組" && robot.state.list.settings.filter == .midTermOpen)
    try robot.type("<Esc>")
    #expect(robot.state.list.settings.filter == .all && robot.state.list.typed == "取組")
    #expect(robot.text.contains("絞り込みを解きました"))
    try robot.type("<Esc>")
    #expect(robot.state.list.typed.isEmpty && robot.text.contains("打った字を消しました"))
    try robot.type(" <Esc>")
    #expect(robot.state.list.picked.isEmpty && robot.text.contains("すべて外しました"))
    try robot.type("<Esc>")
    #expect(robot.text.contains("終了するには F10") && !robot.effects.contains(.quit))
  }

  // MARK: Typing

  @Test("A number goes to its item; digits that follow soon belong to it, half or full width")
  func numbers() throws {
    var robot = EditorRobot(sheets: 19)
    robot.send(.typed("1"), after: 100)
    #expect(robot.state.currentSheet?.edited.number == 1)
    robot.send(.typed("９"), after: 300)
    #expect(robot.state.currentSheet?.edited.number == 19 && robot.text.contains("番号 19"))
    robot.send(.typed("5"), after: 300)
    #expect(robot.state.currentSheet?.edited.number == 5, "there is no item 195")
    robot.send(.typed("１２"), after: 5000)
    #expect(robot.state.currentSheet?.edited.number == 12)
    #expect(robot.words.contains("番号 12") && !robot.words.contains("2桁になります"))
    robot.send(.typed("1"), after: 5000)
    #expect(robot.state.currentSheet?.edited.number == 1, "after a pause a number begins anew")
    robot.send(.typed("77"), after: 5000)
    #expect(robot.state.currentSheet?.edited.number == 1 && robot.text.contains("番号77の項目はありません"))
  }

  @Test("A number goes to the item of the book where the cursor is, and unfolds it")
  func numberInBook() throws {
    var state = ListTests.library(wards: ListDeskTests.wards)
    try type("<Down><Down>3", &state)
    #expect(state.selected == SheetID(book: "見本/2", fileName: "item-03.json") && state.list.cursorGroup == nil)
  }

  @Test("A number that the filter hides is said to be hidden")
  func hiddenNumber() throws {
    var robot = EditorRobot(sheets: 5)
    try robot.type("<CR><Tab>2<F3>" + menu(.filter(.deficient)) + "<CR>3")
    #expect(robot.text.contains("番号3の項目は、絞り込みのため一覧に出ていません") && robot.sheet?.number == 1)
  }

  @Test(
    "Other text narrows the titles down at every key, folded as the search folds; the cursor follows and comes back")
  func titles() throws {
    var robot = EditorRobot(sheets: 12)
    try robot.type("<Down><Down><Down>")
    robot.send(.typed("ミ本の取組"))
    #expect(robot.text.contains("題名に") && robot.text.contains("打った字を題名に含む項目はありません"))
    try robot.type("<Esc>")
    robot.send(.typed("見本の取"))
    robot.send(.typed("組1"))
    #expect(robot.state.list.layout.shownCount == 4 && robot.text.contains("4項目"), "1, 10, 11, 12")
    #expect(robot.state.currentSheet?.edited.number == 1)
    #expect(robot.cursor?.row == 20, "the cursor stands where typing goes")
    robot.send(.typed("１"))
    #expect(robot.state.currentSheet?.edited.number == 11)
    try robot.type("<BS><BS>")
    #expect(robot.state.list.typed == "見本の取組" && robot.state.currentSheet?.edited.number == 4)
    robot.send(.typed("12"))
    try robot.type("<CR>")
    #expect(robot.state.openSheet == EditorRobot.id(12))
    try robot.type("<F3><Esc>")
    #expect(robot.state.currentSheet?.edited.number == 12, "who opened a sheet means to be there")
  }

  @Test("A title that is typed is found in folded wards, and they are folded again afterwards")
  func titlesInFolds() throws {
    var state = ListTests.library(wards: ListDeskTests.wards)
    try type("<Down>独自", &state)
    #expect(text(state).contains("独自の取組北区") && text(state).contains("独自の取組中央区"))
    #expect(state.list.layout.shownCount == 5)
    #expect(state.selected == SheetID(book: "見本/1", fileName: "item-03.json") && state.list.cursorGroup == nil)
    try type("<Esc>", &state)
    #expect(state.list.cursorGroup == "見本/1" && state.list.folded.count == 5 && !text(state).contains("独自の取組"))
  }

  @Test("Of a pasted text the first line is typed; a blank is a letter only behind others")
  func pasted() throws {
    var robot = EditorRobot(sheets: 3)
    robot.send(.pasted("取組2\n次の行", dropped: 0))
    #expect(robot.state.list.typed == "取組2" && robot.state.list.layout.shownCount == 1)
    robot.send(.typed(" "))
    #expect(robot.state.list.typed == "取組2 " && robot.state.list.picked.isEmpty)
    #expect(robot.fileEffects.isEmpty)
  }

  // MARK: Picking

  @Test("A blank picks sheets, on a group's line all of it; the number stands below", arguments: [" ", "　"])
  func picking(blank: String) throws {
    var robot = EditorRobot(sheets: 3)
    robot.send(.typed(blank))
    try robot.type("<Down><Down>")
    robot.send(.typed(blank))
    #expect(robot.state.list.picked == [EditorRobot.id(1), EditorRobot.id(3)] && robot.text.contains("選択 2項目"))
    #expect(robot.screen[3].hasPrefix("選") && !robot.screen[4].hasPrefix("選"))
    robot.send(.typed(blank))
    #expect(robot.state.list.picked == [EditorRobot.id(1)])
    var state = ListTests.library(wards: ListDeskTests.wards)
    _ = update(&state, .input(.typed(blank), at: 0))
    #expect(state.list.picked.count == 3 && state.list.picked.allSatisfy { $0.book == "見本/0" })
  }

  @Test("A picked sheet that is not in the library any more is let go")
  func goneSheet() throws {
    var state = EditorRobot(sheets: 2).state
    try type(" <Down> ", &state)
    state.list.picked.insert(SheetID(book: "ない", fileName: "item-01.json"))
    try type("<CR>1<F3>", &state)
    #expect(state.list.picked == [EditorRobot.id(1), EditorRobot.id(2)])
  }

  // MARK: The menu and the cursor

  @Test("Space then Enter keeps the tick; Enter alone takes the row and closes")
  func menuTick() throws {
    var robot = EditorRobot()
    try robot.type(menu(.onlyNotMet) + " ")
    #expect(robot.state.list.settings.onlyNotMet && robot.text.contains("表示中"))
    try robot.type("<CR>")
    #expect(robot.state.list.settings.onlyNotMet && robot.state.panels.isEmpty)
    try robot.type(menu(.onlyNotMet) + "<CR>")
    #expect(!robot.state.list.settings.onlyNotMet)
    try robot.type(menu(.onlyNotMet) + " <Down><Up><CR>")
    #expect(robot.state.list.settings.onlyNotMet)
    try robot.type(menu(.filter(.draft)) + " " + "<Down><CR>")
    #expect(robot.state.list.settings.filter == .midTermOpen, "Enter takes a row that was not taken")
  }

  @Test("A filter leaves the cursor at its sheet or the nearest one, and it comes back when the filter is taken back")
  func cursorStays() throws {
    var robot = EditorRobot(sheets: 12)
    for number in [2, 9, 11] {
      try robot.type("<Home>" + String(repeating: "<Down>", count: number - 1) + "<CR><Tab>2<F3>")
    }
    try robot.type("8<F6><Down><CR>")
    #expect(robot.text.contains("(3/12項目)") && robot.state.currentSheet?.edited.number == 9)
    try robot.type("<Esc>")
    #expect(robot.state.currentSheet?.edited.number == 8)
    try robot.type("<F6><Down><CR><Down><Esc>")
    #expect(robot.state.currentSheet?.edited.number == 11, "who moved the cursor means to be there")
    try robot.type("<F6><Down><CR>")
    #expect(robot.state.currentSheet?.edited.number == 11)
  }

  // MARK: Heads

  @Test("Several wards are named as many; two years are never added up")
  func heads() throws {
    var state = ListTests.library(wards: ListDeskTests.wards)
    #expect(draw(state).lines[0].contains("5区 2019年度") && !draw(state).lines[0].contains("北区"))
    #expect(draw(state).lines[0].hasSuffix("15項目"))
    try type("<Down>", &state)
    #expect(draw(state).lines[0].contains("5区"))
    var robot = EditorRobot(sheets: 3, otherYear: 2018, filled: ReviewTests.filled)
    #expect(robot.screen[0].contains("2綴り(1区・2年度)"))
    #expect(robot.screen[1].contains("令和元年度") && robot.screen[1].contains("中間") && robot.screen[1].contains("2/3"))
    try robot.type("<End>")
    #expect(robot.screen[1].contains("平成30年度") && robot.screen[1].contains("0/3"))
    try robot.type(menu(.arrangement(.states)) + "<CR>")
    #expect(robot.state.list.layout.groups.map { $0.year?.year } == [2019, 2019, 2018])
    #expect(robot.state.list.layout.groups.map { $0.progress[0].total } == [1, 2, 3])
  }

  // MARK: What has to be done

  @Test("F8 stops at what was sent back as well, and says what is said of it")
  func sentBack() throws {
    var robot = EditorRobot(sheets: 3, filled: ReviewTests.filled)
    try robot.type("<Down><F9><Tab><Tab><Tab><Tab><Down><F9><Right>人数を書いてください。<CR><Esc><Home>")
    #expect(robot.text.contains("コメ1"))
    try robot.type("<F8>")
    #expect(robot.state.openSheet == EditorRobot.id(2) && robot.state.message?.text.contains("差戻し") == true)
    #expect(robot.state.message?.text.contains("人数を書いて") == true)
    let field = robot.state.focus
    try robot.type("<F8>")
    #expect(robot.state.focus == field, "there is nothing else to be done")
  }

  @Test("Where nothing is to be done F8 says so")
  func nothingToDo() throws {
    var robot = EditorRobot()
    try robot.type("<F8>")
    #expect(robot.text.contains("不備も差戻しもありません"))
  }
}
