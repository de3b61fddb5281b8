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
      draw(line, row: 3 + offset, on: &screen)
    }
    screen.spot(rows: 3..<(3 + rows), columns: 0..<editor.size.columns, target: ReadSpot.body)
    screen.drawSelection(page.reader.selection, of: page.reader.text, top: page.top, row: 3, rows: rows)
    if !page.lines.isEmpty {
      let row = 3 + page.cursor - page.top
      screen.setStyle(row: row, columns: 0..<1, style: Look.plain.on(.focusedEdge))
      screen.cursor = ScreenPosition(row: row, column: min(editor.size.columns - 1, page.reader.column))
    }
    screen.footer(editor.withFurtherKeys(footer(editor)))
  }

  private static func draw(_ line: PageLine, row: Int, on screen: inout ScreenBuffer) {
    let width = screen.size.columns
    guard !line.isHeading else { return screen.heading(line.runs, right: line.right, row: row, from: 0, to: width) }
    screen.write(line.runs, row: row, column: 0, limit: width)
    if line.ground != .page {
      screen.lay(line.ground, row: row, columns: line.groundColumn..<max(line.groundColumn, width - 1))
    }
  }

  private static func drawHead(_ editor: EditorState, _ page: ReadingPage, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    let last = min(page.lines.count, page.top + ReadingPage.bodyRows(editor.size))
    let rest = page.showsEnd(editor.size) ? Wording.pageEnd : Wording.pagePlace(last, of: page.lines.count)
    guard page.title == nil else {
      screen.band(left: [Run(page.title ?? "", Look.strong)], right: [Run("  " + rest, Look.quiet)])
      return drawFields(editor, page, on: &screen)
    }
    guard let id = page.sheets.first, let sheet = editor.sheet(id) else { return }
    let isDraft = sheet.hasDraft && !editor.isReviewing
    screen.heading(isDraft ? [Run(Wording.showsDrafts, Look.pending)] : [], row: 2, from: 0, to: width)
    let number = "\(sheet.saved.number)/\(editor.currentBook?.rows.count ?? 0) "
    let room = width - 2 - editor.widths.columns(of: number + "  " + rest)
    screen.band(
      left: [Run(number), Run(editor.widths.truncated(sheet.saved.starredTitle, toColumns: room), Look.strong)],
      right: [Run("  " + rest, Look.quiet)])
    screen.write(second(editor, sheet), row: 1, column: 1, limit: width)
  }

  /// Which field of several sheets is shown, and whose sheet the person is at.
  private static func drawFields(_ editor: EditorState, _ page: ReadingPage, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    var column = 1
    let names = EntryField.allCases.map(\.shortName)
    for (number, field) in ([nil] + EntryField.allCases.map { $0 }).enumerated() {
      // Two fields of one name are told apart by their periods.
      let isTwin = width >= 80 && names.count { $0 == field?.shortName } > 1
      let name = (isTwin ? field?.period.shortName ?? "" : "") + (field?.shortName ?? Wording.allFieldsInShort)
      let start = column
      column = screen.write(
        [Run(" \(number)\(name) ", field == page.field ? Look.focus : Look.button)], row: 1, column: column,
        limit: width)
      screen.spot(row: 1, columns: start..<max(start, column), target: Stroke.typed(String(number)))
      column += 1
    }
    let name = page.field.map { SheetField.entry($0).printedName } ?? Wording.allFields
    let place = page.place.flatMap { editor.sheet($0.sheet) }.map { editor.wardName($0.id) + " \($0.saved.number)" }
    screen.heading([Run(name, Look.heading)], right: [Run("  " + (place ?? ""))], row: 2, from: 0, to: width)
  }

  /// Whose sheet it is, and how both periods stand.
  private static func second(_ editor: EditorState, _ sheet: EditedSheet) -> [Run] {
    var runs = [Run(editor.wardName(sheet.id))]
    for period in ReviewPeriod.allCases {
      let standing = sheet.standing(of: period)
      let shown = editor.isReviewing ? sheet.saved : sheet.edited
      let sign = shown.chosenOption(of: period.decidingChoice).map { $0.sign + " " } ?? ""
      runs += [Run("  \(period.printedName) \(sign)"), Run(standing.word, Look.of(standing))]
    }
    return runs
  }
}
