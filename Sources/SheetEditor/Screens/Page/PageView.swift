// Holds the drawing of the reading page: title and states above, the lines, the keys below.

import InitiativeModel
import SheetWording
import Terminal

extension ReadingPage: Screen {
  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let page = editor.page else { return }
    drawHead(editor, page, on: &screen)
    let rows = bodyRows(editor.size)
    for (offset, line) in page.lines.dropFirst(page.top).prefix(rows).enumerated() {
      screen.write(line.runs, row: 3 + offset, column: 0, limit: editor.size.columns)
    }
    screen.drawSelection(page.reader.selection, of: page.reader.text, top: page.top, row: 3, rows: rows)
    if !page.lines.isEmpty {
      let row = 3 + page.cursor - page.top
      screen.write([Run(" ", Look.focus)], row: row, column: 0, limit: 1)
      screen.cursor = ScreenPosition(row: row, column: min(editor.size.columns - 1, page.reader.column))
    }
    screen.bottom(message: editor.message, notice: editor.notice, keys: footer(editor))
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
      drawFields(editor, page, on: &screen)
      return
    }
    guard let id = page.sheets.first, let sheet = editor.sheet(id) else { return }
    let count = editor.currentBook?.rows.count ?? 0
    let column = screen.write([Run("\(sheet.saved.number)/\(count) ")], row: 0, column: 1, limit: from)
    screen.write(
      [Run(editor.widths.truncated(sheet.saved.starredTitle, toColumns: from - 1 - column), Look.heading)], row: 0,
      column: column, limit: from)
    screen.write(second(editor, sheet), row: 1, column: 1, limit: width)
  }

  /// Which field of several sheets is shown, and whose sheet the person is at.
  private static func drawFields(_ editor: EditorState, _ page: ReadingPage, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    var column = 1
    for (number, field) in ([nil] + EntryField.allCases.map { $0 }).enumerated() {
      let name = field?.shortName ?? Wording.allFieldsInShort
      column = screen.write(
        [Run(" \(number) \(name) ", field == page.field ? Look.focus : Look.plain)], row: 1, column: column,
        limit: width)
    }
    let name = page.field.map { SheetField.entry($0).printedName } ?? Wording.allFields
    let place = page.place.flatMap { editor.sheet($0.sheet) }.map { editor.wardName($0.id) + " \($0.saved.number)" }
    let from = screen.writeRight([Run("  " + (place ?? ""))], row: 2, endingAt: width - 1, from: 0) ?? width
    screen.write(
      [Run(editor.widths.truncated(name, toColumns: max(0, from - 2)), Look.heading)], row: 2, column: 1, limit: from)
  }

  /// Whose sheet it is, and how both periods stand; that a draft is shown is said in as many words as there is room for.
  private static func second(_ editor: EditorState, _ sheet: EditedSheet) -> [Run] {
    let showsDraft = sheet.hasDraft && !editor.isReviewing
    var runs = [Run(editor.wardName(sheet.id))]
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      let shown = editor.isReviewing ? sheet.saved : sheet.edited
      let sign = shown.chosenOption(of: period.decidingChoice).map { $0.sign + " " } ?? ""
      runs += [Run("  \(period.printedName) \(sign)"), Run(standing.word, Look.of(standing))]
    }
    guard showsDraft else { return runs }
    let room = editor.size.columns - 4 - runs.reduce(0) { $0 + editor.widths.columns(of: $1.text) }
    let words = [Wording.showsDrafts, Wording.showsDraftsInShort, Wording.draft]
    let note = words.first { editor.widths.columns(of: $0) <= room } ?? Wording.draft
    if editor.widths.columns(of: note) > room { runs.removeFirst() }
    return runs + [Run("  " + note, Look.pending)]
  }
}
