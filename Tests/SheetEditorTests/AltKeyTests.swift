import InitiativeModel
import SheetWording
import Terminal
import Testing

@testable import SheetEditor

@Suite("Alt with a key, as a terminal sends it")
struct AltKeyTests {
  /// Sends bytes as they come in one batch.
  private func send(_ bytes: String, to robot: inout EditorRobot) {
    var decoder = KeyDecoder()
    for input in decoder.decode(bytes.unicodeScalars.map { .scalar($0) }) { robot.send(input) }
  }

  private static let sequences = [
    "\u{1B}\r", "\u{1B}\t", "\u{1B}\u{7F}", "\u{1B}x", "\u{1B}\u{13}", "\u{1B}\u{1B}[A", "\u{1B}[1;3B",
  ]

  @Test("Alt-Enter in a supervisor's comment is a new line: the box stays, and nothing lands in the form")
  func commentBox() throws {
    var robot = EditorRobot { $0.selfEvaluation.results = "実績" }
    try robot.type("<CR><Tab><Tab><Tab><F9><F9><Down><Down><Down><Down>一行目")
    let before = robot.sheet
    send("\u{1B}\r", to: &robot)
    try robot.type("二行目")
    #expect(robot.state.panel(MarkPanel.self)?.mark.comment == "一行目\n二行目" && robot.sheet == before)
  }

  @Test("Alt-Enter on another row of that question marks nothing")
  func otherRows() throws {
    var robot = EditorRobot {
      $0.selfEvaluation.results = "実績"
      $0.selfEvaluation.achievement = .met
    }
    try robot.type("<F9><F9>")
    let before = robot.state.panels
    send("\u{1B}\r", to: &robot)
    #expect(robot.state.panels == before && robot.effects.isEmpty)
    #expect(robot.state.message?.text == Wording.unknownKey)
  }

  @Test("Where Alt with a key means nothing it says so, and closes, answers and types nothing", arguments: sequences)
  func meaningless(bytes: String) throws {
    for script in ["", "<CR>", "<CR><Tab><Tab><Tab><CR>", "<F9>", "<F1>", "<F6>", "<F7>", "<CR>2<F10>", "<CR><F6>"] {
      var robot = EditorRobot { $0.selfEvaluation.results = "実績" }
      try robot.type(script)
      let (before, effects) = (robot.state, robot.effects)
      send(bytes, to: &robot)
      #expect(robot.state.panels == before.panels && robot.state.opened == before.opened, "\(script)")
      #expect(robot.sheet == before.currentSheet?.edited && robot.effects == effects, "\(script)")
      #expect(robot.state.message?.text == Wording.unknownKey, "\(script)")
    }
  }

  @Test("Of Esc and a character that an input method wrote, in one batch, the character is not lost")
  func textBehindEscape() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab><Tab><CR>")
    send("\u{1B}あ", to: &robot)
    #expect(robot.sheet?.midTermReview.issuesAndImprovements == "あ")
  }

  @Test("Esc and then a digit are Esc and the digit; together they are the function key")
  func digits() throws {
    var robot = EditorRobot()
    try robot.type("<CR><Tab><Tab>")
    send("あ", to: &robot)
    send("\u{1B}", to: &robot)
    send("0", to: &robot)
    #expect(!robot.effects.contains(.quit) && robot.sheet?.midTermReview.issuesAndImprovements == "あ0")
    send("\u{1B}1", to: &robot)
    #expect(robot.state.panel(HelpPanel.self) != nil)
  }
}
