import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("What staff do")
struct FlowTests {
  @Test("Choose ②, be refused, write, save")
  func mainFlow() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab>2")
    #expect(robot.text.contains("必須（②のため）"))
    #expect(robot.text.contains(" 下書き ") && robot.text.contains(" 不備 1"))
    try robot.type("<F2>")
    #expect(robot.text.contains("空のため保存できません"))
    #expect(robot.state.focus == .midTermIssues)
    #expect(robot.disk[EditorRobot.id(1)] == EditorRobot.sheet(1))
    #expect(robot.fileEffects.contains { if case .appendDraft = $0 { true } else { false } })
    try robot.type("参加者が減った。<CR>時間を変える。<F2>")
    #expect(robot.text.contains("項目1を保存しました"))
    #expect(robot.disk[EditorRobot.id(1)]?.midTermReview.issuesAndImprovements == "参加者が減った。\n時間を変える。")
    #expect(robot.disk[EditorRobot.id(1)]?.midTermReview.targetForecast == .willNotBeMet)
    #expect(robot.fileEffects.last == .dropDraft(EditorRobot.id(1)))
  }

  @Test("No blank text gets ② past the save", arguments: ["", " ", "　", "—", "ー", "・・・"])
  func refused(blank: String) throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab>２<Tab>")
    if !blank.isEmpty { robot.send(.typed(blank)) }
    try robot.type("<F2>")
    #expect(!robot.fileEffects.contains { if case .save = $0 { true } else { false } })
    #expect(robot.text.contains("保存できません"))
  }

  @Test("Nobody is trapped: with a broken rule every way out is open, and the text stays a draft")
  func notTrapped() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab>②<F2><Tab>実績を書く<Esc><PageDown>")
    #expect(robot.sheet?.number == 2)
    try robot.type("<F3>")
    #expect(robot.text.contains("② 不備"))
    try robot.type("<F8>")
    #expect(robot.sheet?.number == 1 && robot.state.focus == .midTermIssues)
    #expect(robot.sheet?.selfEvaluation.results == "実績を書く")
    try robot.type("<F10>")
    #expect(robot.text.contains("下書きが1件あります。このまま終了しても残ります。"))
    #expect(!robot.effects.contains(.quit))
    try robot.type("<Left><CR>")
    #expect(robot.effects.last == .quit)
  }

  @Test("② → ① keeps the text")
  func keepsText() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab>2<Tab>理由<Esc><S-Tab>1<F2>")
    #expect(robot.disk[EditorRobot.id(1)]?.midTermReview.targetForecast == .willBeMet)
    #expect(robot.disk[EditorRobot.id(1)]?.midTermReview.issuesAndImprovements == "理由")
  }

  @Test("Choices take digits, full-width ones, signs, arrows and blanks; Backspace clears")
  func choices() throws {
    var robot = EditorRobot()
    try robot.type("<CR>")
    for (typed, ordinal) in [("1", ChoiceOrdinal.first), ("２", .second), ("ⅰ", .first), ("②", .second)] {
      robot.send(.typed(typed))
      #expect(robot.sheet?.choice(of: .implementationForecast) == ordinal)
    }
    try robot.type("<Left>")
    #expect(robot.sheet?.choice(of: .implementationForecast) == .first)
    try robot.type("<Right>")
    #expect(robot.sheet?.choice(of: .implementationForecast) == .second)
    robot.send(.typed("　"))
    #expect(robot.sheet?.choice(of: .implementationForecast) == .first)
    try robot.type("<BS>")
    #expect(robot.sheet?.choice(of: .implementationForecast) == nil)
    robot.send(.typed("あ"))
    #expect(robot.text.contains("1 か 2"))
    #expect(robot.sheet?.choice(of: .implementationForecast) == nil)
  }

  @Test("Tab goes through the six fields in the form's order and stops at the ends")
  func order() throws {
    var robot = EditorRobot()
    try robot.type("<CR>")
    var seen = [robot.state.focus]
    for _ in 0..<6 {
      try robot.type("<Tab>")
      seen.append(robot.state.focus)
    }
    #expect(Array(seen.prefix(6)) == EntryField.allCases && seen[6] == .selfEvaluationIssues)
    try robot.type("<Home>")
    #expect(robot.state.focus == .implementationForecast)
    try robot.type("<End>")
    #expect(robot.state.focus == .selfEvaluationIssues)
  }

  @Test(
    "F-keys and their Ctrl twins do the same",
    arguments: [
      ("<F2>", "<C-s>"), ("<F5>", "<C-r>"), ("<F6>", "<C-t>"), ("<F8>", "<C-e>"), ("<F10>", "<C-q>"), ("<F1>", "<C-g>"),
      ("<PageDown>", "<C-n>"), ("<Esc>", "<F3>"),
    ])
  func twins(key: String, twin: String) throws {
    var one = EditorRobot()
    var other = EditorRobot()
    try one.type("<CR><Tab>2" + key)
    try other.type("<CR><Tab>2" + twin)
    #expect(one.state == other.state)
    #expect(one.effects == other.effects)
  }

  @Test("A check lists its findings and goes to the field")
  func check() throws {
    var robot = EditorRobot()
    try robot.type("<CR>2<Tab>2<F3><F5>")
    #expect(robot.text.contains("点検の結果: 不備1件、参考0件"))
    try robot.type("<CR>")
    #expect(robot.state.focus == .midTermIssues && robot.sheet?.number == 1)
  }

  @Test("The list can be narrowed down, and paging keeps to it")
  func filter() throws {
    var robot = EditorRobot(sheets: 5)
    try robot.type("<CR><Tab>2<F3><End><CR><Tab>2<F3><F6><Down><CR>")
    #expect(robot.text.contains("表示: 不備のある項目 (2/5項目)"))
    try robot.type("<Home><CR><PageDown>")
    #expect(robot.sheet?.number == 5)
  }

  @Test("Edits made while a save is under way stay a draft")
  func editDuringSave() throws {
    var robot = EditorRobot()
    robot.holdsWork = true
    try robot.type("<CR>1<F2><Tab>1")
    robot.settle()
    #expect(robot.state.currentSheet?.hasDraft == true)
    #expect(robot.sheet?.midTermReview.targetForecast == .willBeMet)
    guard case .restartDraft? = robot.fileEffects.last else {
      Issue.record("the draft was dropped")
      return
    }
  }

  @Test("A save that fails keeps the text and says why")
  func saveFails() throws {
    var robot = EditorRobot()
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<CR>1<F2>")
    #expect(robot.text.contains("ディスクがいっぱいです"))
    #expect(robot.state.currentSheet?.hasDraft == true)
  }

  @Test("What somebody else wrote is taken over; both texts of one field stay")
  func changedOnDisk() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End>自分の文")
    var theirs = EditorRobot.sheet(1)
    theirs.selfEvaluation.issuesAndImprovements = "相手の文"
    theirs.midTermReview.targetForecast = .willBeMet
    robot.otherSaves(EditorRobot.id(1), theirs)
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の文\n相手の文")
    #expect(robot.sheet?.midTermReview.targetForecast == .willBeMet)
    #expect(robot.text.contains("どの文にするか") && robot.text.contains(" 両方を並べる "))
    try robot.type("。")
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "自分の文。\n相手の文")
  }

  @Test("A draft that cannot be kept is said for as long as it is so")
  func draftNotKept() throws {
    var robot = EditorRobot()
    robot.handle(.draftPlace(.notKept(reason: "容量がありません。")))
    try robot.type("<CR><Tab>")
    #expect(robot.text.contains("下書きをどこにも保存できません"))
    try robot.type("2<F2>")
    #expect(robot.state.message?.text.hasSuffix("下書きも保存できていません。") == true)
    try robot.type("<F10>")
    #expect(robot.text.contains("保存せずに終了すると1件の記入が失われます"))
    try robot.type("<F10>")
    #expect(!robot.effects.contains(.quit))
    try robot.type("<Esc>")
    robot.handle(.draftPlace(.kept))
    #expect(!robot.text.contains("下書きをどこにも保存できません"))
  }

  @Test("A draft is called kept only when its last change is known to be on the disk; a late answer changes nothing")
  func draftProven() throws {
    var robot = EditorRobot()
    let id = EditorRobot.id(1)
    try robot.type("<CR><End>一")
    robot.handle(.draftPlace(.kept))
    #expect(!robot.text.contains("下書き保存済"))
    robot.handle(.draftProven(id, change: 1))
    #expect(robot.text.contains("下書き保存済"))
    let count = robot.screen[0].firstRange(of: "1字")
    try robot.type("二")
    #expect(!robot.text.contains("下書き保存済") && robot.screen[0].firstRange(of: "2字") == count, "nothing moves")
    robot.handle(.draftProven(id, change: 1))
    #expect(!robot.text.contains("下書き保存済"))
    robot.handle(.draftProven(id, change: 2))
    robot.handle(.draftProven(id, change: 1))
    #expect(robot.text.contains("下書き保存済"))
    robot.handle(.draftPlace(.notKept(reason: "容量がありません。")))
    #expect(!robot.text.contains("下書き保存済"))
  }

  @Test("A file that cannot be read stands in the list with its reason, and the others work")
  func unreadable() throws {
    let id = SheetID(book: EditorRobot.book, fileName: "item-02.json")
    let header = FiscalYear(2019).map { BookHeader(ward: "天王寺区", fiscalYear: $0) }
    let section = BookSection(
      path: EditorRobot.book, header: header,
      rows: [
        .sheet(EditorRobot.id(1)),
        .unreadable(id, reason: "item-02.json 3行目: 途中で終わっています。"),
        .sheet(EditorRobot.id(3)),
      ])
    let sheets = [1, 3].map { EditedSheet(id: EditorRobot.id($0), saved: EditorRobot.sheet($0)) }
    var state = EditorState(
      library: Library([section], sheets: sheets), size: ScreenSize(rows: 24, columns: 80),
      widths: DisplayWidths(ambiguous: .narrow))
    for key in [Key.Name.down, .enter] { _ = update(&state, .input(.key(Key(name: key)), at: 0)) }
    let text = draw(state).lines.joined(separator: "\n")
    #expect(text.contains("item-02.json  読めません  3行目: 途中で終わっています。"))
    #expect(text.contains("item-02.json 3行目: 途中で終わっています。"))
    for key in [Key.Name.down, .enter] { _ = update(&state, .input(.key(Key(name: key)), at: 0)) }
    #expect(state.currentSheet?.edited.number == 3)
  }

  @Test("The question about a copy is whole at 60 columns, and its reason stays whatever is pressed")
  func copyQuestion() throws {
    var robot = EditorRobot(sheets: 1, rows: 20, columns: 60)
    robot.failure = "/srv/共有/とても深い場所/2019/天王寺区 に空きがありません。"
    try robot.type("<CR>1<F2>")
    for keys in ["", "<F12>", "<Right>"] {
      try robot.type(keys)
      #expect(robot.text.contains("ホームフォルダーに写しを書きますか。") && robot.text.contains("空きがありません。"))
    }
  }

  @Test("Where a sheet cannot be saved, a copy elsewhere is offered; what is typed meanwhile is not lost")
  func copyElsewhere() throws {
    var robot = EditorRobot(sheets: 1)
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<CR><End>文<F2>")
    #expect(robot.text.contains("ホームフォルダーに写しを書きますか") && robot.text.contains("ディスクがいっぱい"))
    robot.send(.typed("続き"))
    #expect(robot.sheet?.selfEvaluation.issuesAndImprovements == "文続き" && robot.state.panels.isEmpty)
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<F2><CR>")
    #expect(!robot.fileEffects.contains { if case .saveCopy = $0 { true } else { false } })
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<F2><Right><CR>")
    let valid = try #require(try robot.sheet?.validated())
    #expect(robot.fileEffects.last == .saveCopy(EditorRobot.id(1), valid))
  }
}
