import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

/// Tests of the first start.
@Suite("The first start explains itself, once")
struct WelcomeTests {
  private func robot(isReviewing: Bool = false, rows: Int = 24, columns: Int = 80) -> EditorRobot {
    EditorRobot(rows: rows, columns: columns, isReviewing: isReviewing, isFirstStart: true)
  }

  @Test("The list is seen above it, and all its sentences are whole", arguments: [(24, 80), (20, 60)])
  func shown(_ rows: Int, _ columns: Int) {
    let robot = robot(rows: rows, columns: columns)
    let text = robot.text.filter { !$0.isWhitespace }
    #expect(text.contains("はじめに") && text.contains("そのキーはそのまま働きます。"))
    #expect(text.contains("先へは進めます。") && text.contains("書いた文は失われません。"))
    #expect(text.contains("令和元年度") && (rows < 24 || text.contains("見本の取組1")))
  }

  @Test("The first key closes it and does what it does")
  func key() throws {
    var robot = robot()
    try robot.type("<Down><CR>")
    #expect(robot.text.contains("2/3") && !robot.text.contains("はじめに"))
  }

  @Test("Typed text goes where it would go without it")
  func typed() {
    var robot = robot()
    var plain = EditorRobot(sheets: 3)
    robot.send(.typed("2"))
    plain.send(.typed("2"))
    #expect(robot.text == plain.text)
  }

  @Test("F1 explains the list, with the same sentences")
  func help() throws {
    var robot = robot()
    try robot.type("<F1>")
    #expect(robot.text.contains("↑↓ で選び、Enter で開きます。"))
    try robot.type("<Esc>")
    #expect(!robot.text.contains("はじめに"))
  }

  @Test("A supervisor is told of marks, not of writing")
  func reviewing() {
    let text = robot(isReviewing: true).text
    #expect(text.contains("F9 で確認済か差戻しの印を付けます。") && !text.contains("打った文は"))
  }
}
