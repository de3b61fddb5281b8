import InitiativeModel
import SheetWording
import Terminal
import Testing

@testable import SheetEditor

@Suite("What stands beside the list")
struct ListPreviewTests {
  private func wide() -> EditorRobot {
    EditorRobot(sheets: 3, rows: 43, columns: 132, filled: ReviewTests.filled)
  }

  private func asked(_ robot: EditorRobot) -> [SheetID] {
    robot.fileEffects.compactMap { if case .readHistory(let id) = $0 { id } else { nil } }
  }

  @Test("From 132 columns on the chosen sheet is read beside the list; below there is none")
  func sheet() throws {
    var robot = wide()
    #expect(robot.text.contains("参加者が減った。") && robot.text.contains("② 達成できない見込み"))
    try robot.type("<Down>")
    #expect(!robot.text.contains("参加者が減った。") && robot.text.contains("項目2 見本の取組2"))
    robot.send(.resized(ScreenSize(rows: 43, columns: 131)))
    #expect(!robot.text.contains("項目2 見本の取組2"))
  }

  @Test("Of a ward it says what is left to do, by item")
  func group() throws {
    var robot = EditorRobot(sheets: 3, rows: 43, columns: 132, otherYear: 2018, filled: ReviewTests.filled)
    try robot.type("<Home>")
    #expect(robot.text.contains("残っている項目  3項目") && robot.text.contains("中間 未入力  自己 未入力"))
    #expect(robot.screen.contains { $0.contains("1 見本の取組1") && $0.contains("自己 未入力") })
  }

  @Test("Of a group of any size only the lines that are seen are made, and all are counted")
  func largeGroup() throws {
    var robot = EditorRobot(sheets: 300, rows: 43, columns: 132, otherYear: 2018)
    try robot.type("<Home>")
    let (lines, count) = ListPreview(robot.state, width: 60).content(room: 20)
    #expect(lines.count == 20 && count > 300)
    #expect(robot.text.contains("残っている項目  300項目"))
    #expect(robot.text.contains(Wording.moreLines(count - ListState.visibleLines(robot.state.size))))
  }

  @Test("Who saved last is asked for the rows on the screen once, shown when it is told, and asked anew after a save")
  func lastSaves() throws {
    var robot = wide()
    #expect(asked(robot).isEmpty)
    robot.handle(.started)
    #expect(asked(robot) == (1...3).map { EditorRobot.id($0) })
    try robot.type("<Down><Up>")
    #expect(asked(robot).count == 3, "it is not asked again while nothing is answered")
    let save = LastSave.save(who: "山田", when: "2026-11-21T10:00:00Z", changes: [])
    for number in 1...3 { robot.handle(.lastSave(EditorRobot.id(number), number == 2 ? .none : save)) }
    #expect(robot.screen[3].contains("11-21 山田") && robot.screen[4].contains("—"))
    #expect(robot.text.contains("最終保存 2026-11-21 10:00 山田"))
    try robot.type("<CR>2<F2><F3>")
    #expect(asked(robot).count == 4 && asked(robot).last == EditorRobot.id(1))
  }

  @Test("Below 132 columns nobody asks for histories")
  func narrow() throws {
    var robot = EditorRobot()
    robot.handle(.started)
    try robot.type("<Down>")
    #expect(asked(robot).isEmpty)
  }

  @Test("A text of megabytes beside the list is read as far as it is shown")
  func longText() throws {
    var robot = EditorRobot(sheets: 1, rows: 43, columns: 132) {
      $0.selfEvaluation.results = LongText(String(repeating: "長い文です。", count: 200_000))
    }
    try robot.type("<Down>")
    #expect(robot.text.contains("長い文です。") && robot.text.contains("ほか"))
  }

  @Test("Typed, picked, asked: every size draws, and no row is wider than the screen")
  func everySize() throws {
    for script in ["取組", " <Down> ", "<CR>2<Tab>2<F3><F10><Right>", "<CR><Tab>2<F3><Down><CR><Tab>2<F3><F2>", "<F6> "] {
      for ambiguous in [AmbiguousWidths.narrow, .wide] {
        var robot = EditorRobot(sheets: 3, ambiguous: ambiguous, otherYear: 2018, filled: ReviewTests.filled)
        try robot.type(script)
        for columns in 1...200 {
          robot.send(.resized(ScreenSize(rows: columns.isMultiple(of: 2) ? 20 : 43, columns: columns)))
          let screen = draw(robot.state)
          for row in 0..<screen.size.rows { #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == columns) }
        }
      }
    }
  }
}
