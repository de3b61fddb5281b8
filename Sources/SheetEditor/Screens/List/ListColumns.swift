// Holds the columns of 一覧, and the drawing of one of its lines in them.

import InitiativeModel
import SheetWording
import Terminal

/// Where the columns of the list stand on a screen of some width.
struct ListColumns {
  private let editor: EditorState
  private let widths: DisplayWidths
  private let width: Int
  private let states: Int
  private let twins: Set<String>

  init(_ editor: EditorState) {
    self.editor = editor
    widths = editor.widths
    width = editor.size.columns
    states = 13 + (widths.columns(of: "①") - 1)
    var seen: Set<String> = []
    let titles = editor.currentBook.map { editor.library.sheets(of: $0).map(\.edited.title) } ?? []
    twins = Set(titles.filter { !seen.insert($0).inserted })
  }

  private var titleColumn: Int { 9 + (widths.columns(of: PrintedForm.star) - 1) }
  private var firstState: Int { width - 2 * states }

  func drawHeading(on screen: inout ScreenBuffer) {
    screen.write([Run(Wording.listNumber, Look.quiet)], row: 2, column: 2, limit: width)
    screen.write([Run(PrintedForm.item, Look.quiet)], row: 2, column: titleColumn, limit: firstState)
    for (place, name) in [ReviewPeriod.midTerm.shortName, PrintedForm.selfEvaluation].enumerated() {
      screen.write([Run(name, Look.quiet)], row: 2, column: firstState + place * states, limit: width)
    }
  }

  func draw(_ line: ListLine, chosen: Bool, row: Int, on screen: inout ScreenBuffer) {
    let base = chosen ? Look.focus : Look.plain
    switch line {
    case .group(let place, let isFolded): draw(editor.list.layout.groups[place], isFolded, row: row, on: &screen)
    case .problem(let text): screen.write([Run("! " + text, Look.alarm)], row: row, column: 2, limit: width)
    case .row(.sheet(let id)): if let sheet = editor.sheet(id) { draw(sheet, base, row: row, on: &screen) }
    case .row(.unreadable(let id, let reason)):
      let text = Wording.unreadable(id.fileName, reason)
      screen.write([Run(text, chosen ? base : Look.alarm)], row: row, column: 2, limit: width)
    }
    guard chosen else { return }
    screen.write([Run(">", base)], row: row, column: 0, limit: width)
    screen.setStyle(row: row, columns: 0..<width, style: Look.focus)
  }

  /// A group's line: whether it is folded, its name, how far its sheets are.
  private func draw(_ group: ListLayout.Group, _ isFolded: Bool, row: Int, on screen: inout ScreenBuffer) {
    let count = Wording.itemCount(group.rows.count)
    let area = min(34, width < 80 ? max(16, (width - 34) / 2) : 23 + (width - 80) / 4)
    let from = width - 2 * area
    let end = screen.writeRight([Run(count)], row: row, endingAt: from - 1, from: 4) ?? from
    screen.write(
      [
        Run(isFolded ? "+ " : "- ", Look.heading),
        Run(widths.truncated(group.title, toColumns: end - 4), Look.heading),
      ],
      row: row, column: 1, limit: end)
    guard !group.isLoading else {
      screen.write([Run(Wording.reading, Look.quiet)], row: row, column: from, limit: width)
      return
    }
    for (place, period) in ReviewPeriod.allCases.enumerated() {
      Progress(progress: group.progress[place], name: period.shortName, bar: 12)
        .draw(row: row, column: from + place * area, width: area - 1, style: Look.plain, on: &screen)
    }
  }

  private func draw(_ sheet: EditedSheet, _ base: CellStyle, row: Int, on screen: inout ScreenBuffer) {
    screen.writeRight([Run(String(sheet.edited.number), base)], row: row, endingAt: 6, from: 1)
    if sheet.edited.starred { screen.write([Run(PrintedForm.star, base)], row: row, column: 7, limit: width) }
    var end = firstState - 1
    if sheet.holder != nil {
      end =
        screen.writeRight([Run(" " + Wording.someoneEdits, Look.heading)], row: row, endingAt: end, from: 9) ?? end
    }
    screen.write([Run(title(sheet, toColumns: end - titleColumn), base)], row: row, column: titleColumn, limit: end)
    for (place, period) in ReviewPeriod.allCases.enumerated() {
      let standing = sheet.standing(of: period)
      let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? " "
      let padded = widths.padded(sign, toColumns: widths.columns(of: "①"))
      screen.write(
        [Run("\(padded) \(standing.word)", Look.of(standing))], row: row, column: firstState + place * states,
        limit: width)
    }
  }

  /// The title, behind the ward's name where wards stand together; where several share it, the subtitle is kept.
  private func title(_ sheet: EditedSheet, toColumns room: Int) -> String {
    if editor.list.settings.arrangement == .titles, editor.library.books.count > 1 {
      return widths.truncated(editor.wardName(sheet.id), toColumns: room)
    }
    let ward =
      editor.list.settings.arrangement == .books || editor.library.books.count == 1
      ? "" : editor.wardName(sheet.id) + " "
    let whole = ward + sheet.edited.fullTitle
    guard ward.isEmpty, twins.contains(sheet.edited.title), !sheet.edited.subtitle.isEmpty,
      widths.columns(of: whole) > room
    else { return widths.truncated(whole, toColumns: room) }
    let kept = min(widths.columns(of: sheet.edited.subtitle), room / 2)
    let front = widths.truncated(sheet.edited.title, toColumns: room - kept - 1)
    return "\(front) \(widths.truncated(sheet.edited.subtitle, toColumns: room - widths.columns(of: front) - 1))"
  }
}
