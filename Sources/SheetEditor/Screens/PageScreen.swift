// Holds the drawing of the reading page: title and states above, the lines, the keys below.

import InitiativeModel
import SheetWording
import Terminal

enum PageScreen {
  static func draw(_ state: EditorState, _ page: ReadingPage, on screen: inout ScreenBuffer) {
    drawHead(state, page, on: &screen)
    let rows = ReadingPage.bodyRows(state.size)
    for (offset, line) in page.lines.dropFirst(page.top).prefix(rows).enumerated() {
      screen.write(line.runs, row: 3 + offset, column: 0, limit: state.size.columns)
      if page.top + offset == page.cursor {
        screen.write([Run(">", Look.heading)], row: 3 + offset, column: 0, limit: 1)
        screen.cursor = ScreenPosition(row: 3 + offset, column: 0)
      }
    }
    screen.bottom(
      message: state.message, notice: state.notice, keys: footerKeys(.page, without: state.isReviewing ? [.open] : []))
  }

  private static func drawHead(_ state: EditorState, _ page: ReadingPage, on screen: inout ScreenBuffer) {
    let width = state.size.columns
    let last = min(page.lines.count, page.top + ReadingPage.bodyRows(state.size))
    let rest = page.showsEnd(state.size) ? Wording.pageEnd : Wording.pagePlace(last, of: page.lines.count)
    let from = screen.writeRight([Run(" " + rest, Look.quiet)], row: 0, endingAt: width - 1, from: 0) ?? width
    screen.rule(row: 2, from: 0, to: width)
    if let title = page.title {
      screen.write(
        [Run(state.widths.truncated(title, toColumns: from - 2), Look.heading)], row: 0, column: 1, limit: from)
      let place = page.place.flatMap { state.sheet($0.sheet) }.map { state.wardName($0.id) + " \($0.saved.number)" }
      screen.write([Run(place ?? "")], row: 1, column: 1, limit: width)
      return
    }
    guard let id = page.sheets.first, let sheet = state.sheet(id) else { return }
    let count = state.currentBook?.rows.count ?? 0
    let column = 1 + screen.write([Run("\(sheet.saved.number)/\(count) ")], row: 0, column: 1, limit: from) - 1
    screen.write(
      [Run(state.widths.truncated(sheet.saved.starredTitle, toColumns: from - 1 - column), Look.heading)], row: 0,
      column: column,
      limit: from)
    screen.write(second(state, sheet), row: 1, column: 1, limit: width)
  }

  /// Whose sheet it is, and how both periods stand.
  private static func second(_ state: EditorState, _ sheet: EditedSheet) -> [Run] {
    var runs = [Run(state.wardName(sheet.id))]
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      let sign = sheet.saved.chosenOption(of: period.decidingChoice).map { $0.sign + " " } ?? ""
      runs += [Run("  \(period.printedName) \(sign)"), Run(standing.word, Look.of(standing))]
    }
    if sheet.hasDraft { runs.append(Run("  " + Wording.showsSaved, Look.pending)) }
    return runs
  }
}
