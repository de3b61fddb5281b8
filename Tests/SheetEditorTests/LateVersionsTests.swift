import InitiativeModel
import Terminal
import Testing

@testable import SheetEditor

@Suite("Two versions that git leaves while something keeps the sheet open")
struct LateVersionsTests {
  private let id = EditorRobot.id(1)

  private var both: GitVersions {
    var (ours, theirs) = (EditorRobot.sheet(1), EditorRobot.sheet(1))
    ours.selfEvaluation.results = "山田の文"
    theirs.selfEvaluation.results = "佐藤の文"
    return GitVersions(ours: ours, theirs: theirs, base: nil, oursName: "HEAD", theirsName: "佐藤")
  }

  @Test("A merge that stops while a panel lies over the open sheet is shown when the panel closes")
  func underPanel() throws {
    var robot = EditorRobot(sheets: 2)
    try robot.type("<CR><F6>")
    robot.gitLeaves(both, in: id)
    #expect(robot.state.openSheet == id && robot.state.panel is PlanPanel)
    try robot.type("<Esc>")
    #expect(robot.state.openSheet == nil && robot.text.contains("競合(git)") && robot.words.contains("gitの競合が残りました"))
    try robot.type("<CR>")
    #expect(robot.words.contains("どちらの文にするか選んでください"))
  }

  @Test("One that stops while the sheet is read for reviewing is shown when the page is left")
  func underReader() throws {
    var robot = EditorRobot(sheets: 2, isReviewing: true)
    try robot.type("<CR>")
    robot.gitLeaves(both, in: id)
    #expect(robot.state.openSheet == id)
    try robot.type("<Esc>")
    #expect(robot.state.openSheet == nil && robot.text.contains("競合(git)") && robot.words.contains("記入の画面"))
  }

  @Test("One that stops over a draft is shown when the draft is taken back; one that was settled meanwhile is not")
  func underDraft() throws {
    for isSettled in [false, true] {
      var robot = EditorRobot(sheets: 2)
      try robot.type("<CR>1")
      robot.gitLeaves(both, in: id)
      if isSettled { robot.otherSaves(id, EditorRobot.sheet(1)) }
      try robot.type("<C-z>")
      #expect((robot.state.openSheet == nil) != isSettled && robot.text.contains("競合(git)") != isSettled)
    }
  }
}
