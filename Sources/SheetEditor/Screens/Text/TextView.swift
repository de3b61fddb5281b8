// Holds the drawing of 本文: one long text filling the screen, the plan within reach.

import InitiativeModel
import SheetWording
import Terminal

extension TextArea: Screen {
  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let sheet = editor.currentSheet, let area = editor.text else { return }
    drawHead(editor, sheet, area, on: &screen)
    let rows = bodyRows(editor.size)
    let find = editor.panel(FindPanel.self)?.find
    for row in 0..<min(rows, area.rowCount - area.topRow) {
      drawRow(area, find, area.topRow + row, at: 3 + row, on: &screen)
    }
    screen.spot(rows: 3..<(3 + rows), columns: 0..<columns(editor.size), target: TextSpot.body)
    if editor.size.columns >= FormState.wide { drawPlan(sheet, rows: rows, on: &screen) }
    let place = area.screenPlace
    screen.cursor = ScreenPosition(row: 3 + place.row - area.topRow, column: 1 + place.column)
    screen.footer(footer(editor))
  }

  private static func drawHead(
    _ editor: EditorState, _ sheet: EditedSheet, _ area: TextArea, on screen: inout ScreenBuffer
  ) {
    let width = editor.size.columns
    let period = area.field.period
    var right = [Run("  " + Wording.characterCount(area.buffer.characterCount))]
    if sheet.hasDraft, editor.draftStatus == .kept {
      let kept = "  " + Wording.draftKept
      let blank = String(repeating: " ", count: editor.widths.columns(of: kept))
      right.append(Run(editor.isProven(sheet.id) ? kept : blank, Look.quiet))
    }
    let from = screen.writeRight(right, row: 0, endingAt: width - 1, from: 0) ?? width
    var left = [
      Run("\(sheet.edited.number)/\(editor.currentBook?.rows.count ?? 0) "),
      Run(Wording.fieldName(area.field), Look.heading),
    ]
    let isRequired = RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: period)
    if isRequired, area.field == period.requiredText {
      let missing = sheet.edited.isBlank(area.field)
      left.append(Run("  " + Wording.requiredMark, missing ? Look.alarm : Look.heading))
    }
    screen.write(left, row: 0, column: 1, limit: from)
    let targets = "\(Wording.targets) \(sheet.edited.plan.targetText)"
    let keyHint = screen.writeRight(
      [Run("  F6 \(Wording.FooterWord.plan)", Look.quiet)], row: 1, endingAt: width - 1, from: 0)
    screen.write(
      [Run(editor.widths.truncated(targets, toColumns: (keyHint ?? width) - 1), Look.quiet)], row: 1, column: 1,
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
        maxColumns: columns(screen.size) - 1)
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
