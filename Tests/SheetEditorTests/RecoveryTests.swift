import InitiativeModel
import SheetWording
import Terminal
import Testing

@testable import SheetEditor

@Suite("Drafts of an earlier program")
struct RecoveryTests {
  private func draft(
    _ number: Int, _ text: LongText, isWhole: Bool = true, name: String = "", minutes: Int = 0
  ) -> RecoverableDraft {
    var merged = EditorRobot.sheet(number)
    merged.midTermReview.targetForecast = .willNotBeMet
    merged.midTermReview.issuesAndImprovements = text
    return RecoverableDraft(
      id: EditorRobot.id(number), name: name, found: EditorRobot.sheet(number), merged: merged, conflicts: [],
      isWhole: isWhole, modified: 1_763_713_200 + 60 * (number + minutes))
  }

  private func robot() -> EditorRobot {
    EditorRobot(
      sheets: 3, drafts: [draft(1, "一つ目の文"), draft(2, "二つ目の文\n続き", isWhole: false), draft(3, "三つ目")])
  }

  @Test("They are listed with what they change; one key goes on from all of them")
  func resume() throws {
    var robot = robot()
    #expect(robot.text.contains("前回の下書きが3件あります") && robot.text.contains(" 続きから書く   11月21日 08:21  1 "))
    #expect(robot.text.contains("目標の達成見込み: (未入力) → ②") && robot.text.contains("+ 一つ目の文"))
    try robot.type("<CR>")
    #expect(robot.text.contains("前回の下書き3件の続きを書けます"))
    for number in 1...3 {
      let sheet = robot.state.sheet(EditorRobot.id(number))
      #expect(sheet?.hasDraft == true && robot.disk[EditorRobot.id(number)] == EditorRobot.sheet(number))
      let resumed = FileEffect.resumeDraft(
        EditorRobot.id(number), sheet?.edited ?? EditorRobot.sheet(number), change: 1, draft: "")
      #expect(robot.fileEffects.contains(resumed))
    }
  }

  @Test("Each can be resumed, left for later or thrown away, with the input method on or off")
  func oneByOne() throws {
    var robot = robot()
    try robot.type("<Down>")
    #expect(robot.text.contains("一部が壊れている") && robot.text.contains("+ 続き"))
    try robot.type("２<Down>３<CR>")
    let said = robot.state.message?.text ?? ""
    #expect(said.contains("1件の続きを書けます") && said.contains("1件は後に残しました") && said.contains("1件を捨てました"))
    #expect(robot.fileEffects.contains(.discardDraft(EditorRobot.id(3), draft: "")) && robot.effects.count == 2)
    #expect(robot.state.sheet(EditorRobot.id(2))?.hasDraft == false)
  }

  @Test("A draft that was left for later stands in the list and on the sheet, and is offered when the sheet is opened")
  func postponed() throws {
    var robot = robot()
    try robot.type("２<Down>３<Down>３<CR>")
    #expect(robot.text.contains("前の下書き") && robot.screen[3].contains("前の下書き") && !robot.screen[4].contains("前の下書き"))
    let place = MenuPanel.rows.firstIndex(of: .filter(.draft)) ?? 0
    try robot.type("<F6><Home>" + String(repeating: "<Down>", count: place) + "<CR>")
    #expect(robot.state.list.layout.shownCount == 1)
    try robot.type("<CR>")
    #expect(robot.text.contains("前回の下書きが1件あります") && robot.text.contains("+ 一つ目の文"))
    try robot.type("<Esc>")
    #expect(robot.screen[0].contains("前の下書き"))
    try robot.type("<F8><PageDown><PageUp>")
    #expect(robot.state.panels.isEmpty, "it is asked when a sheet is opened, not at every key")
    try robot.type("<F3><CR><CR>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "一つ目の文" && !robot.screen[0].contains("前の下書き"))
    try robot.type("<F3><CR>")
    #expect(robot.state.panels.isEmpty)
  }

  @Test("Every draft of a sheet is offered; the newest is gone on from, the other waits until somebody answers for it")
  func twoOfOneSheet() throws {
    let older = draft(1, "古い文", name: "古い")
    let newer = draft(1, "新しい文", name: "新しい", minutes: 5)
    var robot = EditorRobot(sheets: 2, drafts: [older, newer])
    #expect(robot.text.contains("前回の下書きが2件あります") && robot.text.contains("08:21") && robot.text.contains("08:26"))
    try robot.type("<CR>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "新しい文" && robot.text.contains("前の下書き"))
    try robot.type("<CR>")
    #expect(robot.text.contains("+ 古い文"))
    try robot.type("<Right><Right><CR>")
    #expect(robot.fileEffects.last == .discardDraft(EditorRobot.id(1), draft: "古い"))
    try robot.type("<F3><CR>")
    #expect(robot.state.panels.isEmpty && robot.sheet?.midTermReview.issuesAndImprovements == "新しい文")
  }

  @Test(
    "A draft of which the file changed the same field meanwhile is asked about when its sheet is opened, with both texts"
  )
  func changedSince() throws {
    func robot() -> EditorRobot {
      var merged = EditorRobot.sheet(1)
      merged.selfEvaluation.results = "綴りの文\n下書きの文"
      merged.selfEvaluation.achievement = .notMet
      var found = EditorRobot.sheet(1)
      found.selfEvaluation.results = "綴りの文"
      found.selfEvaluation.achievement = .met
      let draft = RecoverableDraft(
        id: EditorRobot.id(1), name: "", found: found, merged: merged, conflicts: [.results, .achievement],
        own: [.results: "下書きの文", .achievement: "②"], isWhole: true, modified: 1_763_713_200)
      return EditorRobot(sheets: 2, drafts: [draft])
    }
    var later = robot()
    try later.type("<CR>")
    #expect(later.state.panels.isEmpty && later.words.contains("どの文にするか選べます"))
    try later.type("<CR>")
    #expect(later.text.contains("綴りの文:") && later.text.contains("  下書きの文"))
    #expect(later.text.contains("  下書きの文:") && !later.text.contains("相手の文"))
    try later.type("<Right><Down><Right><CR>")
    #expect(later.sheet?.selfEvaluation.results == "下書きの文" && later.sheet?.selfEvaluation.achievement == .met)
    var atOnce = robot()
    try atOnce.type("<Esc><CR><CR>")
    #expect(atOnce.text.contains("綴りの文:") && atOnce.screen[23].contains("あとで決める"))
    try atOnce.type("<CR>")
    #expect(atOnce.sheet?.selfEvaluation.results == "綴りの文\n下書きの文")
    for keys in ["<CR><CR><Right><F10>", "<CR><CR><Esc><F10>", "<CR><F10>"] {
      var left = robot()
      try left.type(keys)
      #expect(left.effects.contains(.quit) && left.fileEffects.isEmpty, "the draft is on the disk as it was: \(keys)")
      #expect(left.sheet == EditorRobot.sheet(1) && left.state.sheet(EditorRobot.id(1))?.waitingDraftCount == 1)
    }
    var again = robot()
    try again.type("<CR><CR><Esc>")
    #expect(again.words.contains("まだ決めていません") && again.sheet == EditorRobot.sheet(1))
    try again.type("<F3><CR><CR><Right><CR>")
    #expect(again.sheet?.selfEvaluation.results == "下書きの文")
    let resumed = again.fileEffects.contains { if case .resumeDraft = $0 { true } else { false } }
    #expect(resumed && again.state.sheet(EditorRobot.id(1))?.waitingDraftCount == 0)
  }

  @Test("What an import left for an answer is one question in the words of the import, and stays until it is answered")
  func imported() throws {
    func robot() -> EditorRobot {
      var merged = EditorRobot.sheet(1)
      merged.selfEvaluation.results = "先方の文\n綴りの文"
      var found = EditorRobot.sheet(1)
      found.selfEvaluation.results = "綴りの文"
      let draft = RecoverableDraft(
        id: EditorRobot.id(1), name: "", found: found, merged: merged, conflicts: [.results],
        own: [.results: "先方の文"], importedFrom: "他区.xlsx", isWhole: true, modified: 1_763_713_200)
      var robot = EditorRobot(sheets: 2, drafts: [draft])
      robot.otherSaves(EditorRobot.id(1), found)
      return robot
    }
    var first = robot()
    #expect(first.text.contains("(他区.xlsx から取込) 1 見本"))
    try first.type("<Esc><CR>")
    #expect(first.words.contains("取り込んだファイルと綴りで違います") && first.text.contains(" 両方を並べる    取り込んだ文    綴りの文"))
    let rows = ["  取り込んだ文(他区.xlsx):", "  綴りの文:"].map { name in first.screen.firstIndex { $0.hasPrefix(name) } ?? 0 }
    #expect(rows[0] > 0 && rows[0] < rows[1] && !first.text.contains("相手") && !first.text.contains("自分"))
    for keys in ["<F10>", "<Esc><F10>", "<Esc><F3><CR><F10>"] {
      var left = first
      try left.type(keys)
      #expect(left.effects.contains(.quit) && left.drafts.isEmpty && left.sheet?.selfEvaluation.results == "綴りの文")
      #expect(left.state.sheet(EditorRobot.id(1))?.waitingDraftCount == 1)
    }
    try first.type("<Right><CR>")
    #expect(first.sheet?.selfEvaluation.results == "先方の文" && first.state.panels.isEmpty)
  }

  @Test("Where several books are open, every row says of which ward and year it is")
  func severalBooks() throws {
    var robot = EditorRobot(sheets: 2, otherYear: 2020, filled: { _ in })
    let one = draft(1, "一つ目の文")
    let other = RecoverableDraft(
      id: SheetID(book: "見本/tennoji-2020", fileName: EditorRobot.id(1).fileName), name: "別", found: one.found,
      merged: one.merged, conflicts: [], isWhole: true, modified: one.modified)
    _ = robot.change {
      $0.show(RecoveryPanel(drafts: [one, other]))
      return []
    }
    #expect(robot.text.contains("天王寺区 令和元年度 1 見本") && robot.text.contains("天王寺区 令和2年度 1 見本"))
    #expect(!self.robot().text.contains("令和元年度 1 見本"))
  }

  @Test("All answers stand there at once, and the chosen one is marked", arguments: [60, 80, 132])
  func allAnswers(columns: Int) throws {
    var robot = EditorRobot(sheets: 3, rows: 20, columns: columns, drafts: [draft(1, "一つ目の文"), draft(2, "二つ目")])
    for answer in DraftAnswer.allCases { #expect(robot.screen[5].contains(Wording.answer(answer))) }
    let before = robot.picture
    try robot.type("<Right>")
    #expect(robot.picture != before && robot.text.contains(" 続きから書く    後に残す    捨てる"))
  }

  @Test("Esc leaves all of them as they are; nothing typed gets lost behind the question")
  func later() throws {
    var robot = robot()
    try robot.type("文章")
    #expect(robot.text.contains("Enter で決めてから"))
    try robot.type("<Esc>")
    #expect(robot.effects.isEmpty && robot.state.draftCount == 0 && robot.text.contains("下書き3件はそのまま残しました"))
  }

  @Test("Over a sheet that is paged to, no character answers it: text goes into its field, and every draft stays")
  func typedOverSheet() throws {
    var robot = robot()
    try robot.type("<Esc><CR><Esc><End><PageDown>")
    #expect(robot.state.panel is RecoveryPanel && robot.state.selected == EditorRobot.id(2))
    try robot.type("3あ<CR>")
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "二つ目の文\n続き")
    #expect(!robot.fileEffects.contains { if case .discardDraft = $0 { true } else { false } })
    robot = self.robot()
    try robot.type("<Esc>")
    _ = robot.change {
      $0.go(to: EditorRobot.id(2), at: .results)
      return []
    }
    #expect(robot.state.panel is RecoveryPanel)
    robot.send(.typed("3月の結果"))
    #expect(robot.state.panels.isEmpty && robot.sheet?.selfEvaluation.results == "3月の結果")
    #expect(robot.state.sheet(EditorRobot.id(2))?.waitingDraftCount == 1)
  }

  @Test("Coming back to the form from its own page asks nothing again")
  func backFromPage() throws {
    var robot = robot()
    try robot.type("<Esc><CR><Esc><F9><F3>")
    #expect(robot.state.panels.isEmpty && robot.state.form != nil)
    try robot.type("<F9><CR>")
    #expect(robot.state.panels.isEmpty && robot.state.form != nil)
  }

  @Test("What others save while it is asked stays, and so does what was written meanwhile")
  func changedMeanwhile() throws {
    var robot = robot()
    var theirs = EditorRobot.sheet(1)
    theirs.selfEvaluation.results = "相手が保存した文"
    robot.otherSaves(EditorRobot.id(1), theirs)
    #expect(!robot.text.contains("- 相手が保存した文"))
    try robot.type("<CR><CR><F2>")
    #expect(robot.disk[EditorRobot.id(1)]?.selfEvaluation.results == "相手が保存した文")
    #expect(robot.disk[EditorRobot.id(1)]?.midTermReview.issuesAndImprovements == "一つ目の文")
  }

  @Test("It draws at every size, with more drafts than there is room for")
  func sizes() {
    for rows in stride(from: 0, to: 50, by: 3) {
      for columns in stride(from: 0, to: 140, by: 9) {
        let drafts = (1...20).map { draft($0, LongText(String(repeating: "長い文です。", count: 60))) }
        var robot = EditorRobot(sheets: 20, rows: rows, columns: columns, drafts: drafts)
        for key in [Key.Name.end, .pageDown, .pageDown] { robot.send(.key(Key(name: key))) }
        let screen = draw(robot.state)
        for row in 0..<rows { #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == columns) }
      }
    }
  }
}
