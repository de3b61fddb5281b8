import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Replacing in a text")
struct ReplaceTests {
  private func robot(_ text: String, _ script: String = "") throws -> EditorRobot {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR><End><CR>")
    robot.send(.pasted(text, dropped: 0))
    try robot.type("<C-Home>" + script)
    return robot
  }

  private func text(_ robot: EditorRobot) -> String { robot.sheet?.selfEvaluation.issuesAndImprovements.string ?? "" }

  @Test("F5 opens both lines, Tab goes between them, F5 replaces one and goes on; Ctrl-Z takes each back")
  func oneByOne() throws {
    var robot = try robot("案内板と案内図と案内係", "<F5>案内<Tab>表示")
    #expect(robot.words.contains("検索:   案内") && robot.words.contains("置換後: 表示") && robot.words.contains("1/3件"))
    #expect(text(robot) == "案内板と案内図と案内係")
    try robot.type("<F5>")
    #expect(text(robot) == "表示板と案内図と案内係" && robot.words.contains("1/2件"))
    try robot.type("<Down><C-r>")
    #expect(text(robot) == "表示板と案内図と表示係" && robot.words.contains("1/1件"))
    try robot.type("<Tab><BS>ない<Tab>")
    #expect(robot.words.contains("検索:   案ない") && robot.words.contains("見つかりません"))
    try robot.type("<C-z>")
    #expect(text(robot) == "表示板と案内図と案内係")
    try robot.type("<C-z>")
    #expect(text(robot) == "案内板と案内図と案内係")
    #expect(robot.drafts[EditorRobot.id(1)] == robot.sheet)
  }

  @Test("All are replaced in one step, with their number, and Ctrl-Z takes all of it back")
  func all() throws {
    let before = "①の案内、②の案内\nあんない\nアンナイ"
    var robot = try robot(before, "<C-r>あんない<Tab>図<F9>")
    #expect(text(robot) == "①の案内、②の案内\n図\n図")
    #expect(robot.words.contains("2件を置換しました。Ctrl-Z") && robot.words.contains("残り0件"))
    #expect(robot.drafts[EditorRobot.id(1)] == robot.sheet)
    try robot.type("<C-z>")
    #expect(text(robot) == before)
    try robot.type("<C-y>")
    #expect(text(robot) == "①の案内、②の案内\n図\n図")
  }

  @Test(
    "A sign of which a hit covers only a part is found, but stays as it is",
    arguments: [
      ("⑩⑪⑫ 10人", "1", "3", "⑩⑪⑫ 30人"), ("㎡と10m", "m", "メートル", "㎡と10メートル"), ("㍿天王寺の会社", "会社", "組合", "㍿天王寺の組合"),
      ("㈱と株", "株", "稟", "㈱と稟"),
    ])
  func partOfSign(before: String, wanted: String, new: String, after: String) throws {
    var robot = try robot(before, "<F5>\(wanted)<Tab>\(new)<F9>")
    #expect(text(robot) == after && robot.words.contains("一部に含むだけの"))
    robot = try self.robot(before, "<F5>\(wanted)<Tab>\(new)<F5>")
    #expect(text(robot) == before && robot.words.contains("置き換えません"))
  }

  @Test("What is replaced is exactly what the hit covers, however it is written")
  func folded() throws {
    var robot = try robot("㈱ｶﾞｲﾄﾞ、ガイド、ｶﾞｲﾄﾞ表、か\u{3099}いと\u{3099}", "<F5>がいど<Tab>案内<F9>")
    #expect(text(robot) == "㈱案内、案内、案内表、案内")
    robot = try self.robot("②未達、2未達、１２未達", "<F5>2未達<Tab>済<F5><F5><F5>")
    #expect(text(robot) == "済、済、１済")
  }

  @Test("A replacement that holds what is looked for is not replaced again")
  func growing() throws {
    var robot = try robot("課題と課題", "<F5>課題<Tab>課題と課題<F5><F5>")
    #expect(text(robot) == "課題と課題と課題と課題")
    #expect(robot.words.contains("置換しました。ほかにはありません。"))
    try robot.type("<F5><F9>")
    #expect(text(robot) == "課題と課題と課題と課題")
    #expect(robot.words.contains("置き換える言葉が見つかりません。"))
    robot = try self.robot("課題と課題", "<F5>課題<Tab>課題課題<F9><F9><F9>")
    #expect(text(robot) == "課題課題と課題課題")
  }

  @Test("An empty replacement is asked for twice before it takes anything away")
  func empty() throws {
    var robot = try robot("約10件、約20件", "<F7>約<F5>")
    #expect(robot.words.contains("置換後:"))
    try robot.type("<F9>")
    #expect(text(robot) == "約10件、約20件" && robot.words.contains("置換後が空です。もう一度押すと"))
    try robot.type("<F9>")
    #expect(text(robot) == "10件、20件")
  }

  @Test("What is typed or pasted stays in its line; keys that are none of the panel's close it and do their work")
  func typed() throws {
    var robot = try robot("一行目", "<F5>一<Tab>")
    robot.send(.pasted("二\n三", dropped: 0))
    #expect(robot.words.contains("置換後: 二") && robot.words.contains("2行目からは入れていません。"))
    #expect(text(robot) == "一行目")
    try robot.type("<F5><F2>")
    #expect(text(robot) == "二行目" && robot.disk[EditorRobot.id(1)] == robot.sheet)
    #expect(!robot.words.contains("置換後:"))
  }

  @Test("Where somebody else is editing, what was replaced is in the draft, and the question comes to the front")
  func occupied() throws {
    var robot = try robot("一行目")
    try robot.type("<F2>")
    robot.handle(.holder(EditorRobot.id(1), Holder(user: "山田", host: "ward2", since: "10:42")))
    try robot.type("<F5>一<Tab>二<F5>")
    #expect(text(robot) == "二行目" && robot.drafts[EditorRobot.id(1)] == robot.sheet)
    #expect(robot.state.panel is QuestionPanel && robot.state.panels.count == 1)
  }

  @Test("No text is lost at any key in the panel: everything goes through the draft")
  func nothingLost() throws {
    for keys in ["<F5>", "<F9>", "<F5><F5>", "<F9><F9>", "<Tab><F5>", "<Tab>か\u{3099}<F9>", "<Del><F5><F9>"] {
      var robot = try robot("かか\n。か\u{3099}か", "<F5>か" + keys)
      #expect(
        LongText(robot.state.text?.buffer.string ?? "") == (robot.sheet?.selfEvaluation.issuesAndImprovements ?? ""))
      #expect((robot.drafts[EditorRobot.id(1)] ?? robot.disk[EditorRobot.id(1)]) == robot.sheet)
      try robot.type("<Esc><C-z><C-z><C-z><C-z><C-z>")
      #expect(robot.drafts[EditorRobot.id(1)] == nil)
    }
  }
}
