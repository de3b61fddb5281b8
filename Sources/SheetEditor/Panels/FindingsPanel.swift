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
    let rows = FindingsPanel.listRows(editor.size)
    let first = top
    switch command {
    case .choose(let move): choose(move)
    case .page(let count): choose(chosen + count * rows)
    case .jump:
      let found = findings[chosen]
      editor.go(to: found.sheet, at: EntryField(found.finding.field))
      editor.say(Wording.sentence(found.finding))
      return .closes
    case .close: return .closes
    }
    top = min(max(first, chosen - rows + 1), chosen)
    return .stays
  }

  static let decidesByPress = true

  /// The list stays where it is.
  mutating func chooseShown(_ index: Int) { chosen = index }

  // MARK: Drawing

  /// The rows for the list; under it stands the chosen finding whole.
  private static func listRows(_ size: ScreenSize) -> Int { max(1, ScreenBuffer.bodyRows(size) - 5) }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let rows = FindingsPanel.listRows(editor.size)
    screen.head(Wording.findingsHeading(findings.map(\.finding)), top: top, count: findings.count, rows: rows)
    for (offset, found) in findings.dropFirst(top).prefix(rows).enumerated() {
      draw(found, editor, isChosen: top + offset == chosen, row: 2 + offset, on: &screen)
    }
    drawDetail(findings[chosen], editor, row: 2 + rows, on: &screen)
    screen.cursor = ScreenPosition(row: 2 + chosen - top, column: 0)
    screen.footer(FindingsPanel.bindings.footer)
  }

  /// One finding: how grave it is, whose it is, and of its sentence what there is room for.
  private func draw(
    _ found: LocatedFinding, _ editor: EditorState, isChosen: Bool, row: Int, on screen: inout ScreenBuffer
  ) {
    let width = screen.size.columns
    let isBlocking = found.finding.severity == .blocking
    let column = screen.write(
      [
        Run(" "), Run(" \(Wording.severityName(found.finding.severity)) ", isBlocking ? Look.badPill : Look.button),
        Run(" \(place(of: found, editor)) ", isChosen ? Look.strong : Look.plain),
      ], row: row, column: 0, limit: width)
    let sentence = screen.widths.truncated(Wording.sentence(found.finding), toColumns: max(0, width - column - 1))
    screen.write([Run(sentence)], row: row, column: column, limit: width)
    screen.spot(row: row, columns: 0..<width, target: ManyRow(index: top + row - 2))
    if isChosen { screen.lay(.chosen, row: row, columns: 0..<width) }
  }

  /// Whose finding it is: the item, where there are several books with the ward and year.
  private func place(of found: LocatedFinding, _ editor: EditorState) -> String {
    editor.wardPrefix(found.sheet) + Wording.itemName(found.number)
  }

  /// The chosen finding whole, under the sheet's title.
  private func drawDetail(_ found: LocatedFinding, _ editor: EditorState, row: Int, on screen: inout ScreenBuffer) {
    let width = screen.size.columns
    let title = "\(place(of: found, editor)) \(editor.sheet(found.sheet)?.edited.fullTitle ?? "")"
    screen.heading(
      [Run(screen.widths.truncated(title, toColumns: width - 2), Look.heading)], row: row, from: 0, to: width)
    let lines = LineBreaker(width: max(2, width - 2), widths: screen.widths).lines(of: Wording.sentence(found.finding))
    for (offset, line) in lines.prefix(4).enumerated() {
      screen.write([Run(line)], row: row + 1 + offset, column: 1, limit: width)
    }
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
