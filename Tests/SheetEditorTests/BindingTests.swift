import Terminal
import Testing

@testable import SheetEditor

@Suite("The keys of every screen and panel")
struct BindingTests {
  private static let screens: [any Screen.Type] = [ListState.self, FormState.self, TextArea.self, ReadingPage.self]
  private static let panels: [any Panel.Type] = [
    HelpPanel.self, PlanPanel.self, FindingsPanel.self, QuestionPanel.self, LeavingPanel.self, UnsavedPanel.self,
    ComparisonPanel.self, ConflictPanel.self, SettlePanel.self,
    RecoveryPanel.self, MenuPanel.self, FindPanel.self, SearchPanel.self, HitPanel.self, MarkPanel.self,
    SettingsPanel.self,
  ]

  private func rows<S: Screen>(_ screen: S.Type) -> [(strokes: [Stroke], footer: FooterEntry?, help: String?)] {
    S.bindings.rows.map { ($0.strokes, $0.footer, $0.help) }
  }

  private func rows<P: Panel>(_ panel: P.Type) -> [(strokes: [Stroke], footer: FooterEntry?, help: String?)] {
    P.bindings.rows.map { ($0.strokes, $0.footer, $0.help) }
  }

  @Test("A stroke has one meaning in a place, a letter is none, and what the footer names the help explains")
  func rows() {
    let all = BindingTests.screens.map { rows($0) } + BindingTests.panels.map { rows($0) }
    for place in all {
      let strokes = place.flatMap(\.strokes)
      #expect(Set(strokes).count == strokes.count)
      for row in place {
        #expect(!row.strokes.isEmpty && (row.footer == nil || row.help != nil))
        #expect(row.footer?.keys.isEmpty != true && row.help?.isEmpty != true)
        for case .key(let key) in row.strokes {
          if case .character = key.name { #expect(key.modifiers.contains(.control)) }
        }
      }
    }
  }

  @Test("Every way out of a panel is one of its own, and help, quitting and redrawing are in all of them")
  func waysOut() {
    for panel in BindingTests.panels {
      #expect(rows(panel).contains { $0.strokes.contains(.named(.escape)) }, "\(panel)")
    }
    #expect(Set(SharedCommand.ofPanels.rows.map(\.action)) == [.shared(.help), .shared(.quit), .shared(.redraw)])
  }

  @Test("The help of a panel names its keys, and closing it brings the panel back")
  func helpOfPanel() throws {
    var robot = EditorRobot(sheets: 3)
    try robot.type("<F6>")
    let menu = robot.text
    try robot.type("<F1>")
    #expect(robot.text.contains("選んだ行に印を付ける") && robot.text.contains("Space"))
    try robot.type("<F1>")
    #expect(robot.text == menu)
    try robot.type("<F1><F10>")
    #expect(robot.effects.last == .quit)
  }
}
