// Holds the search over all sheets: the lines that were found, one of them shown in its place.

import InitiativeModel
import SheetWording
import Terminal

/// Something is looked for in all sheets.
struct SearchPanel: Panel {
  private var search: SheetSearch

  init(_ search: SheetSearch) { self.search = search }

  /// The rows for the lines that were found.
  static func bodyRows(_ size: ScreenSize) -> Int { max(1, size.rows - 5) }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case step(Int), page(Int), open, edit(QueryEdit), close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .step(1), [.named(.down)], footer: Wording.FooterWord.select, footerKeys: "↑↓", help: Wording.Help.nextOfMany),
      Binding(.step(-1), [.named(.up)], help: Wording.Help.previousOfMany),
      Binding(
        .open, [.named(.enter), .named(.tab)], footer: Wording.FooterWord.openHit, help: Wording.Help.openHit),
      Binding(.page(1), [.named(.pageDown)], help: Wording.Help.scrollDown),
      Binding(.page(-1), [.named(.pageUp)], help: Wording.Help.scrollUp),
    ] + Binding.queryEdits { .edit($0) } + [.close(.close)])

  var takesJapanese: Bool { true }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .step(let count): search.move(by: count)
    case .page(let count): search.move(by: count * SearchPanel.bodyRows(editor.size))
    case .edit(let edit): search.change { $0.change(edit, clipboard: editor.clipboard) }
    case .open:
      guard search.line != nil else { break }
      search.move(by: 0)
      let hit = HitPanel(search)
      hit.showLine(&editor)
      editor.show(hit)
      return .closes
    case .close:
      return .closes
    }
    keep(&editor)
    return .stays
  }

  /// Typed or pasted text is looked for; of several lines the first.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    search.change { $0.add(firstLineOf: text.string) }
    keep(&editor)
    return .stays
  }

  private mutating func keep(_ editor: inout EditorState) {
    search.fit(rows: SearchPanel.bodyRows(editor.size))
    editor.lastQuery = search.query
  }

  /// Goes on in more sheets.
  mutating func renew(_ index: SearchIndex, rows: Int) {
    search.renew(index)
    search.fit(rows: rows)
  }

  /// A press chooses a line, and opens the one that is chosen; the wheel goes to the next or previous one.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch pointer.action {
    case .press:
      guard let row = pointer.target(ManyRow.self) else { return .stays }
      return run(row.index == search.chosen ? .open : .step(row.index - search.chosen), in: &editor, at: time)
    case .wheel(let rows): return run(.step(rows > 0 ? 1 : -1), in: &editor, at: time)
    case .drag, .release: return .stays
    }
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let width = editor.size.columns
    screen.band(left: [Run(Wording.searchTitle, Look.strong)])
    let query = FoldedText(search.query)
    let rows = SearchPanel.bodyRows(editor.size)
    for (offset, line) in search.lines(from: search.top, count: rows).enumerated() {
      let isChosen = search.top + offset == search.chosen
      let row = 2 + offset
      screen.spot(row: row, columns: 0..<width, target: ManyRow(index: search.top + offset))
      if let sheet = editor.sheet(line.sheet) {
        let head = "\(editor.wardPrefix(line.sheet))\(sheet.saved.number) \(Wording.shortName(line.field))"
        let column = screen.write(
          [Run(" "), Run(head, isChosen ? Look.strong : Look.quiet), Run(" ")], row: row, column: 0, limit: width)
        let text = sheet.saved.text(of: line.field).line(line.number) ?? ""
        drawContext(Array(text), query, row: row, column: column, on: &screen)
      }
      if isChosen { screen.lay(.chosen, row: row, columns: 0..<width) }
    }
    screen.searchPrompt(search.query, count: editor.count(of: search), keys: SearchPanel.bindings.footer)
  }

  /// Draws the part of a line around its first hit, with all hits in it marked.
  private func drawContext(
    _ text: [Character], _ query: FoldedText, row: Int, column: Int, on screen: inout ScreenBuffer
  ) {
    let (limit, room) = (screen.size.columns, screen.size.columns - column - 1)
    let hits = FoldedText(text).ranges(of: query)
    var start = 0
    if let first = hits.first {
      let needed = text[..<first.upperBound].reduce(0) { $0 + screen.widths.columns(ofVisible: $1) }
      if needed > room { start = max(0, first.lowerBound - 6) }
    }
    var column = column
    func write(_ graphemes: ArraySlice<Character>, _ style: CellStyle) {
      guard column < limit else { return }
      column += screen.write(
        graphemes, at: ScreenPosition(row: row, column: column), style: style, maxColumns: limit - column)
    }
    if start > 0 { write(["…"], Look.quiet) }
    var place = start
    for hit in hits where hit.lowerBound >= place {
      write(text[place..<hit.lowerBound], Look.plain)
      write(text[hit], Look.found)
      place = hit.upperBound
    }
    write(text[place...], Look.plain)
  }
}

extension EditorState {
  /// Opens the search over all sheets with the last search.
  mutating func openSearch() {
    show(SearchPanel(SheetSearch(SearchIndex(library.allSheets), query: lastQuery)))
  }

  /// How much a search found, in words; nil where nothing is found.
  func count(of search: SheetSearch) -> String? {
    library.books.contains(where: \.isLoading) ? Wording.reading : search.line.map { _ in Wording.searchCount(search) }
  }
}
