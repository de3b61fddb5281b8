import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("A plan that is still open")
struct PlanTests {
  private func robot(columns: Int = 80, otherYear: Int? = nil) throws -> EditorRobot {
    var robot = EditorRobot(columns: columns, otherYear: otherYear, isPlanning: true, planIsOpen: true)
    try robot.type("<CR>")
    return robot
  }

  private func disk(_ robot: EditorRobot) -> InitiativeSheet? { robot.disk[EditorRobot.id(1)] }

  @Test("Its fields are those of the form, in its order, and no entries; both widths show all of them")
  func fields() throws {
    for columns in [60, 80, 132] {
      let robot = try robot(columns: columns)
      #expect(robot.text.contains("題名") && robot.text.contains("副題") && robot.text.contains("確定前"))
      #expect(robot.text.contains("当年度の取組内容") && robot.text.contains("・案内板を作り、窓口の前に置く。"))
      #expect(!robot.text.contains("取組内容の実施見込み") && !robot.text.contains("自己評価"))
    }
  }

  @Test("What is typed is a draft, is undone and redone, and is saved with F2; the entries stay as they are")
  func writes() throws {
    var robot = try robot()
    try robot.type("<End>追記<C-z>")
    #expect(robot.sheet?.plan == EditorRobot.sheet(1).plan)
    try robot.type("<C-y>")
    let text = EditorRobot.sheet(1).plan.annualActions.string + "追記"
    #expect(robot.sheet?.plan.annualActions.string == text && disk(robot) == EditorRobot.sheet(1))
    #expect(robot.afterKill(EditorRobot.id(1))?.plan.annualActions.string == text)
    try robot.type("<F2>")
    var expected = EditorRobot.sheet(1)
    expected.plan.annualActions = LongText(text)
    #expect(robot.text.contains("保存しました") && disk(robot) == expected && robot.drafts.isEmpty)
    try robot.type("<Esc><Home><CR><End>新しい<F2>")
    #expect(disk(robot)?.title == EditorRobot.sheet(1).title + "新しい")
    try robot.type("<Esc>")
    #expect(robot.screen[0].contains("新しい"))
    try robot.type("<Esc>")
    #expect(robot.text.contains("新しい"), "the list shows the title")
  }

  @Test("Title and subtitle are one line: Enter goes on to the next field, a paste of lines becomes one")
  func oneLine() throws {
    var robot = try robot()
    try robot.type("<Tab><CR>")
    robot.send(.pasted("一行目\n二行目\n三行目", dropped: 0))
    #expect(robot.sheet?.subtitle == "一行目 二行目 三行目")
    try robot.type("<CR>")
    #expect(robot.state.focus == .policyAndTargets && robot.sheet?.subtitle == "一行目 二行目 三行目")
    try robot.type("<CR><CR>")
    #expect(robot.sheet?.plan.policyAndTargets.string.hasSuffix("3枚\n") == true)
  }

  @Test("Last year's plan is one key away: F4 shows it beside this year's, Ctrl-B takes its text over")
  func previousYear() throws {
    var robot = EditorRobot(otherYear: 2018, isPlanning: true, planIsOpen: true) { $0.plan.annualActions = "" }
    try robot.type("<CR><End>")
    #expect(robot.state.focus == .annualActions)
    try robot.type("<C-b>")
    #expect(robot.sheet?.plan.annualActions == EditorRobot.sheet(1).plan.annualActions)
    try robot.type("<F4>")
    #expect(robot.text.contains("平成30年度 計画 当年度の取組内容"))
  }

  @Test("One question fixes it: the first answer changes nothing, after the second nothing of it can be written")
  func fixing() throws {
    var robot = try robot()
    try robot.type("<Esc><F6><End>")
    #expect(robot.cursorRow.contains("計画を確定する"))
    try robot.type("<CR>")
    #expect(robot.text.contains("確定すると、題名と計画はだれにも直せなくなります。"))
    try robot.type("<CR>")
    #expect(robot.fileEffects.isEmpty)
    try robot.type("<F6><End><CR>")
    #expect(robot.words.contains("furikaeri plan 見本/tennoji-2019 --open"))
    try robot.type("<Right><CR>")
    #expect(robot.fileEffects == [.fixPlan(EditorRobot.book)])
    try robot.type("<CR><End><CR>書きかけ")
    let header = try #require(FiscalYear(2019).map { BookHeader(ward: "天王寺区", fiscalYear: $0) })
    robot.handle(.planFixed(EditorRobot.book, header))
    #expect(robot.words.contains("天王寺区 令和元年度の計画を確定しました"))
    #expect(robot.text.contains("取組内容の実施見込み") && robot.state.focus == .implementationForecast)
    #expect(robot.sheet?.plan.annualActions.string.hasSuffix("書きかけ") == true, "the draft stays")
    try robot.type("<C-z>")
    #expect(robot.sheet?.plan.annualActions.string.hasSuffix("書きかけ") == true)
    try robot.type("<Esc><F6><End>")
    #expect(!robot.text.contains("計画を確定する"))
  }

  @Test("The list says whether the plan is open; its menu, footer and help speak of the plan and of no entries")
  func list() throws {
    var robot = EditorRobot(isPlanning: true, planIsOpen: true)
    #expect(robot.screen[0].contains("計画(確定前)") && robot.screen[23].contains("F6 計画の確定・絞込"))
    #expect(!robot.screen[23].contains("F8") && !robot.screen[23].contains("F9"))
    try robot.type("<F6>")
    #expect(robot.text.contains("下書きのある項目") && robot.text.contains("計画を確定する"))
    for word in ["中間振り返り", "自己評価", "確認", "②", "差し戻", "不備"] { #expect(!robot.text.contains(word), "\(word)") }
    try robot.type("<Esc><F1>")
    #expect(robot.words.contains("いちばん下の「計画を確定する」で Enter を押します。"))
    try robot.type("<Esc><CR><F1>")
    #expect(robot.words.contains("いちばん下の「計画を確定する」で Enter を押します。"))
    for _ in 0..<3 {
      for word in ["選択肢", "不備", "確認・差戻し"] { #expect(!robot.text.contains(word), "\(word)") }
      try robot.type("<PageDown>")
    }
    robot = EditorRobot(otherYear: 2018, isPlanning: true, planIsOpen: true)
    #expect(robot.screen.contains { $0.contains("令和元年度") && $0.contains("計画(確定前)") })
    #expect(robot.screen.contains { $0.contains("平成30年度") && $0.contains("計画 確定") })
    robot = EditorRobot(rows: 43, columns: 132, isPlanning: true, planIsOpen: true)
    #expect(robot.text.contains("・案内板を作り、窓口の前に置く。") && !robot.text.contains("課題と改善策"))
    robot = EditorRobot(isPlanning: true)
    #expect(robot.screen[0].contains("計画 確定") && robot.screen[23].contains("F6 絞込"))
  }

  @Test("A plan with something unsaved is not fixed: what is to be saved is named")
  func unsaved() throws {
    var robot = try robot()
    try robot.type("<End>追記<Esc><Esc>")
    #expect(robot.screen[3].contains(" 下書き ") && !robot.screen[4].contains("下書き"))
    try robot.type("<F6><End><CR>")
    #expect(robot.words.contains("保存していない下書きが項目1にあります。F2 で保存してから確定してください。"))
    #expect(!robot.fileEffects.contains(.fixPlan(EditorRobot.book)))
  }

  @Test("In the editor for entries the plan is read-only, and it is said that it is open and how it is written")
  func ordinary() throws {
    var robot = EditorRobot(planIsOpen: true)
    try robot.type("<CR>")
    #expect(robot.text.contains("計画(確定前)") && robot.words.contains("計画を直すときは furikaeri plan で開きます。"))
    #expect(robot.state.focus == .implementationForecast)
    try robot.type("<Esc><F6>")
    #expect(!robot.text.contains("計画を確定する"))
    var fixed = EditorRobot(isPlanning: true)
    try fixed.type("<CR>")
    #expect(fixed.words.contains("この綴りの計画は確定しているので、読むだけです。"))
    #expect(fixed.state.focus == .implementationForecast)
  }

  @Test("Two people's lines of one plan are put together; two titles are asked about, and one of them stands")
  func together() throws {
    var robot = try robot()
    try robot.type("<End>追記")
    var theirs = EditorRobot.sheet(1)
    theirs.plan.annualActions = LongText("(前書き)\n" + theirs.plan.annualActions.string)
    robot.otherSaves(EditorRobot.id(1), theirs)
    #expect(robot.sheet?.plan.annualActions.string == theirs.plan.annualActions.string + "追記")
    try robot.type("<F2><Esc><Home><CR>自分")
    theirs = try #require(disk(robot))
    theirs.title = "相手の題名"
    robot.otherSaves(EditorRobot.id(1), theirs)
    #expect(robot.text.contains("相手の題名") && !robot.text.contains("両方を並べる"))
    try robot.type("<Right><CR>")
    #expect(robot.sheet?.title == "相手の題名")
  }

  @Test("Marks and comments of a period say nothing of the plan's fields")
  func comments() throws {
    var robot = try robot()
    robot.otherMarks(EditorRobot.id(1)) {
      $0.append(
        ReviewMark(period: .midTerm, decision: .sentBack, comment: "全体を", who: "課長", when: "2026-11-21", contents: [:]))
    }
    #expect(robot.text.contains("差戻し") && robot.state.commentsOnField.isEmpty)
  }
}
