// Holds the drawing of 項目: one sheet as the official form.

import InitiativeModel
import SheetWording
import Terminal

extension FormState: Screen {
  /// The columns in which both options of a choice stand in words, at any ambiguous width.
  private static let entryColumns = 76

  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let sheet = editor.currentSheet, let focus = editor.focus else { return }
    let top = drawTitle(editor, sheet, on: &screen)
    let isOpen = editor.library.planIsOpen(of: sheet.id)
    let form = SheetForm(
      sheet: sheet, focus: focus, isOfPlan: focus.isPlan, planIsOpen: isOpen, comments: editor.commentsOnField,
      widths: editor.widths)
    let message = ScreenBuffer.messageRows(editor.shownMessage, editor.size, editor.widths)
    var whole = screen
    let end = draw(form, top: top, rows: editor.size.rows - 2 - top, on: &whole)
    if end <= editor.size.rows - 1 - message {
      screen = whole
    } else {
      // A message of several rows would cover the field with the focus.
      draw(form, top: top, rows: editor.size.rows - 1 - message - top, on: &screen)
    }
    screen.footer(editor.withFurtherKeys(footer(editor)))
  }

  /// Draws plan and entries; the row under the focused field and what is said of it.
  @discardableResult
  private static func draw(_ form: SheetForm, top: Int, rows: Int, on screen: inout ScreenBuffer) -> Int {
    guard !form.isOfPlan else {
      let width = screen.size.columns
      let layout = form.layout(rows: rows, width: width, planNeed: nil)
      return form.draw(layout, row: top, column: 0, width: width, on: &screen)
    }
    return screen.size.columns >= wide
      ? drawWide(form, top: top, rows: rows, on: &screen) : drawNarrow(form, top: top, rows: rows, on: &screen)
  }

  /// Draws number, title, subtitle and marks on one band or two; the row under them.
  private static func drawTitle(_ editor: EditorState, _ sheet: EditedSheet, on screen: inout ScreenBuffer) -> Int {
    let (width, widths) = (editor.size.columns, editor.widths)
    let marks = marks(sheet)
    let number = place(of: sheet, editor)
    let column = 1 + widths.columns(of: number)
    let room = width - 2 - column - marks.reduce(0) { $0 + widths.columns(of: $1.text) }
    let title = sheet.edited.title + (sheet.edited.starred ? " \(PrintedForm.star)" : "")
    let first = widths.truncated(title, toColumns: room)
    let left = room - widths.columns(of: first) - 2
    let subtitle = sheet.edited.subtitle
    let isOneRow = first == title && (subtitle.isEmpty || widths.columns(of: SafeText.visible(subtitle)) <= left)
    screen.band(
      left: [Run(number), Run(first, Look.bandTitle), Run(isOneRow && !subtitle.isEmpty ? "  \(subtitle)" : "")],
      right: marks)
    guard !isOneRow else { return 1 }
    let rest = first == title ? "" : secondRow(of: title, behind: first)
    let indent = String(repeating: " ", count: column - 1)
    let behind = rest.isEmpty || subtitle.isEmpty ? subtitle : "  \(subtitle)"
    screen.band(row: 1, left: [Run(indent), Run(rest, Look.bandTitle), Run(behind)])
    return 2
  }

  /// The number of a sheet among those of its book; whose it is, where there are several books.
  static func place(of sheet: EditedSheet, _ editor: EditorState) -> String {
    "\(editor.wardPrefix(sheet.id))\(sheet.edited.number)/\(editor.currentBook?.rows.count ?? 0) "
  }

  /// What of a title did not fit on the first row.
  private static func secondRow(of title: String, behind first: String) -> String {
    String(title.dropFirst(max(0, first.count - 1)))
  }

  /// What the form says of a sheet's state beside its title.
  static func marks(_ sheet: EditedSheet) -> [Run] {
    var pills: [Run] = []
    let marks = ReviewPeriod.allCases.compactMap { sheet.standing(of: $0).mark }
    if let last = marks.last, !marks.contains(.sentBack) { pills.append(pill(last.rawValue, look(of: last))) }
    if sheet.hasDraft { pills.append(pill(Wording.draftMark, Look.warningPill)) }
    if sheet.waitingDraftCount > 0 { pills.append(pill(Wording.earlierDraft, Look.warningPill)) }
    if marks.contains(.sentBack) { pills.append(pill(MarkState.sentBack.rawValue, Look.badPill)) }
    let broken = sheet.deficientPeriods.count
    if broken > 0 { pills.append(pill(Wording.deficientMark(broken), Look.badPill)) }
    return pills.flatMap { [Run(" "), $0] }
  }

  private static func pill(_ word: String, _ style: CellStyle) -> Run { Run(" \(word) ", style) }

  private static func look(of mark: MarkState) -> CellStyle {
    switch mark {
    case .sentBack: Look.badPill
    case .changedSinceConfirmed: Look.warningPill
    case .corrected, .confirmed: Look.goodPill
    }
  }

  private static func drawNarrow(_ form: SheetForm, top: Int, rows: Int, on screen: inout ScreenBuffer) -> Int {
    let width = screen.size.columns
    let pane = PlanPane(form.sheet.edited.plan, width: width - 2, widths: screen.widths)
    let right = rightColumn(width: width - 2)
    let layout = form.layout(rows: rows, width: width, planNeed: pane.rows.count + (right == nil ? 1 : 0))
    let first = right == nil ? 0 : 1
    let shown = max(0, layout.plan - 1)
    pane.draw(from: first, row: top + 1, rows: shown, column: 1, width: width - 2, on: &screen)
    planHeading(form, right, more: pane.rows.count - first - shown, row: top, to: width, on: &screen)
    return form.draw(layout, row: top + layout.plan, column: 0, width: width, on: &screen)
  }

  private static func drawWide(_ form: SheetForm, top: Int, rows: Int, on screen: inout ScreenBuffer) -> Int {
    let split = min(screen.size.columns / 2, screen.size.columns - entryColumns)
    let pane = PlanPane(form.sheet.edited.plan, width: split - 3, widths: screen.widths)
    let right = rightColumn(width: split - 3)
    let first = right == nil ? 0 : 1
    pane.draw(from: first, row: top + 1, rows: rows - 1, column: 1, width: split - 3, on: &screen)
    planHeading(form, right, more: pane.rows.count - first - (rows - 1), row: top, to: split - 1, on: &screen)
    let width = screen.size.columns - split
    return form.draw(
      form.layout(rows: rows, width: width, planNeed: nil), row: top, column: split, width: width, on: &screen)
  }

  /// Where a pane of some width has its second column, beside the first; nil where that stands under it.
  private static func rightColumn(width: Int) -> Int? {
    width >= PlanPane.sideBySide ? (width - 3) / 2 + 3 : nil
  }

  /// Writes 計画 over a rule, the headings of its columns where they stand beside each other, and how to see the rest.
  private static func planHeading(
    _ form: SheetForm, _ right: Int?, more: Int, row: Int, to end: Int, on screen: inout ScreenBuffer
  ) {
    let columns = "\(Wording.openPlan)  \(PrintedForm.policyAndTargets)  "
    let hasRoom = right.map { screen.widths.columns(of: columns) <= $0 } ?? true
    var left = [Run(form.planIsOpen && hasRoom ? Wording.openPlan : PrintedForm.plan, Look.heading)]
    if let rightColumn = right {
      left.append(Run("  " + PrintedForm.policyAndTargets, Look.heading))
      screen.write(
        [Run(PrintedForm.annualActions, Look.heading)], row: row, column: 1 + rightColumn, limit: end)
    }
    let taken = right.map { 1 + $0 + screen.widths.columns(of: PrintedForm.annualActions) } ?? 0
    let hints = [Wording.openByF6, Wording.openPlanInShort]
    let hint = hints.first { taken + 1 + screen.widths.columns(of: $0) < end }
    let shown = more > 0 ? hint.map { [Run($0, Look.quiet)] } ?? [] : []
    screen.heading(left, right: shown, row: row, from: 0, to: end)
  }
}
