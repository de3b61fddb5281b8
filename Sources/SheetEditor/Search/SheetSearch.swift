// Holds a search over all sheets: what is looked for, and the lines in which it stands.

import InitiativeModel

/// A search over all sheets, as it is typed.
struct SheetSearch: Equatable, Sendable {
  private let index: SearchIndex
  /// What is looked for, as it was typed.
  private(set) var query: String
  private(set) var found = SearchIndex.Found()
  /// The chosen one among the lines that were found.
  private(set) var chosen = 0
  /// The first of them that the list of hits shows.
  var top = 0
  /// Whether the chosen line is shown in its place, rather than the list of all.
  var isInPlace = false
  /// Whether the last search is shown again, so that typing begins a new one.
  private var isLast: Bool

  /// Begins with an earlier search.
  init(_ index: SearchIndex, query: String) {
    self.index = index
    self.query = query
    isLast = true
    search()
  }

  /// The chosen line; nil where nothing was found.
  var line: SearchIndex.Line? { found.lines.indices.contains(chosen) ? index.lines[found.lines[chosen]] : nil }

  /// The lines that were found, from one on.
  func lines(from first: Int, count: Int) -> [SearchIndex.Line] {
    found.lines.dropFirst(first).prefix(count).map { index.lines[$0] }
  }

  /// Looks for more: typed text is added, or takes the place of the last search.
  mutating func add(_ text: String) {
    query = isLast ? text : query + text
    isLast = false
    search()
  }

  /// Takes the last grapheme away.
  mutating func removeLast() {
    isLast = false
    guard !query.isEmpty else { return }
    query.removeLast()
    search()
  }

  /// Looks for nothing.
  mutating func clear() {
    query = ""
    search()
  }

  /// Goes to another line: round the ends in its place, up to them in the list.
  mutating func move(by count: Int) {
    isLast = false
    guard !found.lines.isEmpty else { return }
    let total = found.lines.count
    chosen = isInPlace ? (chosen + count % total + total) % total : min(max(0, chosen + count), total - 1)
  }

  /// Scrolls the list of hits so that the chosen one is among some rows.
  mutating func fit(rows: Int) {
    top = min(max(top, chosen - rows + 1), chosen, max(0, found.lines.count - rows))
  }

  private mutating func search() {
    found = index.find(query)
    chosen = 0
    top = 0
    isInPlace = false
  }
}
