import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Two people at one sheet")
struct TogetherTests {
  private let holder = Holder(user: "山田", host: "ward2", since: "10:42")

  /// An editor in which `ours` was typed into the last text of the first sheet.
  private func robot(_ ours: String, saved: LongText = "") throws -> EditorRobot {
    var robot = EditorRobot(sheets: 2)
    if !saved.isEmpty {
      var sheet = EditorRobot.sheet(1)
      sheet.selfEvaluation.issuesAndImprovements = saved
      robot.otherSaves(EditorRobot.id(1), sheet)
    }
    try robot.type("<CR><End><CR>")
    robot.send(.typed(ours))
    return robot
  }

  private func theirs(_ text: LongText, _ change: (inout InitiativeSheet) -> Void = { _ in }) -> InitiativeSheet {
    var sheet = EditorRobot.sheet(1)
    sheet.selfEvaluation.issuesAndImprovements = text
    change(&sheet)
    return sheet
  }

  private func text(_ robot: EditorRobot) -> String? { robot.sheet?.selfEvaluation.issuesAndImprovements.string }

  @Test(
    "Both texts are shown and one key chooses; nothing is typed again",
    arguments: [
      ("", "自分\n相手"), ("<Right>", "自分"), ("<Right><Right>", "相手"), ("<Left>", "相手"),
    ])
  func conflict(keys: String, result: String) throws {
    var robot = try robot("自分")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    #expect(robot.text.contains("相手の文(いまファイルにある文):") && robot.text.contains("自分の文:"))
    #expect(text(robot) == "自分\n相手")
    try robot.type(keys + "<CR>")
    #expect(text(robot) == result)
    if result != "自分\n相手" {
      try robot.type("<C-z>")
      #expect(text(robot) == "自分\n相手", "the choice can be undone")
    }
  }

  @Test("What is said of the answer is what was done")
  func saidTruly() throws {
    var robot = try robot("自分")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    var other = robot
    try robot.type("<CR>")
    #expect(robot.text.contains("両方の文を並べたままにしました") && !robot.text.contains("選んだ文にしました"))
    try other.type("<Right><CR>")
    #expect(other.text.contains("選んだ文にしました"))
  }

  @Test("A question that waits comes back when the person stays after F10")
  func backFromLeaving() throws {
    var robot = try robot("自分")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    try robot.type("<F10>")
    #expect(robot.text.contains("下書きのまま終了"))
    try robot.type("<CR>")
    #expect(robot.text.contains("相手の文(いまファイルにある文):"))
    try robot.type("<Right><CR>")
    #expect(text(robot) == "自分")
  }

  @Test("All answers stand there at once")
  func allAnswers() throws {
    var robot = try robot("自分")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    #expect(robot.text.contains(" 両方を並べる    自分の文    相手の文"))
  }

  @Test("A conflict that comes up while the list is open is asked about when the sheet is opened")
  func conflictInList() throws {
    var robot = try robot("自分")
    try robot.type("<Esc><F3>")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    #expect(robot.state.panels.isEmpty && robot.text.contains("ほかでも変更されました"))
    try robot.type("<Down><Up><CR>")
    #expect(robot.text.contains("相手の文(いまファイルにある文):"))
    try robot.type("<Right><CR>")
    #expect(text(robot) == "自分")
    try robot.type("<F3><CR>")
    #expect(robot.state.panels.isEmpty)
  }

  @Test("Different lines of one text both survive without a question, and the cursor stays at its place")
  func lines() throws {
    var robot = try robot("", saved: "一行目\n二行目\n三行目\n四行目")
    try robot.type("<C-Home><Down><Down>自分の")
    robot.otherSaves(EditorRobot.id(1), theirs("一行目を直した\n二行目\n三行目\n四行目\n五行目"))
    #expect(text(robot) == "一行目を直した\n二行目\n自分の三行目\n四行目\n五行目" && robot.state.panels.isEmpty)
    try robot.type("さらに")
    #expect(text(robot) == "一行目を直した\n二行目\n自分のさらに三行目\n四行目\n五行目")
  }

  @Test("A choice that both changed is asked for, ours first")
  func choices() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR><Tab>1")
    robot.otherSaves(EditorRobot.id(1), theirs("") { $0.midTermReview.targetForecast = .willNotBeMet })
    #expect(robot.text.contains(" 自分の選択 ") && robot.sheet?.midTermReview.targetForecast == .willBeMet)
    try robot.type("<Right><CR>")
    #expect(robot.sheet?.midTermReview.targetForecast == .willNotBeMet)
  }

  @Test("Digits and blanks that are being typed when the question comes up are text, and no answers")
  func digitsAreText() throws {
    for typed in ["3", "２", "　", " "] {
      var robot = try robot("達成率は9")
      robot.otherSaves(EditorRobot.id(1), theirs("相手"))
      robot.send(.typed(typed))
      try robot.type("<CR>件")
      #expect(text(robot) == "達成率は9\(typed)\n件\n相手")
    }
  }

  @Test("In the form, blanks and digits answer")
  func digitsAnswer() throws {
    var robot = try robot("自分")
    try robot.type("<Esc>")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    try robot.type("２<CR>")
    #expect(text(robot) == "自分")
  }

  @Test("What is being typed when the question comes up is not lost, and both texts stand")
  func typing() throws {
    var robot = try robot("自分")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    robot.send(.typed("続きの文"))
    #expect(text(robot) == "自分続きの文\n相手" && robot.state.panels.isEmpty)
    robot.otherSaves(EditorRobot.id(1), theirs("相手が直した"))
    robot.send(.pasted("貼り付け", dropped: 0))
    #expect(text(robot)?.contains("貼り付け") == true)
  }

  @Test("A sheet without a draft simply shows what somebody else saved")
  func reload() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR>")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    #expect(robot.text.contains("新しい内容を読み込みました") && text(robot) == "相手" && robot.state.draftCount == 0)
  }

  @Test("Who is editing is said before anything is typed; reading goes on, editing is asked for")
  func presence() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR>")
    robot.handle(.holder(EditorRobot.id(1), holder))
    #expect(robot.text.contains("山田さん(ward2)が10:42から編集中です。"))
    try robot.type("<Tab><Tab>")
    robot.send(.typed("打った文"))
    #expect(robot.text.contains(" 読むだけにする "))
    #expect(robot.drafts[EditorRobot.id(1)]?.midTermReview.issuesAndImprovements == "打った文", "it is safe at once")
    robot.send(.typed("の続き"))
    robot.send(.pasted("と貼り付け", dropped: 0))
    try robot.type("<CR>")
    #expect(robot.state.panels.isEmpty && robot.text.contains("下書きに残っています"))
    robot.send(.typed("、二度目"))
    try robot.type("<CR>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "打った文の続きと貼り付け、二度目")
    robot.send(.typed("。"))
    try robot.type("<Right><CR>")
    robot.send(.typed("終"))
    #expect(robot.state.panels.isEmpty)
    #expect(robot.drafts[EditorRobot.id(1)]?.midTermReview.issuesAndImprovements == "打った文の続きと貼り付け、二度目。終")
    #expect(robot.text.contains("編集中です"), "the notice stands as long as it is so")
  }

  @Test("A choice that is not meant after all is as it was")
  func choiceTakenBack() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR>")
    robot.handle(.holder(EditorRobot.id(1), holder))
    try robot.type("1<CR>")
    #expect(robot.sheet == EditorRobot.sheet(1) && robot.drafts.isEmpty && robot.text.contains("読むだけにしました"))
    try robot.type("1<Right><CR>")
    #expect(robot.sheet?.midTermReview.implementationForecast == .willBeCarriedOut)
  }

  @Test(
    "Putting back what is saved is asked about as well; reading only takes that back, and no text that was typed since",
    arguments: ["<C-u>", "<Esc><F4><C-u>"])
  func revertIsAsked(keys: String) throws {
    var robot = try robot("自分の文")
    robot.handle(.holder(EditorRobot.id(1), holder))
    try robot.type(keys)
    #expect(robot.text.contains(" 読むだけにする ") && robot.sheet == EditorRobot.sheet(1))
    try robot.type("<CR>")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の文")
    #expect(robot.drafts[EditorRobot.id(1)] == robot.sheet)
    #expect(robot.state.panels.isEmpty && robot.text.contains("読むだけにしました"))
    try robot.type(keys.replacing("<Esc>", with: "") + "<Right><CR>")
    #expect(robot.state.panels.isEmpty && robot.sheet == EditorRobot.sheet(1))
    var writer = try self.robot("自分の文")
    writer.handle(.holder(EditorRobot.id(1), holder))
    try writer.type("<C-u>続き<CR>")
    #expect(writer.sheet?.selfEvaluation.issuesAndImprovements == "続き" && writer.text.contains("下書きに残っています"))
  }

  @Test("The question closes by itself when the other has ended")
  func freeMeanwhile() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR>")
    robot.handle(.holder(EditorRobot.id(1), holder))
    try robot.type("1")
    robot.handle(.holder(EditorRobot.id(1), nil))
    #expect(robot.state.panels.isEmpty && robot.sheet?.midTermReview.implementationForecast == .willBeCarriedOut)
  }

  @Test("A question that was left waiting never takes away what was written since")
  func answeredLate() throws {
    var robot = try robot("自分")
    try robot.type("<Esc><F3>")
    robot.otherSaves(EditorRobot.id(1), theirs("相手"))
    try robot.type("<CR>")
    #expect(robot.text.contains("相手の文(いまファイルにある文):"))
    try robot.type("<Esc><End><CR>後から<Esc><F3>")
    robot.otherSaves(EditorRobot.id(1), theirs("相手が直した"))
    try robot.type("<CR>")
    #expect(text(robot)?.contains("後から") == true)
    if robot.state.panel is ConflictPanel { try robot.type("<Right><Right><CR><C-z>") }
    #expect(text(robot)?.contains("後から") == true)
  }

  @Test("When the other has ended it is said, and editing needs no question")
  func free() throws {
    var robot = EditorRobot(sheets: 1)
    try robot.type("<CR>")
    robot.handle(.holder(EditorRobot.id(1), holder))
    robot.handle(.holder(EditorRobot.id(1), nil))
    #expect(robot.text.contains("編集が終わりました"))
    try robot.type("<Tab>2")
    #expect(robot.sheet?.midTermReview.targetForecast == .willNotBeMet)
  }

  @Test("The questions draw at every size")
  func sizes() throws {
    for rows in stride(from: 0, to: 50, by: 4) {
      for columns in stride(from: 0, to: 140, by: 9) {
        var conflict = try robot("自分の長い文です。")
        conflict.otherSaves(EditorRobot.id(1), theirs("相手の長い文です。"))
        var occupied = EditorRobot(sheets: 1)
        try occupied.type("<CR>")
        occupied.handle(.holder(EditorRobot.id(1), holder))
        try occupied.type("1")
        for robot in [conflict, occupied] {
          var robot = robot
          robot.send(.resized(ScreenSize(rows: rows, columns: columns)))
          let screen = draw(robot.state)
          for row in 0..<rows { #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == columns) }
        }
      }
    }
  }
}
