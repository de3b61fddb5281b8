import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Answers that come late")
struct LateAnswersTests {
  private let id = EditorRobot.id(1)

  /// An editor whose last text holds `text`, and whose disk waits to be told.
  private func robot(_ text: String) throws -> EditorRobot {
    var robot = EditorRobot(sheets: 3)
    robot.holdsWork = true
    try robot.type("<CR><End><CR>\(text)")
    return robot
  }

  private func saves(_ robot: EditorRobot) -> Int {
    robot.fileEffects.filter { if case .save = $0 { true } else { false } }.count
  }

  @Test("F2, type, F2 again while the disk is slow: all of it is saved, and nobody else is blamed")
  func twice() throws {
    var robot = try robot("一度目")
    try robot.type("<F2>、二度目<F2>")
    #expect(saves(robot) == 1 && robot.text.contains("続けて保存します"))
    #expect(robot.afterKill(id)?.selfEvaluation.issuesAndImprovements == "一度目、二度目")
    robot.doWork()
    robot.tell()
    #expect(robot.disk[id]?.selfEvaluation.issuesAndImprovements == "一度目")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "一度目、二度目" && saves(robot) == 2)
    #expect(!robot.text.contains("を保存しました"), "not before it is so")
    #expect(robot.afterKill(id)?.selfEvaluation.issuesAndImprovements == "一度目、二度目")
    robot.settle()
    #expect(robot.text.contains("項目1を保存しました。") && !robot.text.contains("ほかで変更"))
    #expect(robot.disk[id]?.selfEvaluation.issuesAndImprovements == "一度目、二度目" && robot.drafts.isEmpty)
  }

  @Test("What is taken back while it is being saved stays a draft until the answer, whatever that is")
  func takenBack() throws {
    for ending in 0..<3 {
      var robot = EditorRobot(sheets: 1)
      robot.holdsWork = true
      try robot.type("<CR>1<F2><BS>")
      #expect(robot.drafts[id] != nil && robot.state.draftCount == 1)
      if ending == 1 { robot.failure = "ディスクがいっぱいです。" }
      if ending == 2 { robot.doubt = "入出力の誤りです。" }
      robot.settle()
      #expect(robot.sheet?.midTermReview.implementationForecast == nil)
      #expect((robot.drafts[id] == nil) == (ending == 1) && robot.state.draftCount == (ending == 1 ? 0 : 1))
      #expect(robot.state.panels.isEmpty)
    }
  }

  @Test("Asked again without a change, one save is enough")
  func unchanged() throws {
    var robot = try robot("文")
    try robot.type("<F2><F2><F2>")
    robot.settle()
    #expect(saves(robot) == 1 && robot.state.draftCount == 0)
  }

  @Test("What was asked for again but breaks the rule by then is refused, and stays a draft")
  func brokenMeanwhile() throws {
    var robot = EditorRobot(sheets: 1)
    robot.holdsWork = true
    try robot.type("<CR><Tab>1<F2><End>文<F2><Esc><Home><Tab>2")
    robot.settle()
    #expect(saves(robot) == 1 && robot.text.contains("空のため保存できません"))
    #expect(robot.disk[id]?.midTermReview.targetForecast == .willBeMet)
    #expect(robot.drafts[id]?.midTermReview.targetForecast == .willNotBeMet)
    #expect(robot.drafts[id]?.selfEvaluation.issuesAndImprovements == "文")
  }

  @Test("An answer that no save waits for changes nothing")
  func strayAnswers() throws {
    var robot = try robot("文")
    let before = robot.state
    let content = FileContent(EditorRobot.sheet(1), FileVersion(99))
    for outcome in [
      SaveOutcome.written(content), .unproven(content, reason: ""), .changed(content), .failed(reason: ""),
    ] {
      robot.handle(.saveAnswered(id, outcome, ticket: 7))
      #expect(robot.state == before)
    }
    try robot.type("<F2>")
    robot.settle()
    let after = robot.state
    robot.handle(.saveAnswered(id, .written(content), ticket: 1))
    #expect(robot.state == after)
  }

  @Test("A save that fails is tried again where it was asked for again; otherwise a copy is offered")
  func failedOnce() throws {
    var robot = try robot("一度目")
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<F2>、二度目<F2>")
    robot.settle()
    #expect(robot.disk[id]?.selfEvaluation.issuesAndImprovements == "一度目、二度目")
    #expect(robot.text.contains("項目1を保存しました。") && robot.state.panels.isEmpty)
  }

  @Test("What somebody else saves meanwhile, heard of before or after our own answer, is put together with ours once")
  func otherMeanwhile() throws {
    for isHeardFirst in [true, false] {
      var robot = try robot("自分")
      try robot.type("<F2>の続き")
      robot.doWork()
      var theirs = try #require(robot.disk[id])
      theirs.selfEvaluation.results = "相手"
      robot.otherSaves(id, theirs)
      if isHeardFirst { robot.tell(1) }
      #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の続き")
      robot.settle()
      #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の続き")
      #expect(robot.sheet?.selfEvaluation.results == "相手" && robot.state.panels.isEmpty)
      #expect(robot.afterKill(id) == robot.sheet)
      try robot.type("<F2>")
      robot.settle()
      #expect(robot.disk[id] == robot.sheet && robot.drafts.isEmpty)
    }
  }

  @Test("A save that others were quicker than is not written; what was asked for again waits until that was seen")
  func othersWereQuicker() throws {
    var robot = try robot("自分")
    var theirs = EditorRobot.sheet(1)
    theirs.selfEvaluation.results = "相手"
    robot.otherSaves(id, theirs)
    try robot.type("<F2>の続き<F2>")
    robot.settle()
    #expect(robot.disk[id] == theirs && saves(robot) == 1)
    #expect(robot.state.message?.text.contains("もう一度 F2 で保存できます") == true)
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の続き")
    try robot.type("<F2>")
    robot.settle()
    #expect(robot.disk[id]?.selfEvaluation.results == "相手" && robot.disk[id] == robot.sheet)
  }

  @Test("Where the disk does not confirm a save, it is not said to be saved, and it is ours all the same")
  func unproven() throws {
    var robot = try robot("自分")
    robot.doubt = "入出力の誤りです。"
    try robot.type("<F2>の続き")
    robot.settle()
    #expect(robot.text.contains("確かめられません") && !robot.text.contains("を保存しました"))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の続き")
    #expect(robot.state.draftCount == 1 && robot.drafts[id] != nil)
    try robot.type("<F2>")
    robot.settle()
    #expect(robot.text.contains("項目1を保存しました。") && robot.state.draftCount == 0 && robot.drafts.isEmpty)
    #expect(robot.disk[id]?.selfEvaluation.issuesAndImprovements == "自分の続き")
  }

  @Test("A disk that holds the old content again after an unconfirmed save has forgotten it: the text is still ours")
  func forgotten() throws {
    var robot = try robot("自分")
    robot.doubt = "入出力の誤りです。"
    try robot.type("<F2>")
    robot.settle()
    robot.otherSaves(id, EditorRobot.sheet(1))
    robot.settle()
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分" && robot.state.panels.isEmpty)
    #expect(robot.afterKill(id)?.selfEvaluation.issuesAndImprovements == "自分" && robot.state.draftCount == 1)
    try robot.type("<F2>")
    robot.settle()
    #expect(robot.disk[id]?.selfEvaluation.issuesAndImprovements == "自分" && robot.drafts.isEmpty)
  }

  @Test("Confirmed at the second try, with nothing written in between")
  func provenLater() throws {
    var robot = try robot("自分")
    robot.doubt = "入出力の誤りです。"
    try robot.type("<F2>")
    robot.settle()
    #expect(robot.state.draftCount == 1)
    try robot.type("<F2>")
    robot.settle()
    #expect(robot.text.contains("項目1を保存しました。") && robot.state.draftCount == 0)
  }

  @Test("The answer for a sheet that is not open any more touches that sheet alone")
  func otherSheet() throws {
    var robot = try robot("一枚目")
    try robot.type("<F2><Esc><PageDown><End>二枚目<F2>")
    robot.settle()
    #expect(robot.disk[id]?.selfEvaluation.issuesAndImprovements == "一枚目")
    #expect(robot.disk[EditorRobot.id(2)]?.selfEvaluation.issuesAndImprovements == "二枚目")
    #expect(robot.state.draftCount == 0)
  }

  @Test(
    "Text that is typed or pasted over whatever lies over it goes where it was going, or it is said that it did not")
  func overPanels() throws {
    for keys in ["<F1>", "<F6>", "<F10>"] {
      for input in [TerminalInput.typed("続き"), .pasted("続き", dropped: 0)] {
        var robot = try robot("文")
        try robot.type(keys)
        robot.send(input)
        #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "文続き", "over \(keys)")
        #expect(!robot.text.contains("読むだけ"))
      }
    }
    for keys in ["<F5>", "<F4>"] {
      var robot = EditorRobot(sheets: 2)
      try robot.type("<CR><Tab>2<End>\(keys)")
      robot.send(.pasted("文", dropped: 0))
      #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "文", "over \(keys)")
    }
    for keys in ["<F5>", "<CR><Tab>2<F5>"] {
      var robot = EditorRobot(sheets: 2)
      try robot.type("<CR><Tab>2<Esc>\(keys)")
      robot.send(.pasted("1", dropped: 0))
      #expect(robot.text.contains("Esc で閉じてから"), "over \(keys)")
      #expect(robot.sheet?.midTermReview.targetForecast == .willNotBeMet)
    }
  }

  @Test("A paste that is more than a draft can hold is refused with the limit, and nothing that was there changes")
  func tooLarge() throws {
    var robot = try robot("文")
    robot.send(.pasted(String(repeating: "字", count: 11_200_000), dropped: 0))
    #expect(robot.text.contains("32MB") && robot.sheet?.selfEvaluation.issuesAndImprovements == "文")
  }
}
