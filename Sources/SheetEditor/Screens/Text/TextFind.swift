// Holds finding in the text that is being written: what is looked for, and where it stands.

import InitiativeModel

/// A search in one long text; the text does not change while it is open.
struct TextFind: Equatable, Sendable {
  private var typed: SearchQuery
  /// Where it stands, in order.
  private(set) var hits: [Range<TextPosition>] = []
  /// The hit that the cursor is at; nil without one.
  private(set) var current: Int?
  private let origin: TextPosition
  private let paragraphs: [FoldedText]

  /// Begins a search from a place of a text, with an earlier search or with what is selected.
  init(in buffer: TextBuffer, from origin: TextPosition, query: String) {
    self.origin = origin
    typed = SearchQuery(last: query)
    paragraphs = buffer.paragraphs.map { FoldedText($0.characters) }
    search()
  }

  /// What is looked for, as it was typed.
  var query: String { typed.text }

  /// Looks for something else than before.
  mutating func change(_ change: (inout SearchQuery) -> Void) {
    change(&typed)
    search()
  }

  /// Goes to a neighbouring hit, round the ends of the text.
  mutating func move(by count: Int) {
    typed.take()
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
