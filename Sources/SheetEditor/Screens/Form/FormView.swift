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
    let rows = editor.size.rows - 2 - top
    let form = SheetForm(sheet: sheet, focus: focus, widths: editor.widths)
    if editor.size.columns >= wide {
      drawWide(form, top: top, rows: rows, on: &screen)
    } else {
      drawNarrow(form, top: top, rows: rows, on: &screen)
    }
    screen.footer(footer(editor))
  }

  /// Draws number, title, subtitle and marks on one row or two; the row under them.
  private static func drawTitle(_ editor: EditorState, _ sheet: EditedSheet, on screen: inout ScreenBuffer) -> Int {
    let width = editor.size.columns
    let from = screen.writeRight(marks(sheet), row: 0, endingAt: width - 1, from: 20) ?? width - 1
    let count = editor.currentBook?.rows.count ?? 0
    let number = "\(sheet.edited.number)/\(count) "
    let star = sheet.edited.starred ? " \(PrintedForm.star)" : ""
    let title = sheet.edited.title + star
    let column = 1 + screen.write([Run(number)], row: 0, column: 1, limit: from) - 1
    let first = editor.widths.truncated(title, toColumns: from - 1 - column)
    screen.write([Run(first, Look.heading)], row: 0, column: column, limit: from)
    let rest = first == title ? "" : secondRow(of: title, behind: first)
    let second = [rest, sheet.edited.subtitle].filter { !$0.isEmpty }.joined(separator: "  ")
    guard !second.isEmpty else { return 1 }
    screen.write([Run(second, Look.heading)], row: 1, column: column, limit: width)
    return 2
  }

  /// What of a title did not fit on the first row.
  private static func secondRow(of title: String, behind first: String) -> String {
    String(title.dropFirst(max(0, first.count - 1)))
  }

  /// What the form says of a sheet's state beside its title.
  static func marks(_ sheet: EditedSheet) -> [Run] {
    var runs: [Run] = []
    let marks = ReviewPeriod.allCases.compactMap { sheet.standing(of: $0).mark }
    if let last = marks.last, !marks.contains(.sentBack) { runs.append(Run(" [\(last.rawValue)]", Look.heading)) }
    if sheet.hasDraft { runs.append(Run(" " + Wording.draftMark, Look.pending)) }
    if sheet.waitingDraftCount > 0 { runs.append(Run(" [\(Wording.earlierDraft)]", Look.pending)) }
    if marks.contains(.sentBack) { runs.append(Run(" [\(MarkState.sentBack.rawValue)]", Look.alarm)) }
    let broken = sheet.deficientPeriods.count
    if broken > 0 { runs.append(Run(" " + Wording.deficientMark(broken), Look.alarm)) }
    return runs
  }

  private static func drawNarrow(_ form: SheetForm, top: Int, rows: Int, on screen: inout ScreenBuffer) {
    let width = screen.size.columns
    let pane = PlanPane(form.sheet.edited.plan, width: width - 8, widths: screen.widths)
    let layout = SheetLayout(
      rows: rows, planNeed: pane.rows.count, textNeeds: form.textNeeds(width: width), focus: form.focus)
    screen.write([Run(PrintedForm.plan, Look.heading)], row: top, column: 1, limit: width)
    pane.draw(from: 0, row: top, rows: layout.plan, column: 7, width: width - 8, on: &screen)
    if pane.rows.count > layout.plan {
      screen.writeRight(
        [Run(" " + Wording.openByF6, Look.quiet)], row: top, endingAt: width - 1, from: 0)
    }
    screen.rule(row: top + layout.plan, from: 0, to: width)
    form.draw(layout, row: top + layout.plan + 1, column: 0, width: width, on: &screen)
  }

  private static func drawWide(_ form: SheetForm, top: Int, rows: Int, on screen: inout ScreenBuffer) {
    let split = min(screen.size.columns / 2, screen.size.columns - entryColumns)
    let pane = PlanPane(form.sheet.edited.plan, width: split - 3, widths: screen.widths)
    screen.rule(row: top, from: 0, to: screen.size.columns)
    screen.write([Run(" \(PrintedForm.plan) ", Look.heading)], row: top, column: 1, limit: split)
    let fits = pane.rows.count <= rows - 1
    pane.draw(from: 0, row: top + 1, rows: rows - 1, column: 1, width: split - 3, on: &screen)
    if !fits {
      screen.writeRight([Run(" \(Wording.openByF6) ", Look.quiet)], row: top, endingAt: split - 2, from: 0)
    }
    for row in (top + 1)..<(top + rows) {
      screen.write([Run("|", Look.quiet)], row: row, column: split - 1, limit: split)
    }
    let width = screen.size.columns - split
    let layout = SheetLayout(
      rows: rows - 1, planNeed: nil, textNeeds: form.textNeeds(width: width), focus: form.focus)
    form.draw(layout, row: top + 1, column: split, width: width, on: &screen)
  }
}
