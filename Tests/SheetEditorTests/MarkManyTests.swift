import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Several sheets confirmed at once")
struct MarkManyTests {
  /// 1 and 2 are complete, 3 with ②, 4 only begun, 5 blank, 6 with ② and no text.
  private func robot(supervisors: Supervisors = .everybody) -> EditorRobot {
    EditorRobot(sheets: 6, isReviewing: true, supervisors: supervisors) {
      guard $0.number != 5 else { return }
      $0.midTermReview = MidTermReview(
        implementationForecast: $0.number == 4 ? nil : .willBeCarriedOut,
        targetForecast: [3, 6].contains($0.number) ? .willNotBeMet : .willBeMet,
        issuesAndImprovements: $0.number == 3 ? "なし" : "")
    }
  }

  private func marked(_ robot: EditorRobot) -> [Int] {
    robot.state.library.allSheets.filter { $0.standing(of: .midTerm).mark == .confirmed }.map(\.saved.number)
  }

  @Test("It says of each what should be known, and names those that are left out")
  func remarks() throws {
    var robot = robot()
    robot.openMarking(of: [1, 2, 3, 4, 5, 6])
    #expect(robot.text.contains("6項目のうち4項目の中間振り返りを確認済にします"))
    func line(below title: String) -> String {
      let row = robot.screen.firstIndex { $0.contains(title) } ?? 0
      return robot.screen[row + 1]
    }
    #expect(line(below: "3 見本の取組3").contains("②、指摘1件") && line(below: "4 見本の取組4").contains("記入中"))
    #expect(line(below: "5 見本の取組5").contains("未入力") && line(below: "6 見本の取組6").contains("不備"))
    #expect(!line(below: "1 見本の取組1").contains("指摘"))
    try robot.type("<CR>")
    #expect(marked(robot) == [1, 2, 3, 4] && robot.text.contains("4件の中間振り返りを確認済にしました。"))
  }

  @Test("What is confirmed or was sent back already is left out; Esc marks nothing")
  func leftOut() throws {
    var robot = robot()
    try robot.type("<CR><F9><CR><F9><Right>理由<CR><Esc>")
    robot.openMarking(of: [1, 2, 3])
    #expect(robot.text.contains("3項目のうち1項目"))
    try robot.type("<Esc>")
    #expect(marked(robot) == [1])
    robot.openMarking(of: [1, 5])
    try robot.type("<CR>")
    #expect(robot.text.contains("確認済にできる項目がありません") && robot.state.panel is MarkManyPanel)
  }

  @Test("Ctrl-Z afterwards asks for the last of them, never for a mark that was set before")
  func takenBack() throws {
    var robot = robot()
    try robot.type("<CR><F9><CR>")
    robot.openMarking(of: [2, 3])
    try robot.type("<CR>")
    #expect(marked(robot) == [1, 2, 3])
    try robot.type("<C-z><CR>")
    #expect(marked(robot) == [1, 2])
    try robot.type("<C-z><CR>")
    #expect(marked(robot) == [1])
  }

  @Test("Answers that come late and partly fail are told when all are there, as they are")
  func partlyFailing() throws {
    var robot = robot()
    robot.holdsWork = true
    robot.openMarking(of: [1, 2, 3])
    try robot.type("<CR>")
    #expect(robot.text.contains("3項目に印を書いています"))
    robot.doWork()
    robot.failure = "ディスクがいっぱいです。"
    robot.doWork()
    robot.tell(1)
    robot.tell()
    #expect(!robot.text.contains("確認済にしました"))
    try robot.type("<Down>")
    robot.settle()
    #expect(robot.state.message?.text == "2件の中間振り返りを確認済にしました。項目2は印を付けられません: ディスクがいっぱいです。")
    #expect(marked(robot) == [1, 3] && robot.state.review.batches.isEmpty)
  }

  @Test("Two goes whose answers come crosswise are told apart")
  func crosswise() throws {
    var robot = robot()
    robot.holdsWork = true
    robot.openMarking(of: [1, 2])
    try robot.type("<CR>")
    robot.openMarking(of: [2, 3])
    try robot.type("<CR>")
    for _ in 0..<4 { robot.doWork() }
    robot.tell(3)
    robot.tell(0)
    robot.tell(1)
    #expect(robot.text.contains("2件の中間振り返りを確認済にしました。") && robot.state.review.batches.count == 1)
    robot.tell()
    #expect(marked(robot) == [1, 2, 3] && robot.state.review.batches.isEmpty)
  }

  @Test("A mark is of what was shown, not of what somebody saved meanwhile")
  func changedMeanwhile() throws {
    var robot = robot()
    robot.openMarking(of: [1])
    var changed = EditorRobot.sheet(1)
    changed.midTermReview = MidTermReview(
      implementationForecast: .willBeCarriedOut, targetForecast: .willBeMet, issuesAndImprovements: "まだ見ていない文")
    robot.otherSaves(EditorRobot.id(1), changed)
    try robot.type("<CR>")
    #expect(robot.state.sheet(EditorRobot.id(1))?.standing(of: .midTerm).mark == .changedSinceConfirmed)
  }

  @Test("Whoever is not named marks nothing, and is told why of each")
  func notNamed() throws {
    var robot = robot(supervisors: .others(["課長"]))
    robot.openMarking(of: [1, 2])
    #expect(robot.text.contains("2項目のうち0項目") && robot.text.contains("課長 だけです"))
    try robot.type("<CR>")
    #expect(marked(robot).isEmpty && robot.work.isEmpty)
  }

  @Test("The sheets are laid out once, and anew for the other period and another width; a resize keeps them in sight")
  func laidOutOnce() throws {
    func lines(_ robot: EditorRobot) -> [[Run]] { robot.state.panel(MarkManyPanel.self)?.lines ?? [] }
    func place(_ lines: [[Run]]) -> UnsafePointer<[Run]>? { lines.withUnsafeBufferPointer(\.baseAddress) }
    var robot = EditorRobot(sheets: 60, isReviewing: true)
    robot.openMarking(of: Array(1...60))
    let before = lines(robot)
    #expect(before.count > 60)
    try robot.type("<Down><PageDown><End>")
    #expect(place(lines(robot)) == place(before))
    #expect(robot.text.contains("60 見本の取組60"))
    robot.send(.resized(ScreenSize(rows: 60, columns: 34)))
    #expect(lines(robot).count > before.count)
    robot.send(.resized(ScreenSize(rows: 60, columns: 80)))
    #expect(lines(robot) == before && robot.text.contains("60 見本の取組60"))
    try robot.type("<Right><Home>")
    #expect(robot.text.contains("0項目の自己評価") || robot.text.contains("0項目の中間振り返り"))
  }

  @Test("The other period can be chosen, and long lists are scrolled", arguments: [(20, 60), (24, 80)])
  func period(rows: Int, columns: Int) throws {
    var robot = EditorRobot(sheets: 19, rows: rows, columns: columns, isReviewing: true) {
      $0.selfEvaluation = SelfEvaluation(results: "実績", achievement: .met, issuesAndImprovements: "")
    }
    robot.openMarking(of: Array(1...19))
    #expect(robot.text.contains("19項目の自己評価を確認済にします"))
    try robot.type("<Right>")
    #expect(robot.text.contains("0項目の中間振り返り"))
    try robot.type("<Left><End>")
    #expect(robot.text.contains("19 見本の取組19"))
    try robot.type("<CR>")
    #expect(robot.text.contains("19件の自己評価を確認済にしました。"))
  }
}
