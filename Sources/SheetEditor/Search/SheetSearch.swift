// Holds a search over all sheets: what is looked for, and the lines in which it stands.

import InitiativeModel

/// A search over all sheets, as it is typed.
struct SheetSearch: Equatable, Sendable {
  private var index: SearchIndex
  private var typed: SearchQuery
  private(set) var found = SearchIndex.Found()
  /// The chosen one among the lines that were found.
  private(set) var chosen = 0
  /// The first of them that the list of hits shows.
  private(set) var top = 0

  /// Begins with an earlier search.
  init(_ index: SearchIndex, query: String) {
    self.index = index
    typed = SearchQuery(last: query)
    search()
  }

  /// The chosen line; nil where nothing was found.
  var line: SearchIndex.Line? { found.lines.indices.contains(chosen) ? index.line(found.lines[chosen]) : nil }

  /// The lines that were found, from one on.
  func lines(from first: Int, count: Int) -> [SearchIndex.Line] {
    found.lines.dropFirst(first).prefix(count).map { index.line($0) }
  }

  /// What is looked for, as it was typed.
  var query: String { typed.text }

  /// Looks for something else than before.
  mutating func change(_ change: (inout SearchQuery) -> Void) {
    let before = query
    change(&typed)
    search(before)
  }

  /// Goes on in more sheets; the chosen line stays the chosen one.
  mutating func renew(_ index: SearchIndex) {
    let line = line
    self.index = index
    found = index.find(query)
    chosen = line.flatMap { line in found.lines.firstIndex { index.line($0) == line } } ?? 0
    top = 0
  }

  /// Goes to another line: up to the ends, or round them.
  mutating func move(by count: Int, round: Bool = false) {
    typed.take()
    guard !found.lines.isEmpty else { return }
    let total = found.lines.count
    chosen = round ? (chosen + count % total + total) % total : min(max(0, chosen + count), total - 1)
  }

  /// Scrolls the list of hits so that the chosen one is among some rows.
  mutating func fit(rows: Int) {
    top = min(max(top, chosen - rows + 1), chosen, max(0, found.lines.count - rows))
  }

  /// Looks in all lines, or, where more was typed, in those that are found already.
  private mutating func search(_ before: String = "") {
    found = index.find(query, in: SearchIndex.goesOn(query, from: before) ? found.lines : nil)
    chosen = 0
    top = 0
  }
}
