// Holds what the keys do while something is looked for in all sheets.

import InitiativeModel
import Terminal

extension EditorState {
  /// Opens the search over all sheets with the last search.
  mutating func openSearch() {
    overlay = .search(SheetSearch(SearchIndex(library.allSheets), query: lastQuery))
  }

  /// A key of the search; in place, any key that is none of its own closes it and does what it does on the page.
  mutating func search(_ key: Key, _ search: SheetSearch, at time: Int) -> [Effect] {
    var search = search
    let rows = SearchScreen.bodyRows(size)
    switch key.name {
    case .enter, .tab:
      if search.isInPlace { step(&search, key.modifiers.contains(.shift) ? -1 : 1) } else { step(&search, 0) }
    case .down: search.isInPlace ? step(&search, 1) : search.move(by: 1)
    case .up: search.isInPlace ? step(&search, -1) : search.move(by: -1)
    case .pageDown where !search.isInPlace: search.move(by: rows)
    case .pageUp where !search.isInPlace: search.move(by: -rows)
    case .function(7): search.isInPlace = false
    case .character where key == .control("f"): search.isInPlace = false
    case .backspace: search.change { $0.removeLast() }
    case .delete: search.change { $0.clear() }
    case .character where key == .control("v"): search.change { $0.add(String(clipboard.prefix { $0 != "\n" })) }
    case .escape, .function(3):
      overlay = nil
      fitToScreen()
      return []
    case .function, .character, .insert, .left, .right, .home, .end, .pageUp, .pageDown:
      guard search.isInPlace else { break }
      overlay = nil
      return take(.key(key), at: time)
    }
    show(search)
    return []
  }

  /// Typed or pasted text is looked for; of several lines the first.
  mutating func search(_ text: String, _ search: SheetSearch) {
    var search = search
    search.change { $0.add(String(text.prefix { $0 != "\n" })) }
    show(search)
  }

  private mutating func show(_ search: SheetSearch) {
    var search = search
    search.fit(rows: SearchScreen.bodyRows(size))
    lastQuery = search.query
    overlay = .search(search)
  }

  /// Shows a line in its place: the chosen one, or a neighbour.
  private mutating func step(_ search: inout SheetSearch, _ count: Int) {
    guard search.line != nil else { return }
    search.isInPlace = true
    search.move(by: count)
    guard let line = search.line else { return }
    overlay = .search(search)
    lastQuery = search.query
    if case .page(let page) = level, page.sheets == [line.sheet] { level = .page(page) } else { openPage(line.sheet) }
    guard case .page(var page) = level else { return }
    layOut(&page)
    page.cursor = page.lines.firstIndex { $0.hits > 0 && $0.shows(line.field, line: line.number) } ?? page.cursor
    page.fit(size)
    level = .page(page)
  }
}

extension PageLine {
  /// Whether a line of a field's text stands here.
  fileprivate func shows(_ field: SheetField, line: Int) -> Bool {
    switch field {
    case .policyAndTargets: policyLine == line && policyHits > 0
    case .annualActions: actionsLine == line && actionsHits > 0
    case .entry(let field): place.field == field && (place.line == line || place.line == nil)
    case .number, .title, .subtitle: place.field == nil && policyLine == nil && actionsLine == nil
    }
  }
}
