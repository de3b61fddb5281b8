// Holds the findings of a check: they are listed, and one of them is gone to.

import InitiativeModel
import SheetWording
import Terminal

/// The findings of a check.
struct FindingsPanel: ChosenOfMany {
  let findings: [LocatedFinding]
  var count: Int { findings.count }
  var chosen = 0
  /// The first finding that is shown.
  var top = 0

  init(_ findings: [LocatedFinding]) { self.findings = findings }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), page(Int), jump, close
  }

  static let bindings = Bindings<Command>(
    Binding.neighbours { .choose($0) } + [
      Binding(.jump, [.named(.enter)], footer: Wording.FooterWord.jump, help: Wording.Help.jump),
      Binding(.page(1), [.named(.pageDown)], help: Wording.Help.scrollDown),
      Binding(.page(-1), [.named(.pageUp)], help: Wording.Help.scrollUp),
    ] + Binding.ends { .choose($0) } + [.close(.close, [.f(5), .control("r")])])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    let rows = ScreenBuffer.bodyRows(editor.size)
    let first = top
    switch command {
    case .choose(let move): choose(move)
    case .page(let count): choose(chosen + count * rows)
    case .jump:
      let found = findings[chosen]
      var field: EntryField?
      if case .entry(let entry) = found.finding.field { field = entry }
      editor.go(to: found.sheet, at: field)
      editor.say(Wording.sentence(found.finding))
      return .closes
    case .close: return .closes
    }
    top = min(max(first, chosen - rows + 1), chosen)
    return .stays
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let rows = ScreenBuffer.bodyRows(editor.size)
    screen.head(Wording.findingsHeading(findings.map(\.finding)), top: top, count: findings.count)
    for (offset, found) in findings.dropFirst(top).prefix(rows).enumerated() {
      let isChosen = top + offset == chosen
      let style = isChosen ? Look.focus : found.finding.severity == .blocking ? Look.alarm : Look.plain
      screen.write(
        [Run(isChosen ? "> " : "  "), Run(Wording.line(found), style)], row: 2 + offset, column: 0,
        limit: editor.size.columns)
      if isChosen { screen.cursor = ScreenPosition(row: 2 + offset, column: 0) }
    }
    screen.footer(FindingsPanel.bindings.footer)
  }
}

extension EditorState {
  /// Shows what the rules have to say of sheets.
  mutating func showFindings(of sheets: [EditedSheet]) {
    let found = sheets.flatMap { sheet in
      SheetRules.findings(in: sheet.edited).map {
        LocatedFinding(sheet: sheet.id, number: sheet.edited.number, finding: $0)
      }
    }
    guard !found.isEmpty else { return say(Wording.noFindings) }
    show(FindingsPanel(found))
  }
}
