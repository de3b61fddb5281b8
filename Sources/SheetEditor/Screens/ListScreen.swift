// Holds the drawing of 一覧: totals above, the groups and their sheets with their states, what the chosen one says below.

import InitiativeModel
import SheetWording
import Terminal

enum ListScreen {
  /// One line of the list.
  enum Line: Equatable {
    case group(ListGroup, isFolded: Bool)
    case problem(String)
    case row(BookRow)
  }

  /// How many lines of the list fit on a screen.
  static func visibleLines(_ size: ScreenSize) -> Int { max(1, size.rows - 7) }

  /// The lines of the list; a group's own line stands above its sheets.
  static func lines(_ state: EditorState, _ groups: [ListGroup]) -> [Line] {
    groups.flatMap { group -> [Line] in
      let isFolded = state.hasHeadings && state.folded.contains(group.key)
      let head = state.hasHeadings ? [Line.group(group, isFolded: isFolded)] : []
      return head + group.problems.map { Line.problem($0) } + (isFolded ? [] : group.rows.map { Line.row($0) })
    }
  }

  /// The first line to show so that the cursor is on screen.
  static func fittedTop(_ state: EditorState) -> Int {
    let lines = lines(state, state.groups)
    let room = visibleLines(state.size)
    let chosen = lines.firstIndex { isChosen($0, state) } ?? 0
    let lead = chosen > 0 && !isRow(lines[chosen - 1]) ? 1 : 0
    let top = min(max(state.listTop, chosen - room + 1), max(0, chosen - lead))
    return min(top, max(0, lines.count - room))
  }

  static func draw(_ state: EditorState, on screen: inout ScreenBuffer) {
    let groups = state.groups
    drawHead(state, groups, on: &screen)
    let columns = Columns(state)
    columns.drawHeading(on: &screen)
    for (offset, line) in lines(state, groups).dropFirst(state.listTop).prefix(visibleLines(state.size)).enumerated() {
      let chosen = isChosen(line, state)
      columns.draw(line, chosen: chosen, row: 3 + offset, on: &screen)
      if chosen { screen.cursor = ScreenPosition(row: 3 + offset, column: 0) }
    }
    drawFoot(state, groups, on: &screen)
  }

  private static func isRow(_ line: Line) -> Bool {
    if case .row = line { return true }
    return false
  }

  private static func isChosen(_ line: Line, _ state: EditorState) -> Bool {
    switch line {
    case .group(let group, _): state.cursorGroup == group.key
    case .row(let row): state.cursorGroup == nil && row.id == state.selected
    case .problem: false
    }
  }

  private static func drawHead(_ state: EditorState, _ groups: [ListGroup], on screen: inout ScreenBuffer) {
    let width = state.size.columns
    let all = state.library.books.reduce(0) { $0 + $1.rows.count }
    let count =
      state.library.books.count > 1
      ? Wording.libraryCount(books: state.library.books.count, sheets: all) : Wording.itemCount(all)
    let right = screen.writeRight([Run(count)], row: 0, endingAt: width - 1, from: 0) ?? width
    if let header = state.currentBook?.header {
      let heading = "\(Wording.ward(header)) \(header.fiscalYear.fullName) \(header.title)"
      screen.write(
        [Run(state.widths.truncated(heading, toColumns: right - 2), Look.heading)], row: 0, column: 1, limit: right)
    }
    let half = (width - 3) / 2
    for (place, period) in ReviewPeriod.allCases.enumerated() {
      let progress = state.library.progress(of: state.library.rows, period)
      Progress(progress: progress, name: period.printedName, bar: 20)
        .draw(row: 1, column: 1 + place * (half + 1), width: half, style: Look.plain, on: &screen)
    }
  }

  private static func drawFoot(_ state: EditorState, _ groups: [ListGroup], on screen: inout ScreenBuffer) {
    let width = state.size.columns
    let shown = groups.reduce(0) { $0 + $1.rows.count }
    let total = state.library.books.reduce(0) { $0 + $1.rows.count }
    let text = shown == 0 ? Wording.noRows : Wording.showing(state, shown: shown, of: total)
    screen.write([Run(text, Look.quiet)], row: state.size.rows - 4, column: 1, limit: width)
    if let key = state.cursorGroup {
      let group = groups.first { $0.key == key }
      screen.write(
        [Run(group.map { Wording.groupDetail($0, state.library) } ?? "")], row: state.size.rows - 3, column: 1,
        limit: width)
    } else if let row = groups.lazy.flatMap(\.rows).first(where: { $0.id == state.selected }) {
      screen.write(detail(row, state), row: state.size.rows - 3, column: 1, limit: width)
    }
    screen.bottom(message: state.message, notice: state.standingNotice, keys: footerKeys(.list))
  }

  /// What the line under the list says of the chosen row: what is wrong, who is at it, or the whole title.
  private static func detail(_ row: BookRow, _ state: EditorState) -> [Run] {
    let width = state.size.columns - 2
    switch row {
    case .unreadable(_, let reason): return [Run(reason, Look.alarm)]
    case .sheet(let id):
      guard let sheet = state.sheet(id) else { return [] }
      if let period = sheet.deficientPeriods.first {
        return [Run(Wording.deficient(number: sheet.edited.number, period: period), Look.alarm)]
      }
      if let holder = sheet.holder { return [Run(Wording.isBeingEdited(by: holder), Look.heading)] }
      if let comment = sheet.reviews.openComments(in: sheet.saved).last {
        let text = "\(comment.period.printedName) \(Wording.shown(comment))"
        return [Run(state.widths.truncated(text, toColumns: width), Look.alarm)]
      }
      return [Run(state.widths.truncated(sheet.edited.fullTitle, toColumns: width))]
    }
  }
}
