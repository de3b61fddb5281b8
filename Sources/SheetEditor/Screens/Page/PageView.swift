// Holds the drawing of the reading page: title and states above, the lines, the keys below.

import InitiativeModel
import SheetWording
import Terminal

extension ReadingPage: Screen {
  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let page = editor.page else { return }
    drawHead(editor, page, on: &screen)
    for (offset, line) in page.lines.dropFirst(page.top).prefix(bodyRows(editor.size)).enumerated() {
      screen.write(line.runs, row: 3 + offset, column: 0, limit: editor.size.columns)
      if page.top + offset == page.cursor {
        screen.write([Run(">", Look.heading)], row: 3 + offset, column: 0, limit: 1)
        screen.cursor = ScreenPosition(row: 3 + offset, column: 0)
      }
    }
    screen.footer(footer(editor))
  }

  private static func drawHead(_ editor: EditorState, _ page: ReadingPage, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    let last = min(page.lines.count, page.top + ReadingPage.bodyRows(editor.size))
    let rest = page.showsEnd(editor.size) ? Wording.pageEnd : Wording.pagePlace(last, of: page.lines.count)
    let from = screen.writeRight([Run(" " + rest, Look.quiet)], row: 0, endingAt: width - 1, from: 0) ?? width
    screen.rule(row: 2, from: 0, to: width)
    if let title = page.title {
      screen.write(
        [Run(editor.widths.truncated(title, toColumns: from - 2), Look.heading)], row: 0, column: 1, limit: from)
      let place = page.place.flatMap { editor.sheet($0.sheet) }.map { editor.wardName($0.id) + " \($0.saved.number)" }
      screen.write([Run(place ?? "")], row: 1, column: 1, limit: width)
      return
    }
    guard let id = page.sheets.first, let sheet = editor.sheet(id) else { return }
    let count = editor.currentBook?.rows.count ?? 0
    let column = 1 + screen.write([Run("\(sheet.saved.number)/\(count) ")], row: 0, column: 1, limit: from) - 1
    screen.write(
      [Run(editor.widths.truncated(sheet.saved.starredTitle, toColumns: from - 1 - column), Look.heading)], row: 0,
      column: column,
      limit: from)
    screen.write(second(editor, sheet), row: 1, column: 1, limit: width)
  }

  /// Whose sheet it is, and how both periods stand.
  private static func second(_ editor: EditorState, _ sheet: EditedSheet) -> [Run] {
    var runs = [Run(editor.wardName(sheet.id))]
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      let sign = sheet.saved.chosenOption(of: period.decidingChoice).map { $0.sign + " " } ?? ""
      runs += [Run("  \(period.printedName) \(sign)"), Run(standing.word, Look.of(standing))]
    }
    if sheet.hasDraft { runs.append(Run("  " + Wording.showsSaved, Look.pending)) }
    return runs
  }
}
