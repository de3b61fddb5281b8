import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Saving all drafts, and leaving")
struct SavingAllTests {
  /// Three sheets with drafts: the second breaks the ② rule.
  private func robot() throws -> EditorRobot {
    var robot = EditorRobot(sheets: 4)
    try robot.type("<CR>1<F3><Down><CR><Tab>2<F3><Down><CR>1<F3>")
    return robot
  }

  private func saves(_ robot: EditorRobot) -> [SheetID] {
    robot.fileEffects.compactMap { if case .save(let id, _, _) = $0 { id } else { nil } }
  }

  @Test("F2 in the list saves what the rule allows, and says which it does not and why", arguments: ["<F2>", "<C-s>"])
  func saveAll(key: String) throws {
    var robot = try robot()
    try robot.type(key)
    #expect(saves(robot) == [EditorRobot.id(1), EditorRobot.id(3)] && robot.state.draftCount == 1)
    #expect(robot.text.contains("2件を保存しました") && robot.text.contains("項目2") && robot.text.contains("②なので必須"))
    #expect(robot.state.panels.isEmpty)
  }

  @Test("Several that cannot be saved are listed, and Enter goes to the field")
  func several() throws {
    var robot = try robot()
    try robot.type("<End><CR><Tab>2<F3><F2>")
    #expect(robot.text.contains("保存できていない2件") && robot.text.contains("項目2") && robot.text.contains("項目4"))
    try robot.type("<Down><CR>")
    #expect(robot.state.openSheet == EditorRobot.id(4) && robot.state.focus == .midTermIssues)
    #expect(robot.state.message?.text.contains("空のため保存できません") == true)
  }

  @Test("What somebody else is editing or has changed is not saved over unseen, and is said")
  func others() throws {
    var robot = try robot()
    robot.handle(.holder(EditorRobot.id(1), Holder(user: "山田", host: "", since: "10:42")))
    var theirs = EditorRobot.sheet(3)
    theirs.midTermReview.implementationForecast = .willNotBeCarriedOut
    robot.otherSaves(EditorRobot.id(3), theirs)
    try robot.type("<F2>")
    #expect(saves(robot).isEmpty)
    #expect(robot.text.contains("保存できていない3件") && robot.text.contains("山田さん"))
    for word in ["編集中", "不備", "両方で変更"] { #expect(robot.text.contains(" \(word) "), "\(word)") }
  }

  @Test("With nothing to save it says so")
  func nothing() throws {
    var robot = EditorRobot()
    try robot.type("<F2>")
    #expect(robot.text.contains("保存していない変更はありません"))
  }

  @Test("The disk's refusal is said although other saves came off after it")
  func refused() throws {
    var robot = try robot()
    robot.holdsWork = true
    try robot.type("<F2>")
    robot.failure = "ディスクがいっぱいです。"
    robot.settle()
    #expect(robot.text.contains("ディスクがいっぱいです"))
    #expect(robot.state.refusesSomething)
  }

  // MARK: Leaving

  @Test("The question names the sheets, and the answer that changes nothing has the focus")
  func question() throws {
    var robot = try robot()
    try robot.type("<F10>")
    #expect(robot.text.contains("下書きが3件あります") && robot.text.contains("項目1 見本の取組1"))
    #expect(robot.text.contains("項目2 見本の取組2") && robot.text.contains("不備のため下書きに残る"))
    for answer in ["戻る", "保存して終了", "下書きのまま終了"] { #expect(robot.text.contains(" \(answer)")) }
    try robot.type("<CR>")
    #expect(robot.state.panels.isEmpty && !robot.effects.contains(.quit))
  }

  @Test("保存して終了 ends where nothing can be saved as well: what breaks the rule stays a draft, as it says")
  func nothingToSaveAndLeave() throws {
    var robot = EditorRobot(sheets: 3)
    try robot.type("<CR><Tab>2<F3><F10>")
    #expect(robot.text.contains("不備のため下書きに残る"))
    try robot.type("<Right><CR>")
    #expect(robot.effects.last == .quit && saves(robot).isEmpty && robot.drafts.count == 1)
  }

  @Test("A press of the mouse while the saves are under way stays, as any key does")
  func pressWhileLeaving() throws {
    var robot = try robot()
    robot.holdsWork = true
    try robot.type("<F10><Right><CR>")
    robot.click(row: 4, column: 10)
    robot.settle()
    #expect(robot.text.contains("2件を保存しました") || robot.text.contains("項目2"))
    let count = robot.effects.count
    try robot.type("<F10>")
    #expect(robot.state.panel is LeavingPanel && !robot.effects[count...].contains(.quit))
  }

  @Test("A word from elsewhere stands behind a refusal, never in its place; failed saves are counted")
  func noticeBehindRefusal() throws {
    var robot = try robot()
    robot.holdsWork = true
    try robot.type("<F10><Right><CR>")
    robot.failure = "ディスクがいっぱいです。"
    robot.settle()
    #expect(robot.state.failedSaves > 0 && robot.text.contains("終了していません"))
    robot.handle(FileEvent.notice("item-09.json がありません。"))
    #expect(robot.words.contains("終了していません") && robot.words.contains("item-09.json がありません。"))
  }

  @Test("Where the last save is answered while the question stands there is nothing left to save, and it says so")
  func savedMeanwhile() throws {
    var robot = EditorRobot(sheets: 3)
    try robot.type("<CR><Tab>1<F3>")
    robot.holdsWork = true
    try robot.type("<F2><F10><Right>")
    #expect(robot.text.contains("下書きが1件あります") && robot.text.contains(" 保存して終了"))
    robot.settle()
    #expect(robot.text.contains("保存していない記入はありません。終了できます。"))
    #expect(!robot.text.contains("保存して終了") && !robot.text.contains("下書きのまま終了"))
    try robot.type("<Left><Right><CR>")
    #expect(robot.effects.last == .quit && saves(robot) == [EditorRobot.id(1)])
  }

  @Test("下書きのまま終了 saves nothing; the drafts stay")
  func leaveAsDrafts() throws {
    var robot = try robot()
    try robot.type("<F10><Left><CR>")
    #expect(robot.effects.last == .quit && saves(robot).isEmpty && robot.drafts.count == 3)
  }

  @Test("保存して終了 saves what the rule allows and leaves; what it does not stays a draft")
  func saveAndLeave() throws {
    var robot = try robot()
    robot.holdsWork = true
    try robot.type("<F10><Right><CR>")
    #expect(robot.effects.last == .quit && saves(robot) == [EditorRobot.id(1), EditorRobot.id(3)])
    robot.settle()
    #expect(!robot.state.refusesSomething && robot.state.draftCount == 1 && robot.drafts.count == 1)
  }

  @Test("A save that fails keeps the program from ending, whatever the others did")
  func failing() throws {
    var robot = try robot()
    robot.holdsWork = true
    try robot.type("<F10><Right><CR>")
    robot.failure = "ディスクがいっぱいです。"
    robot.settle()
    #expect(robot.state.refusesSomething && robot.text.contains("終了していません"))
    let quits = robot.effects.filter { $0 == .quit }.count
    try robot.type("<F10>")
    #expect(robot.effects.filter { $0 == .quit }.count == quits, "it is asked again")
  }

  @Test("While the saves are under way F10 leaves at once, another key stays")
  func takenBack() throws {
    var robot = try robot()
    robot.holdsWork = true
    try robot.type("<F10><Right><CR>")
    var other = robot
    try robot.type("<F10>")
    #expect(robot.effects.filter { $0 == .quit }.count == 2)
    try other.type("<Down><F10>")
    #expect(other.effects.filter { $0 == .quit }.count == 1 && other.text.contains("下書きが"))
  }

  @Test("Where drafts cannot be kept, what cannot be saved keeps the program from ending")
  func notKept() throws {
    var robot = try robot()
    robot.handle(.draftPlace(.notKept(reason: "容量がありません。")))
    try robot.type("<F10>")
    #expect(robot.text.contains("3件の記入が失われます") && robot.text.contains("保存せずに終了"))
    try robot.type("<Right><CR>")
    #expect(!robot.effects.contains(.quit) && robot.state.draftCount == 1 && robot.text.contains("項目2"))
  }

  @Test("The question fits the smallest screen with many drafts and counts those that it does not name")
  func many() throws {
    var robot = EditorRobot(sheets: 20, rows: 20, columns: 60)
    for _ in 1...20 { try robot.type("<CR>1<F3><Down>") }
    try robot.type("<F10>")
    #expect(robot.text.contains("下書きが20件あります") && robot.text.contains("ほか") && robot.text.contains("下書きのまま終了"))
  }
}
