// Holds the drawing of 本文: one long text filling the screen, the plan within reach.

import InitiativeModel
import SheetWording
import Terminal

extension TextArea: Screen {
  /// The rows above the text and what is said of it: the band, the targets over a rule.
  private static let headRows = 2
  /// The column in which the text begins, behind the edge.
  private static let textColumn = 1

  /// The first row of the text: under the head, and under what supervisors say of the field.
  static func top(_ editor: EditorState) -> Int { headRows + commentRows(editor, comments(editor)) }

  /// The rows of the text that nothing covers.
  static func bodyRows(_ editor: EditorState) -> Int {
    let below =
      (editor.panel?.keptRows ?? 1) + ScreenBuffer.messageRows(editor.shownMessage, editor.size, editor.widths)
    return max(1, editor.size.rows - top(editor) - below)
  }

  private static func comments(_ editor: EditorState) -> FieldComments {
    FieldComments(editor.commentsOnField, width: columns(editor.size) - 1, widths: editor.widths)
  }

  private static func commentRows(_ editor: EditorState, _ comments: FieldComments) -> Int {
    min(comments.lines.count, max(0, editor.size.rows - 8) / 3)
  }

  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let sheet = editor.currentSheet, let area = editor.text else { return }
    drawHead(editor, sheet, area, on: &screen)
    let comments = comments(editor)
    let commentRows = commentRows(editor, comments)
    comments.draw(row: headRows, rows: commentRows, from: 0, to: columns(editor.size) - 1, on: &screen)
    let top = headRows + commentRows
    let rows = editor.size.rows - 2 - top
    let find = editor.panel(FindPanel.self)?.find
    for row in 0..<max(0, rows) {
      screen.fill(row: top + row, columns: 0..<1, with: " ", style: Look.plain.on(.focusedEdge))
    }
    drawText(area, find, top: top, rows: rows, on: &screen)
    screen.spot(rows: top..<(top + max(0, rows)), columns: 0..<columns(editor.size), target: TextSpot.body)
    if editor.size.columns >= FormState.wide { drawPlan(sheet, top: headRows, on: &screen) }
    let place = area.screenPlace
    screen.cursor = ScreenPosition(row: top + place.row - area.topRow, column: textColumn + place.column)
    screen.footer(editor.withFurtherKeys(footer(editor)))
  }

  private static func drawHead(
    _ editor: EditorState, _ sheet: EditedSheet, _ area: TextArea, on screen: inout ScreenBuffer
  ) {
    let width = editor.size.columns
    var right = [Run("  " + Wording.characterCount(area.buffer.characterCount), Look.bandTitle)]
    if sheet.hasDraft, editor.draftStatus == .kept {
      let kept = "  " + Wording.draftKept
      let blank = String(repeating: " ", count: editor.widths.columns(of: kept))
      right.append(Run(editor.isProven(sheet.id) ? kept : blank, Look.done.on(.band)))
    }
    let number = FormState.place(of: sheet, editor)
    let room = width - 2 - right.reduce(0) { $0 + editor.widths.columns(of: $1.text) }
    let title = [Run(number), Run(Wording.fieldName(area.field), Look.bandTitle)]
    func fits(_ runs: [Run]) -> Bool { runs.reduce(0) { $0 + editor.widths.columns(of: $1.text) } <= room }
    // The words give way before a state does.
    var left = title + pills(sheet, area.field, required: Wording.requiredMark)
    if !fits(left) { left = title + pills(sheet, area.field, required: Wording.required) }
    if !fits(left) {
      left = [Run(Wording.label(area.field), Look.bandTitle)] + pills(sheet, area.field, required: Wording.required)
    }
    screen.band(left: left, right: right)
    drawTargets(area, row: 1, width: width, on: &screen)
    screen.underline(row: 1, columns: 0..<width, style: Look.rule)
  }

  /// What stands beside a field's name: whether it is required, how many comments speak of it.
  private static func pills(_ sheet: EditedSheet, _ field: EntryField, required: String) -> [Run] {
    var pills: [Run] = []
    if field == field.period.requiredText,
      RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: field.period)
    {
      let style = sheet.edited.isBlank(field) ? Look.badPill : Look.done.on(.band)
      pills += [Run("  "), Run(" \(required) ", style)]
    }
    let comments = sheet.commentCount(on: field)
    if comments > 0 { pills += [Run("  "), Run(" \(Wording.commentMark(comments)) ", Look.badPill)] }
    return pills
  }

  private static func drawTargets(_ area: TextArea, row: Int, width: Int, on screen: inout ScreenBuffer) {
    let keyHint = screen.writeRight([Run(planHint, Look.quiet)], row: row, endingAt: width - 1, from: 0)
    screen.write(
      [Run("\(Wording.targets) \(area.targets.text)", Look.quiet)], row: row, column: 1, limit: keyHint ?? width)
  }

  private static let planHint = "  F6 \(Wording.FooterWord.plan)"

  /// The columns that the targets have on their row.
  static func targetColumns(_ size: ScreenSize, _ widths: DisplayWidths) -> Int {
    size.columns - 1 - widths.columns(of: planHint) - 2 - widths.columns(of: Wording.targets)
  }

  /// Draws the lines from the first that is on screen on, as many as there are rows.
  private static func drawText(
    _ area: TextArea, _ find: TextFind?, top: Int, rows: Int, on screen: inout ScreenBuffer
  ) {
    var (paragraph, line) = area.linePlace(atRow: area.topRow)
    for row in 0..<max(0, rows) {
      if line >= area.buffer.paragraphs[paragraph].lines.count { (paragraph, line) = (paragraph + 1, 0) }
      guard paragraph < area.buffer.paragraphs.count else { return }
      drawLine(area, find, paragraph, area.buffer.paragraphs[paragraph].lines[line], at: top + row, on: &screen)
      line += 1
    }
  }

  private static func drawLine(
    _ area: TextArea, _ find: TextFind?, _ paragraph: Int, _ line: WrappedLine, at row: Int,
    on screen: inout ScreenBuffer
  ) {
    let characters = area.buffer.paragraphs[paragraph].characters
    let marks = marks(area, find, on: paragraph)
    guard !marks.isEmpty else {
      screen.write(
        characters[line.range], at: ScreenPosition(row: row, column: textColumn),
        maxColumns: columns(screen.size) - textColumn)
      return
    }
    var column = textColumn
    for offset in line.range {
      let place = TextPosition(paragraph: paragraph, offset: offset)
      column += screen.write(
        characters[offset...offset], at: ScreenPosition(row: row, column: column),
        style: marks.first { $0.range.contains(place) }?.style ?? Look.plain)
    }
    let end = TextPosition(paragraph: paragraph, offset: line.range.upperBound)
    if line.endsParagraph, area.selection?.contains(end) == true {
      screen.fill(row: row, columns: column..<(column + 1), with: " ", style: Look.selection)
    }
  }

  /// What is marked on a paragraph: the selection, or what was found, the hit at the cursor first.
  private static func marks(
    _ area: TextArea, _ find: TextFind?, on paragraph: Int
  ) -> [(range: Range<TextPosition>, style: CellStyle)] {
    guard let find else { return area.selection.map { [($0, Look.selection)] } ?? [] }
    let current = find.current.map { (find.hits[$0], Look.hitHere) }
    let marks = [current].compactMap { $0 } + find.hits.map { ($0, Look.hit) }
    return marks.filter { $0.0.lowerBound.paragraph == paragraph }
  }

  private static func drawPlan(_ sheet: EditedSheet, top: Int, on screen: inout ScreenBuffer) {
    let half = screen.size.columns / 2
    let pane = PlanPane(sheet.edited.plan, width: screen.size.columns - half - 3, widths: screen.widths)
    pane.draw(
      from: 0, row: top, rows: screen.size.rows - 2 - top, column: half + 2, width: screen.size.columns - half - 3,
      on: &screen)
  }
}
