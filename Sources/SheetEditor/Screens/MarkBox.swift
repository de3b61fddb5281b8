// Holds the drawing of the question in which a supervisor marks a sheet.

import InitiativeModel
import SheetWording
import Terminal

/// The question as a box over the page, drawn in ASCII.
struct MarkBox {
  let form: MarkForm
  let title: String

  private static let height = 10
  private static let commentRows = 3

  func draw(on screen: inout ScreenBuffer) {
    let width = min(screen.size.columns - 4, 76)
    let column = (screen.size.columns - width) / 2
    let low = max(1, screen.size.rows - MarkBox.height - 2)
    let top = (screen.cursor?.row ?? 0) >= low ? 1 : low
    screen.box(row: top, column: column, width: width, height: MarkBox.height)
    let pen = (left: column + 2, limit: column + width - 1)
    screen.write([Run(title, Look.heading)], row: top + 1, column: pen.left, limit: pen.limit)
    options(
      .decision, ReviewMark.Decision.allCases.map(\.rawValue), chosen(form.mark.decision), row: top + 2, pen, &screen)
    options(.period, ReviewPeriod.allCases.map(\.printedName), chosen(form.mark.period), row: top + 3, pen, &screen)
    let whole = Wording.wholePeriod(form.mark.period)
    let room = pen.limit - pen.left - 24 - screen.widths.columns(of: whole)
    let places = [whole] + (form.mark.usableCandidate.map { [name($0, toColumns: room, screen.widths)] } ?? [])
    options(.place, places, form.mark.place == nil ? 0 : 1, row: top + 4, pen, &screen)
    comment(row: top + 5, pen, &screen)
    let keys = Run(Wording.markKeys, Look.quiet)
    screen.write([keys], row: top + MarkBox.height - 2, column: pen.left, limit: pen.limit)
  }

  /// The field and line in full, or in short where there is no room.
  private func name(_ place: ReviewMark.Place, toColumns room: Int, _ widths: DisplayWidths) -> String {
    let full = Wording.name(place)
    return widths.columns(of: full) <= room ? full : Wording.shortName(place)
  }

  private func chosen<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    Array(Value.allCases).firstIndex(of: value) ?? 0
  }

  private func options(
    _ row: MarkForm.Row, _ words: [String], _ chosen: Int, row line: Int, _ pen: (left: Int, limit: Int),
    _ screen: inout ScreenBuffer
  ) {
    let isFocused = form.row == row
    var column = label(row, line, pen, &screen)
    for (index, word) in words.enumerated() {
      let isChosen = index == chosen
      if isFocused, isChosen { screen.cursor = ScreenPosition(row: line, column: column + 1) }
      let style = isChosen ? (isFocused ? Look.focus : Look.heading) : Look.plain
      column = screen.write(
        [Run(isChosen ? "(*) " : "( ) ", style), Run(word, style), Run("  ")], row: line, column: column,
        limit: pen.limit)
    }
  }

  private func label(
    _ row: MarkForm.Row, _ line: Int, _ pen: (left: Int, limit: Int), _ screen: inout ScreenBuffer
  ) -> Int {
    let mark = form.row == row ? "> " : "  "
    let text = screen.widths.padded(mark + Wording.name(row), toColumns: 14)
    return screen.write(
      [Run(text, form.row == row ? Look.heading : Look.plain)], row: line, column: pen.left, limit: pen.limit)
  }

  /// The comment, as much as there is room for around the caret.
  private func comment(row line: Int, _ pen: (left: Int, limit: Int), _ screen: inout ScreenBuffer) {
    let column = label(.comment, line, pen, &screen)
    let breaker = LineBreaker(width: max(2, pen.limit - column - 2), widths: screen.widths)
    let characters = Array(form.mark.comment)
    let lines = breaker.wrap(characters)
    let caretLine = lines.lastIndex { $0.range.lowerBound <= form.caret } ?? 0
    let top = min(max(0, caretLine - MarkBox.commentRows + 1), max(0, lines.count - MarkBox.commentRows))
    for (offset, wrapped) in lines.dropFirst(top).prefix(MarkBox.commentRows).enumerated() {
      let isCut = offset == 0 && top > 0 && caretLine > top
      let text = isCut ? Wording.moreLines(top + 1) : String(characters[wrapped.range])
      screen.write([Run(text, isCut ? Look.quiet : Look.plain)], row: line + offset, column: column, limit: pen.limit)
      if form.row == .comment, top + offset == caretLine {
        let front = characters[wrapped.range.lowerBound..<form.caret]
        let place = column + front.reduce(0) { $0 + screen.widths.columns(ofVisible: $1) }
        screen.cursor = ScreenPosition(row: line + offset, column: min(place, pen.limit - 1))
      }
    }
    guard form.mark.comment.isEmpty else { return }
    screen.write([Run(Wording.commentHint, Look.quiet)], row: line + 1, column: column, limit: pen.limit)
  }
}
