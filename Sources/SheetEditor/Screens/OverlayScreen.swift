// Holds the drawing of what fills the screen for a while: help, the plan, the findings of a check.

import InitiativeModel
import SheetWording
import Terminal

enum OverlayScreen {
  /// The rows between the heading and the message line.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 4) }

  /// How many lines the open overlay has.
  static func lineCount(_ state: EditorState) -> Int {
    switch state.overlay {
    case .help: helpLines(state).count
    case .plan: plan(state)?.rows.count ?? 0
    case .findings(let findings, _, _): findings.count
    case .leaving, .find, .search, .recovery, .conflict, .occupied, .copying, .marking, .menu, .comparison, nil: 0
    }
  }

  static func draw(_ state: EditorState, on screen: inout ScreenBuffer) {
    switch state.overlay {
    case .help(let top): drawHelp(state, top: top, on: &screen)
    case .plan(let top): drawPlan(state, top: top, on: &screen)
    case .findings(let findings, let chosen, let top):
      drawFindings(state, findings, chosen: chosen, top: top, on: &screen)
    case .recovery(let recovery): RecoveryScreen.draw(state, recovery, on: &screen)
    case .conflict(let conflict): ConflictScreen.draw(state, conflict, on: &screen)
    case .comparison(let comparison): ComparisonScreen.draw(state, comparison, on: &screen)
    case .menu(let menu): MenuScreen.draw(state, menu, on: &screen)
    case .leaving, .find, .search, .occupied, .copying, .marking, nil: break
    }
  }

  private static func scope(_ level: EditorState.Level) -> CommandScope {
    switch level {
    case .list: .list
    case .sheet: .sheet
    case .text: .text
    case .page: .page
    }
  }

  // MARK: Help

  private static func helpLines(_ state: EditorState) -> [[Run]] {
    let scope = scope(state.level)
    var lines: [[Run]] = []
    if scope == .sheet || scope == .text {
      lines.append([Run(Wording.fieldName(state.focus), Look.heading)])
      lines += Wording.fieldHelp(state.focus).map { [Run("  " + $0)] }
      let breaker = LineBreaker(width: max(2, state.size.columns - 6), widths: state.widths)
      for comment in state.commentsOnField {
        lines += breaker.lines(of: Wording.shown(comment)).map { [Run("  " + $0, Look.alarm)] }
      }
      lines.append([])
    }
    lines.append([Run(Wording.helpHeading(scope), Look.heading)])
    let rows = CommandTable.rows(scope).filter { !state.isReviewing || scope != .page || $0.command != .open }
    let column = rows.map { state.widths.columns(of: $0.shown) }.max() ?? 0
    lines += rows.map { row in
      [Run("  " + state.widths.padded(row.shown, toColumns: column + 2), Look.key), Run(row.help)]
    }
    return lines
  }

  private static func drawHelp(_ state: EditorState, top: Int, on screen: inout ScreenBuffer) {
    let lines = helpLines(state)
    head(Wording.helpTitle, top: top, count: lines.count, on: &screen)
    for (offset, line) in lines.dropFirst(top).prefix(bodyRows(state.size)).enumerated() {
      screen.write(line, row: 2 + offset, column: 1, limit: state.size.columns)
    }
    screen.cursor = ScreenPosition(row: 0, column: 1)
    foot(state, closing: "F1", on: &screen)
  }

  // MARK: Plan

  private static func plan(_ state: EditorState) -> PlanPane? {
    state.currentSheet.map {
      PlanPane($0.edited.plan, width: state.size.columns - 2, widths: state.widths)
    }
  }

  private static func drawPlan(_ state: EditorState, top: Int, on screen: inout ScreenBuffer) {
    guard let pane = plan(state), let sheet = state.currentSheet else { return }
    let title = "\(sheet.edited.number) \(sheet.edited.title)  \(Wording.readOnlyPlan)"
    head(title, top: top, count: pane.rows.count, on: &screen)
    pane.draw(
      from: top, row: 2, rows: bodyRows(state.size), column: 1, width: state.size.columns - 2, on: &screen)
    screen.cursor = ScreenPosition(row: 2, column: 1)
    foot(state, closing: "F6", on: &screen)
  }

  // MARK: Findings

  private static func drawFindings(
    _ state: EditorState, _ findings: [LocatedFinding], chosen: Int, top: Int, on screen: inout ScreenBuffer
  ) {
    head(Wording.findingsHeading(findings.map(\.finding)), top: top, count: findings.count, on: &screen)
    for (offset, found) in findings.dropFirst(top).prefix(bodyRows(state.size)).enumerated() {
      let isChosen = top + offset == chosen
      let text = Wording.line(found)
      let style = isChosen ? Look.focus : found.finding.severity == .blocking ? Look.alarm : Look.plain
      screen.write(
        [Run(isChosen ? "> " : "  "), Run(text, style)], row: 2 + offset, column: 0, limit: state.size.columns)
      if isChosen { screen.cursor = ScreenPosition(row: 2 + offset, column: 0) }
    }
    screen.bottom(
      message: state.message, notice: state.standingNotice,
      keys: [("↑↓", Wording.FooterWord.select), ("Enter", Wording.FooterWord.jump), ("Esc", Wording.FooterWord.close)])
  }

  // MARK: Head and foot

  private static func head(_ title: String, top: Int, count: Int, on screen: inout ScreenBuffer) {
    let width = screen.size.columns
    let last = min(count, top + bodyRows(screen.size))
    let place = count > bodyRows(screen.size) ? "  \(top + 1)-\(last)/\(count)" : ""
    let from = screen.writeRight([Run(place)], row: 0, endingAt: width - 1, from: 0) ?? width
    screen.write(
      [Run(screen.widths.truncated(title, toColumns: from - 2), Look.heading)], row: 0, column: 1, limit: from)
    screen.rule(row: 1, from: 0, to: width)
  }

  private static func foot(_ state: EditorState, closing key: String, on screen: inout ScreenBuffer) {
    screen.bottom(
      message: state.message, notice: state.standingNotice,
      keys: [("↑↓ PgUp PgDn", Wording.FooterWord.scroll), ("Esc \(key)", Wording.FooterWord.close)])
  }
}
