// Holds finding in the text that is being written: what is looked for, and where it stands.

import InitiativeModel

/// A search in one long text; the text changes only by what is put in the place of hits while it is open.
struct TextFind: Equatable, Sendable {
  private var typed: SearchQuery
  /// Where it stands, in order.
  private(set) var hits: [Range<TextPosition>] = []
  /// The hit that the cursor is at; nil without one.
  private(set) var current: Int?
  private var origin: TextPosition
  private var paragraphs: [FoldedText]
  /// What was put in the place of hits, in bytes and in places of the text: it is not found again.
  private var putIn: [Range<Int>] = []
  private var sparedPlaces: [Range<TextPosition>] = []

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
    let before = query
    change(&typed)
    if query != before { (putIn, sparedPlaces) = ([], []) }
    search()
  }

  /// Follows what was put in the place of the hit at the cursor, and goes on behind it.
  mutating func follow(_ edit: FieldEdit, in buffer: TextBuffer) {
    let (start, end) = (edit.offset, edit.offset + edit.removed.utf8.count)
    let growth = edit.inserted.utf8.count - edit.removed.utf8.count
    let before = putIn.map { $0.lowerBound < end ? $0 : ($0.lowerBound + growth)..<($0.upperBound + growth) }
    spare(before + [start..<(end + growth)], from: end + growth, in: buffer)
  }

  /// Follows what was put in the place of all hits at once: nothing is left to find.
  mutating func followAll(cursorByte: Int, in buffer: TextBuffer) {
    spare([0..<buffer.byteCount], from: cursorByte, in: buffer)
  }

  private mutating func spare(_ ranges: [Range<Int>], from byte: Int, in buffer: TextBuffer) {
    typed.take()
    putIn = ranges
    sparedPlaces = ranges.map { buffer.position(atByte: $0.lowerBound)..<buffer.position(atByte: $0.upperBound) }
    origin = buffer.position(atByte: byte)
    paragraphs = buffer.paragraphs.map { FoldedText($0.characters) }
    search()
  }

  /// Whether a hit is all that its characters stand for: 1 is a part of ⑩, and can be found in it but not replaced.
  func isWhole(_ hit: Range<TextPosition>, in buffer: TextBuffer) -> Bool {
    FoldedText(buffer.text(in: hit)).key == FoldedText(query).key
  }

  /// Whether all that was found has been replaced.
  var isReplaced: Bool { hits.isEmpty && !putIn.isEmpty }

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
    }.filter { hit in !sparedPlaces.contains { $0.overlaps(hit) } }
    current = hits.firstIndex { $0.lowerBound >= origin } ?? (hits.isEmpty ? nil : 0)
  }
}
