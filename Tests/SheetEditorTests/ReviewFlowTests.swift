import InitiativeModel
import SheetStorage
import Terminal
import TestSupport
import Testing

@testable import SheetEditor

@Suite("A whole review")
struct ReviewFlowTests {
  /// The book of 19 sheets that ships, as a supervisor opens it.
  private func book() throws -> EditorRobot {
    let stored = try BookFolder(path: packageFolder + "/Data/tennoji-2019").load()
    let sheets = Dictionary(uniqueKeysWithValues: stored.sheets.map { ($0.sheet.number, $0.sheet) })
    return EditorRobot(sheets: 19, isReviewing: true) { $0 = sheets[$0.number] ?? $0 }
  }

  private func reviewer(_ sheets: Int = 3) -> EditorRobot {
    EditorRobot(sheets: sheets, isReviewing: true) {
      $0.midTermReview = MidTermReview(
        implementationForecast: .willBeCarriedOut, targetForecast: .willBeMet, issuesAndImprovements: "")
    }
  }

  private func states(_ robot: EditorRobot) -> [MarkState?] {
    robot.state.library.allSheets.map { $0.standing(of: .midTerm).mark }
  }

  @Test("Nineteen sheets with two keys each, whose answers come at once")
  func wholeBook() throws {
    var robot = try book()
    try robot.type("<CR>")
    var keys = 0
    while robot.state.library.allSheets.contains(where: { $0.standing(of: .midTerm).mark != .confirmed }), keys < 100 {
      try robot.type("<F9><CR>")
      keys += 2
    }
    #expect(keys == 38)
    #expect(robot.text.contains("項目19の中間振り返り: 確認済にしました。確認を待つ項目はもうありません。"))
  }

  @Test("Nineteen answers in a row, each late: every one leads on, and none is given twice")
  func lateAnswers() throws {
    var robot = try book()
    robot.holdsWork = true
    try robot.type("<CR>")
    for number in 1...19 {
      #expect(robot.text.contains("\(number)/19 "))
      try robot.type("<F9><CR>")
      #expect(robot.text.contains("印を書いています") && robot.text.contains("\(number)/19 "))
      robot.doWork()
      robot.tell()
    }
    #expect(robot.text.contains("もうありません"))
    #expect(robot.state.library.allSheets.allSatisfy { $0.reviews.marks.count == 1 })
  }

  @Test("The next sheet that waits is shown: those confirmed or blank are passed over, and the first comes last")
  func next() throws {
    var robot = EditorRobot(sheets: 5, isReviewing: true) {
      guard $0.number != 4 else { return }
      $0.midTermReview = MidTermReview(
        implementationForecast: .willBeCarriedOut, targetForecast: .willBeMet, issuesAndImprovements: "")
    }
    try robot.type("<Down><Down><CR><F9><CR>")
    #expect(robot.text.contains("項目3の中間振り返り: 確認済にしました。次は項目5です。") && robot.text.contains("5/5 "))
    try robot.type("<F9><CR>")
    #expect(robot.text.contains("次は項目1です。") && robot.text.contains("1/5 "))
    try robot.type("<F9><Right>理由<CR>")
    #expect(robot.text.contains("差戻しにしました。次は項目2です。"))
    try robot.type("<F9><CR>")
    #expect(robot.text.contains("もうありません") && robot.text.contains("2/5 "))
  }

  @Test("A sheet whose other period waits is shown first, at that period")
  func otherPeriod() throws {
    var robot = EditorRobot(sheets: 2, isReviewing: true) {
      $0.midTermReview = MidTermReview(
        implementationForecast: .willBeCarriedOut, targetForecast: .willBeMet, issuesAndImprovements: "")
      $0.selfEvaluation = SelfEvaluation(results: "実績", achievement: .met, issuesAndImprovements: "")
    }
    try robot.type("<CR><F9><CR>")
    #expect(robot.state.message?.text == "項目1の中間振り返り: 確認済にしました。この項目は自己評価が確認を待っています。" && robot.text.contains("1/2 "))
    try robot.type("<F9><CR>")
    #expect(robot.text.contains("項目1の自己評価: 確認済にしました。次は項目2です。"))
  }

  @Test(
    "Whoever has moved on meanwhile stays where they are, and is told all the same",
    arguments: ["<Down>", "<PageDown>", "<Esc>", "<F9>", "<F1>", "<F7>"])
  func movedOn(keys: String) throws {
    var robot = reviewer()
    robot.holdsWork = true
    try robot.type("<CR><F9><CR>\(keys)")
    let (page, panels) = (robot.state.page, robot.state.panels)
    robot.settle()
    #expect(robot.state.page?.sheets == page?.sheets && robot.state.page?.cursor == page?.cursor)
    #expect(robot.state.panels.count == panels.count && states(robot)[0] == .confirmed)
    #expect(robot.state.message?.text == "項目1の中間振り返り: 確認済にしました。")
  }

  @Test("A mark that failed leads nowhere")
  func failed() throws {
    var robot = reviewer()
    robot.failure = "ディスクがいっぱいです。"
    try robot.type("<CR><F9><CR>")
    #expect(robot.text.contains("1/3 ") && robot.text.contains("ディスクがいっぱいです。"))
  }

  @Test("Ctrl-Z takes the mark that was given last away again, on its own sheet; which one goes is said")
  func takeBack() throws {
    var robot = reviewer()
    try robot.type("<CR><F9><CR><F9><CR>")
    #expect(robot.text.contains("3/3 "))
    try robot.type("<C-z>")
    #expect(robot.text.contains("2/3 ") && robot.text.contains("項目2の中間振り返りの印を取り消します"))
    #expect(robot.text.contains("消える印: 確認済: 課長 2026-11-21 10:20"))
    try robot.type("<CR>")
    #expect(robot.text.contains("項目2の中間振り返り: 印を取り消しました。") && states(robot) == [.confirmed, nil, nil])
    try robot.type("<C-z><CR>")
    #expect(robot.text.contains("項目1") && states(robot) == [nil, nil, nil])
    try robot.type("<C-z>")
    #expect(robot.text.contains("取り消す印がありません") && robot.state.panels.isEmpty)
  }

  @Test("Where an older mark stands behind the one that was taken back, it is said which")
  func olderMark() throws {
    var robot = reviewer(1)
    try robot.type("<CR><F9><CR><F9><Right>理由<CR><C-z><CR>")
    let said = "項目1の中間振り返り: 印を取り消しました。その前の印に戻りました: 確認済: 課長 2026-11-21 10:20"
    #expect(robot.state.message?.text == said && states(robot) == [.confirmed])
  }

  @Test("Somebody else's later mark is never taken away in its place")
  func otherMark() throws {
    var robot = reviewer()
    try robot.type("<CR><F9><CR><C-z>")
    let sheet = try #require(robot.state.sheet(EditorRobot.id(1))?.saved)
    robot.otherMarks(EditorRobot.id(1)) {
      let mark = UnsignedMark(.sentBack, of: .midTerm, in: sheet, comment: "待って")
      $0.append(mark.signed(by: "部長", at: "2026-11-21 11:00"))
    }
    try robot.type("<CR>")
    #expect(robot.text.contains("その間に部長さんが中間振り返りを差戻しにしたため、取り消していません"))
    #expect(robot.text.contains("消える印: 差戻し: 部長") && states(robot)[0] == .sentBack)
    try robot.type("<Esc><C-z>")
    #expect(robot.text.contains("取り消していません") && robot.state.panels.isEmpty)
    #expect(robot.state.sheet(EditorRobot.id(1))?.reviews.marks.count == 2)
  }

  @Test("Several fields are sent back in one go: Space takes them in and out, one comment speaks of all")
  func severalFields() throws {
    var robot = reviewer()
    try robot.type("<CR><F9><Right><Down><Down>")
    #expect(robot.text.contains("コメントの対象: 中間振り返り全体"))
    try robot.type("<Right> <Right> <Right> ")
    #expect(robot.text.contains("コメントの対象: 取組内容の実施見込み、目標の達成見込み、"))
    try robot.type("<Left><Left> <Down>そろえてください<CR>")
    let mark = try #require(robot.state.sheet(EditorRobot.id(1))?.reviews.marks.first)
    #expect(mark.places.map(\.field) == [.targetForecast, .midTermIssues] && mark.comment == "そろえてください")
    try robot.type("<Esc><Home><CR>")
    #expect(robot.screen.count { $0.contains("そろえてください") } == 2)
  }

  @Test("On a screen that is too small no mark is given that nobody sees")
  func tooSmall() throws {
    var robot = reviewer()
    try robot.type("<CR><F9>")
    robot.send(.resized(ScreenSize(rows: 10, columns: 40)))
    try robot.type("<CR><F2>2あ<CR>")
    #expect(!robot.fileEffects.contains { if case .mark = $0 { true } else { false } })
    robot.send(.resized(ScreenSize(rows: 24, columns: 80)))
    #expect(robot.state.panel is MarkPanel)
    try robot.type("<CR>")
    #expect(robot.fileEffects.contains { if case .mark = $0 { true } else { false } })
  }

  @Test("With the mouse: the decision, the fields, the place in the comment, a key of the footer")
  func mouse() throws {
    var robot = reviewer()
    try robot.type("<CR><F9>理由です")
    robot.click("差戻し", last: true)
    robot.click("課題と改善策", last: true)
    #expect(robot.text.contains("項目1の中間振り返りを差し戻します") && robot.text.contains("コメントの対象: 課題と改善策"))
    robot.click("です", last: true)
    try robot.type("は次")
    robot.click("決定", last: true)
    let mark = try #require(robot.state.sheet(EditorRobot.id(1))?.reviews.marks.first)
    #expect(mark.decision == .sentBack && mark.comment == "理由は次です" && mark.places.map(\.field) == [.midTermIssues])
  }
}
