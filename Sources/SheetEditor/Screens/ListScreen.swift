// Holds the drawing of 一覧: the books' sheets with their states.

import InitiativeModel
import Terminal

enum ListScreen {
  /// One line of the list.
  enum Line: Equatable {
    case book(BookSection)
    case problem(String)
    case row(BookRow)
  }

  /// How many lines of the list fit on a screen.
  static func visibleLines(_ size: ScreenSize) -> Int { max(1, size.rows - 7) }

  /// The lines of the list; a book's own line stands above its sheets when there are several books.
  static func lines(_ state: EditorState) -> [Line] {
    state.books.flatMap { book -> [Line] in
      let rows = book.rows.filter { state.filter.shows($0) }.map { Line.row($0) }
      let head = state.books.count > 1 ? [Line.book(book)] : []
      return head + book.problems.map { Line.problem($0) } + rows
    }
  }

  /// The first line to show so that the chosen row is on screen.
  static func fittedTop(_ state: EditorState) -> Int {
    let lines = lines(state)
    let room = visibleLines(state.size)
    let chosen = lines.firstIndex { isChosen($0, state) } ?? 0
    let lead = chosen > 0 && !isRow(lines[chosen - 1]) ? 1 : 0
    let top = min(max(state.listTop, chosen - room + 1), max(0, chosen - lead))
    return min(top, max(0, lines.count - room))
  }

  static func draw(_ state: EditorState, on screen: inout ScreenBuffer) {
    drawHead(state, on: &screen)
    let columns = Columns(state, screen)
    columns.drawHeading(on: &screen)
    let lines = lines(state)
    let top = fittedTop(state)
    for (offset, line) in lines.dropFirst(top).prefix(visibleLines(state.size)).enumerated() {
      let chosen = isChosen(line, state)
      columns.draw(line, chosen: chosen, row: 3 + offset, on: &screen)
      if chosen { screen.cursor = ScreenPosition(row: 3 + offset, column: 0) }
    }
    drawFoot(state, on: &screen)
  }

  private static func isRow(_ line: Line) -> Bool {
    if case .row = line { return true }
    return false
  }

  private static func isChosen(_ line: Line, _ state: EditorState) -> Bool {
    if case .row(let row) = line { return row.id == state.selected }
    return false
  }

  private static func drawHead(_ state: EditorState, on screen: inout ScreenBuffer) {
    let width = state.size.columns
    guard let book = state.currentBook, let header = book.header else { return }
    let count = Wording.itemCount(book.rows.count)
    let right = screen.writeRight([Run(count)], row: 0, endingAt: width - 1, from: 0) ?? width
    let heading = "\(Wording.ward(header)) \(header.fiscalYear.fullName) \(header.title)"
    screen.write(
      [Run(state.widths.truncated(heading, toColumns: right - 2), Look.heading)], row: 0, column: 1, limit: right)
    let half = (width - 3) / 2
    for (place, period) in ReviewPeriod.allCases.enumerated() {
      drawProgress(
        book.progress(of: period), name: period.printedName, column: 1 + place * (half + 1), width: half, on: &screen)
    }
  }

  private static func drawProgress(
    _ progress: BookProgress, name: String, column: Int, width: Int, on screen: inout ScreenBuffer
  ) {
    var tail = " \(progress[.complete])/\(progress.total)"
    let broken = progress[.deficient] > 0 ? " \(PeriodState.deficient.rawValue)\(progress[.deficient])" : ""
    let room = width - screen.widths.columns(of: name + tail + broken) - 4
    if room >= 4 {
      let bar = min(20, room)
      let full = progress.total == 0 ? 0 : progress[.complete] * bar / progress.total
      tail = " [\(String(repeating: "#", count: full))\(String(repeating: "-", count: bar - full))]" + tail
    }
    screen.write(
      [Run(name + tail), Run(broken, Look.alarm)], row: 1, column: column, limit: column + width)
  }

  private static func drawFoot(_ state: EditorState, on screen: inout ScreenBuffer) {
    let width = state.size.columns
    let rows = state.shownRows
    let total = state.books.reduce(0) { $0 + $1.rows.count }
    let shown = rows.isEmpty ? Wording.noRows : Wording.showing(state.filter, shown: rows.count, of: total)
    screen.write([Run(shown, Look.quiet)], row: state.size.rows - 4, column: 1, limit: width)
    if let row = rows.first(where: { $0.id == state.selected }) {
      screen.write(detail(row, state), row: state.size.rows - 3, column: 1, limit: width)
    }
    screen.bottom(message: state.message, notice: state.standingNotice, keys: footerKeys(.list))
  }

  /// What the line under the list says of the chosen row: what is wrong, or the whole title.
  private static func detail(_ row: BookRow, _ state: EditorState) -> [Run] {
    switch row {
    case .unreadable(_, let reason): return [Run(reason, Look.alarm)]
    case .sheet(let sheet):
      if let period = sheet.deficientPeriods.first {
        return [Run(Wording.deficient(number: sheet.edited.number, period: period), Look.alarm)]
      }
      if let comment = sheet.reviews.openComments(in: sheet.saved).last {
        let text = "\(comment.period.printedName) \(Wording.shown(comment))"
        return [Run(state.widths.truncated(text, toColumns: state.size.columns - 2), Look.alarm)]
      }
      let title = [sheet.edited.title, sheet.edited.subtitle].filter { !$0.isEmpty }.joined(separator: " ")
      return [Run(state.widths.truncated(title, toColumns: state.size.columns - 2))]
    }
  }
}

extension ListScreen {
  /// Where the columns of the list stand on a screen of some width.
  struct Columns {
    let widths: DisplayWidths
    let width: Int
    let states: Int
    let twins: Set<String>

    init(_ state: EditorState, _ screen: ScreenBuffer) {
      widths = state.widths
      width = state.size.columns
      states = 13 + (widths.columns(of: "①") - 1)
      var seen: Set<String> = []
      twins = Set(state.allSheets.map(\.edited.title).filter { !seen.insert($0).inserted })
    }

    private var titleColumn: Int { 9 + (widths.columns(of: PrintedForm.star) - 1) }
    private var firstState: Int { width - 2 * states }

    func drawHeading(on screen: inout ScreenBuffer) {
      screen.write([Run(Wording.listNumber, Look.quiet)], row: 2, column: 2, limit: width)
      screen.write([Run(PrintedForm.item, Look.quiet)], row: 2, column: titleColumn, limit: firstState)
      for (place, name) in ["中間", PrintedForm.selfEvaluation].enumerated() {
        screen.write([Run(name, Look.quiet)], row: 2, column: firstState + place * states, limit: width)
      }
    }

    func draw(_ line: Line, chosen: Bool, row: Int, on screen: inout ScreenBuffer) {
      switch line {
      case .book(let book): screen.write([Run(bookName(book), Look.heading)], row: row, column: 0, limit: width)
      case .problem(let text): screen.write([Run("! " + text, Look.alarm)], row: row, column: 2, limit: width)
      case .row(let bookRow):
        let base = chosen ? Look.focus : Look.plain
        screen.write([Run(chosen ? ">" : " ", base)], row: row, column: 0, limit: width)
        switch bookRow {
        case .sheet(let sheet): draw(sheet, base, row: row, on: &screen)
        case .unreadable(let id, _):
          screen.write(
            [Run("\(id.fileName)  \(Wording.unreadable)", chosen ? base : Look.alarm)], row: row, column: 2,
            limit: width)
        }
        if chosen { screen.setStyle(row: row, columns: 0..<width, style: Look.focus) }
      }
    }

    private func draw(_ sheet: EditedSheet, _ base: CellStyle, row: Int, on screen: inout ScreenBuffer) {
      let number = String(sheet.edited.number)
      screen.writeRight([Run(number, base)], row: row, endingAt: 6, from: 1)
      if sheet.edited.starred { screen.write([Run(PrintedForm.star, base)], row: row, column: 7, limit: width) }
      screen.write([Run(title(sheet.edited), base)], row: row, column: titleColumn, limit: firstState - 1)
      for (place, period) in ReviewPeriod.allCases.enumerated() {
        let standing = sheet.standing(of: period)
        let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? " "
        let padded = widths.padded(sign, toColumns: widths.columns(of: "①"))
        screen.write(
          [Run("\(padded) \(standing.word)", Look.of(standing))], row: row, column: firstState + place * states,
          limit: width)
      }
    }

    private func bookName(_ book: BookSection) -> String {
      guard let header = book.header else { return "= \(book.path)" }
      return "= \(Wording.ward(header)) \(header.fiscalYear.fullName)"
    }

    /// The title in the room there is; where several sheets share it, the subtitle is what is kept.
    private func title(_ sheet: InitiativeSheet) -> String {
      let room = firstState - 1 - titleColumn
      guard !sheet.subtitle.isEmpty else { return widths.truncated(sheet.title, toColumns: room) }
      let whole = "\(sheet.title) \(sheet.subtitle)"
      guard twins.contains(sheet.title), widths.columns(of: whole) > room else {
        return widths.truncated(whole, toColumns: room)
      }
      let kept = min(widths.columns(of: sheet.subtitle), room / 2)
      let front = widths.truncated(sheet.title, toColumns: room - kept - 1)
      return "\(front) \(widths.truncated(sheet.subtitle, toColumns: room - widths.columns(of: front) - 1))"
    }
  }
}
