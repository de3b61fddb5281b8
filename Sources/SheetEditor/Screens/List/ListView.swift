// Holds the drawing of 一覧: totals above, the groups and their sheets with their states, what the chosen one says below.

import InitiativeModel
import SheetWording
import Terminal

extension ListState: Screen {
  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let list = editor.list
    drawHead(editor, on: &screen)
    let columns = ListColumns(editor)
    columns.drawHeading(on: &screen)
    let chosen = list.stop.flatMap { list.layout.line(of: $0) }
    for (offset, line) in list.layout.lines.dropFirst(list.top).prefix(visibleLines(editor.size)).enumerated() {
      let isChosen = list.top + offset == chosen
      columns.draw(line, chosen: isChosen, row: 3 + offset, on: &screen)
      if isChosen { screen.cursor = ScreenPosition(row: 3 + offset, column: 0) }
    }
    drawFoot(editor, on: &screen)
  }

  private static func drawHead(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    let (books, all) = (editor.library.books.count, editor.list.layout.rowCount)
    let count = books > 1 ? Wording.libraryCount(books: books, sheets: all) : Wording.itemCount(all)
    let right = screen.writeRight([Run(count)], row: 0, endingAt: width - 1, from: 0) ?? width
    if let header = editor.currentBook?.header {
      let heading = "\(Wording.ward(header)) \(header.fiscalYear.fullName) \(header.title)"
      screen.write(
        [Run(editor.widths.truncated(heading, toColumns: right - 2), Look.heading)], row: 0, column: 1, limit: right)
    }
    let half = (width - 3) / 2
    for (place, (period, progress)) in zip(ReviewPeriod.allCases, editor.list.layout.totals).enumerated() {
      Progress(progress: progress, name: period.printedName, bar: 20)
        .draw(row: 1, column: 1 + place * (half + 1), width: half, style: Look.plain, on: &screen)
    }
  }

  private static func drawFoot(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let (list, width) = (editor.list, editor.size.columns)
    let shown = list.layout.shownCount
    let text = shown == 0 ? Wording.noRows : Wording.showing(list.settings, shown: shown, of: list.layout.rowCount)
    screen.write([Run(text, Look.quiet)], row: editor.size.rows - 4, column: 1, limit: width)
    screen.write(detail(editor), row: editor.size.rows - 3, column: 1, limit: width)
    screen.footer(footer(editor))
  }

  /// What the line under the list says of what is chosen: a group's figures, or what is wrong with a sheet, who is at
  /// it, its whole title.
  private static func detail(_ editor: EditorState) -> [Run] {
    let (list, width) = (editor.list, editor.size.columns - 2)
    if list.cursorGroup != nil { return [Run(list.group.map { Wording.figures($0.progress) } ?? "")] }
    guard let selected = list.selected, let group = list.layout.group(of: selected) else { return [] }
    guard let sheet = editor.sheet(selected) else {
      guard case .unreadable(_, let reason)? = group.rows.first(where: { $0.id == selected }) else { return [] }
      return [Run(reason, Look.alarm)]
    }
    if let period = sheet.deficientPeriods.first {
      return [Run(Wording.deficient(number: sheet.edited.number, period: period), Look.alarm)]
    }
    if let holder = sheet.holder { return [Run(Wording.isBeingEdited(by: holder), Look.heading)] }
    if let comment = sheet.reviews.openComments(in: sheet.saved).last {
      let text = "\(comment.period.printedName) \(Wording.shown(comment))"
      return [Run(editor.widths.truncated(text, toColumns: width), Look.alarm)]
    }
    return [Run(editor.widths.truncated(sheet.edited.fullTitle, toColumns: width))]
  }
}
