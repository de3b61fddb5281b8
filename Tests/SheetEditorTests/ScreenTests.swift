import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Screens")
struct ScreenTests {
  private func expect(_ robot: EditorRobot, _ name: String) throws { try expectSnapshot(robot.text, name) }

  static let sizes = [(24, 80), (20, 60), (43, 132)]

  @Test("The three levels at three sizes and both ambiguous widths", arguments: sizes, [AmbiguousWidths.narrow, .wide])
  func levels(size: (rows: Int, columns: Int), ambiguous: AmbiguousWidths) throws {
    let tag = "\(size.columns)x\(size.rows)-\(ambiguous == .narrow ? "narrow" : "wide")"
    var robot = EditorRobot(sheets: 12, rows: size.rows, columns: size.columns, ambiguous: ambiguous)
    try robot.type("<CR>1<Tab>1<F2><F3><Down><CR><Tab>2<F2><F3>")
    try expect(robot, "list-\(tag)")
    try robot.type("<CR><Tab><Tab>")
    try expect(robot, "sheet-\(tag)")
    robot.send(.typed("窓口の混雑で、案内板を置く場所が決まらなかった。置き場所を※図のとおり改め、①来月までに設置する。"))
    try expect(robot, "text-\(tag)")
  }

  @Test("Help, the plan, findings and the question before leaving")
  func overlays() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab>2<F1>")
    try expect(robot, "help")
    try robot.type("<F1><F6>")
    try expect(robot, "plan")
    try robot.type("<F6><F5>")
    try expect(robot, "findings")
    try robot.type("<Esc><F10>")
    try expect(robot, "leaving")
  }

  @Test("Too small a screen says so, keeps what is typed, and recovers")
  func tooSmall() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End><CR>")
    robot.send(.resized(ScreenSize(rows: 10, columns: 40)))
    #expect(robot.text.contains("60×20"))
    robot.send(.typed("小さい画面でも残る"))
    robot.send(.resized(ScreenSize(rows: 24, columns: 80)))
    #expect(robot.text.contains("小さい画面でも残る"))
  }

  @Test("Every screen draws at every size, and no row is wider than the screen")
  func everySize() throws {
    var robots: [EditorRobot] = []
    for script in [
      "", "<CR>", "<CR><Tab>2<Tab>あ漢字①", "<CR><F1>", "<CR><F6>", "<CR><Tab>2<F5>", "<CR>1<F10>", "<F9>", "<F9><F9>あ",
      "<F7>案内", "<F7>案内<CR>",
      "<F6>", "<F4>", "<F6><End><CR><Left>",
    ] {
      var robot = EditorRobot()
      try robot.type(script)
      robots.append(robot)
    }
    for rows in stride(from: 0, through: 60, by: 3) {
      for columns in stride(from: 0, through: 200, by: 7) {
        for robot in robots {
          var robot = robot
          robot.send(.resized(ScreenSize(rows: rows, columns: columns)))
          let screen = draw(robot.state)
          if let cursor = screen.cursor, rows > 0, columns > 0 {
            #expect((0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column))
          }
          for row in 0..<rows { #expect(screen.row(row).reduce(0) { $0 + Int($1.columns) } == columns) }
        }
      }
    }
  }

  @Test("The cursor stands on the insertion cell, never on the last row")
  func cursorCell() throws {
    var robot = EditorRobot()
    try robot.type("<CR><End>")
    robot.send(.typed("あいう"))
    #expect(robot.cursor == ScreenPosition(row: 2, column: 7))
    robot.send(.typed(String(repeating: "行\n", count: 40)))
    #expect((robot.cursor?.row ?? 24) < 22)
  }

  @Test("Text from a file cannot drive the terminal")
  func hostile() {
    var sheet = EditorRobot.sheet(1)
    sheet.title = "題\u{1B}]0;x\u{7}\u{202E}"
    sheet.plan.annualActions = "\u{9B}31m\r\n\u{200B}"
    sheet.selfEvaluation.results = "\u{1B}[2J"
    let id = EditorRobot.id(1)
    let header = FiscalYear(2019).map { BookHeader(ward: "\u{1B}区", fiscalYear: $0) }
    var state = EditorState(
      library: Library(
        [BookSection(path: id.book, header: header, rows: [.sheet(id)])], sheets: [EditedSheet(id: id, saved: sheet)]),
      size: ScreenSize(rows: 24, columns: 80), widths: DisplayWidths(ambiguous: .narrow))
    for _ in 0..<2 {
      for line in draw(state).lines {
        #expect(
          !line.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E })
      }
      _ = update(&state, .input(.key(Key(name: .enter)), at: 0))
    }
  }
}
