// Holds the drawing of 一覧: totals above, the groups and their sheets with their states, what the chosen one says below.

import InitiativeModel
import SheetWording
import Terminal

extension ListState: Screen {
  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let list = editor.list
    drawHead(editor, on: &screen)
    var columns = ListColumns(editor)
    columns.drawHeading(row: 2, on: &screen)
    let chosen = list.stop.flatMap { list.layout.line(of: $0) }
    for (offset, line) in list.layout.lines(from: list.top, count: visibleLines(editor.size)).enumerated() {
      let isChosen = list.top + offset == chosen
      columns.draw(line, chosen: isChosen, row: 3 + offset, on: &screen)
      if let stop = list.layout.stop(of: line) {
        screen.spot(row: 3 + offset, columns: 0..<columns.width, target: stop)
      }
      if isChosen { screen.cursor = ScreenPosition(row: 3 + offset, column: 0) }
    }
    if list.layout.lineCount == 0 {
      let words = list.typed.isEmpty ? Wording.noRows : Wording.noTitles
      screen.write([Run(words, Look.quiet)], row: 4, column: 2, limit: columns.width)
    }
    if let preview = columns.preview { ListPreview(editor, width: preview.count).draw(at: preview, on: &screen) }
    drawFoot(editor, on: &screen)
  }

  /// What the library is on a band, and under it how far it is: the sheets of the year at the cursor.
  private static func drawHead(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    let count = Wording.itemCount(editor.list.layout.rowCount)
    let room = width - 3 - editor.widths.columns(of: count)
    let isOpen = editor.bookOfOpenPlan != nil
    let plan = editor.isPlanning ? (isOpen ? Wording.openPlan : Wording.fixedPlan) + "  " : ""
    let left = editor.widths.truncated(editor.list.layout.heading, toColumns: room - editor.widths.columns(of: plan))
    screen.band(
      left: [Run(left, Look.bandTitle)], right: [Run(plan, (isOpen ? Look.pending : Look.done).on(.band)), Run(count)])
    let all = editor.list.layout.totals
    let year = editor.currentBook?.header?.fiscalYear
    guard let totals = all.first(where: { $0.year == year }) ?? all.first else { return }
    var column = 1
    if all.count > 1, let year = totals.year {
      column = screen.write([Run(year.japaneseName + "  ", Look.heading)], row: 1, column: column, limit: width)
    }
    let half = (width - column - 1) / 2
    for (place, (period, progress)) in zip(ReviewPeriod.allCases, totals.progress).enumerated() {
      Progress(
        progress: progress, name: width < 110 ? period.shortName : period.printedName, bar: width < 110 ? 12 : 20
      )
      .draw(row: 1, column: column + place * (half + 1), width: half, style: Look.plain, on: &screen)
    }
  }

  private static func drawFoot(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let (list, width, row) = (editor.list, editor.size.columns, editor.size.rows - 4)
    var right: [Run] = []
    if !list.picked.isEmpty { right.append(Run(" \(Wording.pickedCount(list.picked.count)) ", Look.goodPill)) }
    let end = screen.writeRight(right, row: row, endingAt: width - 1, from: 20) ?? width
    if list.typed.isEmpty {
      let text = Wording.showing(list.settings, shown: list.layout.shownCount, of: list.layout.rowCount)
      screen.write([Run(text, Look.quiet)], row: row, column: 1, limit: end)
    } else {
      drawTyped(list, row: row, limit: end, on: &screen)
    }
    screen.write(detail(editor), row: editor.size.rows - 3, column: 1, limit: width)
    screen.footer(editor.withFurtherKeys(footer(editor)))
  }

  /// What the titles are narrowed down by, as a field, and how many are left; the cursor stands where typing goes.
  private static func drawTyped(_ list: ListState, row: Int, limit: Int, on screen: inout ScreenBuffer) {
    let count = list.layout.shownCount
    let found = count == 0 ? Run(Wording.noHit, Look.alarm) : Run(Wording.itemCount(count), Look.quiet)
    let end = limit - 2 - screen.widths.columns(of: found.text) - 1
    let column = screen.write([Run(Wording.typedLabel, Look.heading)], row: row, column: 1, limit: end)
    let last = max(column, min(end, column + 40))
    screen.inputField(list.typed, row: row, columns: column..<last)
    screen.write([found], row: row, column: last + 1, limit: limit)
  }

  /// What the line under the list says of what is chosen: a group's figures, or what is wrong with a sheet, who is at
  /// it, its whole title.
  private static func detail(_ editor: EditorState) -> [Run] {
    let (list, width) = (editor.list, editor.size.columns - 2)
    func cut(_ text: String, _ style: CellStyle) -> [Run] {
      [Run(editor.widths.truncated(text, toColumns: width), style)]
    }
    if list.cursorGroup != nil { return cut(list.group.map { Wording.figures($0.progress) } ?? "", Look.quiet) }
    guard let selected = list.selected, let row = list.layout.row(of: selected) else { return [] }
    guard let sheet = editor.sheet(selected) else {
      if let versions = editor.library.unmergedSheet(selected)?.versions {
        return cut(Wording.unmerged(versions), Look.alarm)
      }
      if case .unreadable(_, let reason) = row { return cut(reason, Look.alarm) }
      return []
    }
    if let period = sheet.deficientPeriods.first {
      return cut(Wording.deficient(number: sheet.edited.number, period: period), Look.alarm)
    }
    if let holder = sheet.holder { return cut(Wording.isBeingEdited(by: holder), Look.heading) }
    if sheet.waitingDraftCount > 0 { return cut(Wording.earlierDraftWaits, Look.pending) }
    if let comment = sheet.openComments.last {
      return cut("\(comment.period.printedName) \(Wording.shown(comment))", Look.alarm)
    }
    return cut(sheet.edited.fullTitle, Look.plain)
  }
}
