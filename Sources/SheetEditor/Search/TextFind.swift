// Holds finding in the text that is being written: what is looked for, and where it stands.

import Terminal

/// A search in one long text; the text does not change while it is open.
struct TextFind: Equatable, Sendable {
  /// What is looked for, as it was typed.
  private(set) var query: String
  /// Where it stands, in order.
  private(set) var hits: [Range<TextPosition>] = []
  /// The hit that the cursor is at; nil without one.
  private(set) var current: Int?
  /// Whether the last search is shown again, so that typing begins a new one.
  private var isLast: Bool
  private let origin: TextPosition
  private let paragraphs: [FoldedText]

  /// Begins a search from a place of a text, with an earlier search or with what is selected.
  init(in buffer: TextBuffer, from origin: TextPosition, query: String) {
    self.origin = origin
    self.query = query
    isLast = true
    paragraphs = buffer.paragraphs.map { FoldedText($0.characters) }
    search()
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

  /// Goes to a neighbouring hit, round the ends of the text.
  mutating func move(by count: Int) {
    isLast = false
    guard let current else { return }
    self.current = (current + count + hits.count) % hits.count
  }

  /// Where the cursor belongs: at the hit, or where the search began.
  var place: TextPosition { current.map { hits[$0].lowerBound } ?? origin }

  /// Finds all hits; the first one at the origin or behind it becomes the current one.
  private mutating func search() {
    let wanted = FoldedText(query)
    hits = paragraphs.enumerated().flatMap { index, paragraph in
      paragraph.ranges(of: wanted).map {
        TextPosition(paragraph: index, offset: $0.lowerBound)..<TextPosition(paragraph: index, offset: $0.upperBound)
      }
    }
    current = hits.firstIndex { $0.lowerBound >= origin } ?? (hits.isEmpty ? nil : 0)
  }
}
