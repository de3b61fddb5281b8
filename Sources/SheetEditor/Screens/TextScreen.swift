// Holds the drawing of 本文: one long text filling the screen, the plan within reach.

import InitiativeModel
import SheetWording
import Terminal

enum TextScreen {
  /// The rows of the text on a screen.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 5) }

  /// The rows in which the cursor moves: the last one is left to the second line of a long message.
  static func cursorRows(_ size: ScreenSize) -> Int { max(1, bodyRows(size) - 1) }

  /// The columns at which the text is wrapped; one more stays free for the cursor.
  static func wrapWidth(_ size: ScreenSize) -> Int { max(2, textColumns(size) - 3) }

  /// The columns that the text has; beside it stands the plan where there is room.
  private static func textColumns(_ size: ScreenSize) -> Int {
    size.columns >= SheetScreen.wide ? size.columns / 2 : size.columns
  }

  static func draw(_ state: EditorState, _ area: TextArea, on screen: inout ScreenBuffer) {
    guard let sheet = state.currentSheet else { return }
    drawHead(state, sheet, area, on: &screen)
    let rows = bodyRows(state.size)
    var find: TextFind?
    if case .find(let open) = state.overlay { find = open }
    for row in 0..<rows where area.topRow + row < area.rowCount {
      drawRow(area, find, area.topRow + row, at: 3 + row, on: &screen)
    }
    if state.size.columns >= SheetScreen.wide { drawPlan(sheet, rows: rows, on: &screen) }
    if let find { return drawFind(find, on: &screen) }
    let place = area.screenPlace
    screen.cursor = ScreenPosition(row: 3 + place.row - area.topRow, column: 1 + place.column)
    screen.bottom(message: state.message, notice: state.notice, keys: footerKeys(.text))
  }

  private static func drawHead(
    _ state: EditorState, _ sheet: EditedSheet, _ area: TextArea, on screen: inout ScreenBuffer
  ) {
    let width = state.size.columns
    let period = area.field.period
    var right = [Run("  " + Wording.characterCount(area.buffer.characterCount))]
    if sheet.hasDraft, state.draftStatus == .kept {
      let kept = "  " + Wording.draftKept
      let blank = String(repeating: " ", count: state.widths.columns(of: kept))
      right.append(Run(state.isProven(sheet.id) ? kept : blank, Look.quiet))
    }
    let from = screen.writeRight(right, row: 0, endingAt: width - 1, from: 0) ?? width
    var left = [
      Run("\(sheet.edited.number)/\(state.currentBook?.rows.count ?? 0) "),
      Run(Wording.fieldName(area.field), Look.heading),
    ]
    let isRequired = RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: period)
    if isRequired, area.field == period.requiredText {
      let missing = sheet.edited.isBlank(area.field)
      left.append(Run("  " + Wording.requiredMark, missing ? Look.alarm : Look.heading))
    }
    screen.write(left, row: 0, column: 1, limit: from)
    let targets = "\(Wording.targets) \(area.targets)"
    let keyHint = screen.writeRight(
      [Run("  F6 \(Wording.FooterWord.plan)", Look.quiet)], row: 1, endingAt: width - 1, from: 0)
    screen.write(
      [Run(state.widths.truncated(targets, toColumns: (keyHint ?? width) - 1), Look.quiet)], row: 1, column: 1,
      limit: keyHint ?? width)
    screen.rule(row: 2, from: 0, to: width)
  }

  private static func drawRow(
    _ area: TextArea, _ find: TextFind?, _ textRow: Int, at row: Int, on screen: inout ScreenBuffer
  ) {
    let (paragraph, line) = area.lineAtRow(textRow)
    let characters = area.buffer.paragraphs[paragraph].characters
    let marks = marks(area, find, on: paragraph)
    guard !marks.isEmpty else {
      screen.write(
        characters[line.range], at: ScreenPosition(row: row, column: 1),
        maxColumns: textColumns(screen.size) - 1)
      return
    }
    var column = 1
    for offset in line.range {
      let place = TextPosition(paragraph: paragraph, offset: offset)
      column += screen.write(
        characters[offset...offset], at: ScreenPosition(row: row, column: column),
        style: marks.first { $0.range.contains(place) }?.style ?? Look.plain)
    }
    let end = TextPosition(paragraph: paragraph, offset: line.range.upperBound)
    if line.endsParagraph, area.selection?.contains(end) == true {
      screen.fill(row: row, columns: column..<(column + 1), with: " ", style: Look.focus)
    }
  }

  /// What is marked on a paragraph: the selection, or what was found, the hit at the cursor first.
  private static func marks(
    _ area: TextArea, _ find: TextFind?, on paragraph: Int
  ) -> [(range: Range<TextPosition>, style: CellStyle)] {
    guard let find else { return area.selection.map { [($0, Look.focus)] } ?? [] }
    let current = find.current.map { (find.hits[$0], Look.focus) }
    let marks = [current].compactMap { $0 } + find.hits.map { ($0, Look.hit) }
    return marks.filter { $0.0.lowerBound.paragraph == paragraph }
  }

  private static func drawFind(_ find: TextFind, on screen: inout ScreenBuffer) {
    screen.searchPrompt(
      find.query, count: find.current.map { Wording.hitCount($0 + 1, of: find.hits.count) },
      keys: [
        ("Enter ↓", Wording.FooterWord.nextHit), ("↑", Wording.FooterWord.previousHit),
        ("Esc", Wording.FooterWord.close),
      ])
  }

  private static func drawPlan(_ sheet: EditedSheet, rows: Int, on screen: inout ScreenBuffer) {
    let half = screen.size.columns / 2
    let pane = PlanPane(sheet.edited.plan, width: screen.size.columns - half - 3, widths: screen.widths)
    for row in 3..<(3 + rows) {
      screen.write([Run("|", Look.quiet)], row: row, column: half, limit: half + 1)
    }
    pane.draw(
      from: 0, row: 3, rows: rows, column: half + 2, width: screen.size.columns - half - 3, on: &screen)
  }
}
