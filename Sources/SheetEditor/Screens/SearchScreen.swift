// Holds the drawing of a search over all sheets: the lines that were found, and the prompt below them.

import InitiativeModel
import SheetWording
import Terminal

enum SearchScreen {
  /// The rows for the lines that were found.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 5) }

  /// Draws the list of what was found.
  static func draw(_ state: EditorState, _ search: SheetSearch, on screen: inout ScreenBuffer) {
    let width = state.size.columns
    screen.write([Run(Wording.searchTitle, Look.heading)], row: 0, column: 1, limit: width)
    screen.rule(row: 1, from: 0, to: width)
    let query = FoldedText(search.query)
    for (offset, line) in search.lines(from: search.top, count: bodyRows(state.size)).enumerated() {
      let isChosen = search.top + offset == search.chosen
      let row = 2 + offset
      var column = screen.write(
        [Run(isChosen ? "> " : "  "), Run(head(line, state), isChosen ? Look.focus : Look.heading), Run(" ")], row: row,
        column: 0, limit: width)
      column = screen.write(
        context(line, query, state, room: width - column - 1), row: row, column: column, limit: width)
    }
    prompt(state, search, on: &screen)
  }

  /// Draws the prompt below the list of hits or the page.
  static func prompt(_ state: EditorState, _ search: SheetSearch, on screen: inout ScreenBuffer) {
    let keys: [(key: String, word: String)] =
      search.isInPlace
      ? [
        ("Enter ↓", Wording.FooterWord.nextHit), ("↑", Wording.FooterWord.previousHit), ("F7", Wording.FooterWord.hits),
      ]
      : [("↑↓", Wording.FooterWord.select), ("Enter", Wording.FooterWord.openHit)]
    screen.searchPrompt(
      search.query,
      count: state.library.books.contains(where: \.isLoading)
        ? Wording.reading : search.line.map { _ in Wording.searchCount(search) },
      keys: keys + [("Esc", Wording.FooterWord.close)])
  }

  /// Whose line it is, and of which field.
  private static func head(_ line: SearchIndex.Line, _ state: EditorState) -> String {
    guard let sheet = state.sheet(line.sheet) else { return "" }
    let ward = state.library.books.count > 1 ? "\(state.wardName(line.sheet)) " : ""
    return "\(ward)\(sheet.saved.number) \(Wording.shortName(line.field))"
  }

  /// The part of the line around its first hit, with all hits in it marked.
  private static func context(
    _ line: SearchIndex.Line, _ query: FoldedText, _ state: EditorState, room: Int
  ) -> [Run] {
    guard let lines = state.sheet(line.sheet)?.saved.text(of: line.field).lines, lines.indices.contains(line.number - 1)
    else { return [] }
    let text = Array(lines[line.number - 1])
    let hits = FoldedText(text).ranges(of: query)
    var start = 0
    if let first = hits.first {
      let needed = text[..<first.upperBound].reduce(0) { $0 + state.widths.columns(ofVisible: $1) }
      if needed > room { start = max(0, first.lowerBound - 6) }
    }
    var runs = start > 0 ? [Run("…", Look.quiet)] : []
    var place = start
    for hit in hits where hit.lowerBound >= place {
      runs += [Run(String(text[place..<hit.lowerBound])), Run(String(text[hit]), Look.found)]
      place = hit.upperBound
    }
    return runs + [Run(String(text[place...]))]
  }
}
