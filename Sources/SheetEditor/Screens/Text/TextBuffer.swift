// Holds a long text as paragraphs of graphemes with their wrapped lines, changed by byte ranges.

import Terminal

/// A long text laid out for a window of a given width.
///
/// Every change is told in UTF-8 bytes, as drafts and the edit history tell it; only the paragraphs that change are
/// cut into graphemes and wrapped anew. A grapheme may come out of two edits: か, then its voicing mark.
struct TextBuffer: Equatable, Sendable {
  /// One paragraph: graphemes without the line feed, their bytes and their lines.
  struct Paragraph: Equatable, Sendable {
    private(set) var characters: [Character]
    private(set) var byteCounts: [Int32]
    private(set) var byteCount: Int
    private(set) var lines: [WrappedLine]

    init(_ characters: [Character], breaker: LineBreaker) {
      self.characters = characters
      byteCounts = characters.map { Int32(truncatingIfNeeded: $0.utf8.count) }
      byteCount = byteCounts.reduce(0) { $0 + Int($1) }
      lines = breaker.wrapParagraph(characters[...])
    }

    /// Puts graphemes in place of others.
    mutating func replace(_ range: Range<Int>, with graphemes: [Character], breaker: LineBreaker) {
      let counts = graphemes.map { Int32(truncatingIfNeeded: $0.utf8.count) }
      byteCount += counts.reduce(0) { $0 + Int($1) } - byteCounts[range].reduce(0) { $0 + Int($1) }
      characters.replaceSubrange(range, with: graphemes)
      byteCounts.replaceSubrange(range, with: counts)
      lines = breaker.wrapParagraph(characters, changedFrom: range.lowerBound, keeping: lines)
    }

    /// Wraps the paragraph anew.
    mutating func layOut(_ breaker: LineBreaker) { lines = breaker.wrapParagraph(characters[...]) }
  }

  private(set) var paragraphs: [Paragraph] = []
  private(set) var wrapWidth: Int
  private(set) var widths: DisplayWidths

  init(_ text: String, wrapWidth: Int, widths: DisplayWidths) {
    self.wrapWidth = max(2, wrapWidth)
    self.widths = widths
    paragraphs = split(text)
  }

  /// The whole text.
  var string: String { paragraphs.map { String($0.characters) }.joined(separator: "\n") }

  // A key asks for these several times. They go by the places of the paragraphs, as a paragraph that is taken out to be
  // looked at is copied, with its counts of everything that refers to it.

  /// How many UTF-8 bytes the text has.
  var byteCount: Int { paragraphs.indices.reduce(paragraphs.count - 1) { $0 + paragraphs[$1].byteCount } }

  /// The place behind the last grapheme.
  var end: TextPosition {
    TextPosition(paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].characters.count)
  }

  /// The number of graphemes without line feeds, as 字数 is counted.
  var characterCount: Int { paragraphs.indices.reduce(0) { $0 + paragraphs[$1].characters.count } }

  /// How many rows some paragraphs take.
  func rowCount(of range: Range<Int>) -> Int { range.reduce(0) { $0 + paragraphs[$1].lines.count } }

  /// The characters of a text, counted in the same way.
  static func characterCount(of text: String) -> Int { lines(of: text).reduce(0) { $0 + $1.count } }

  /// Wraps the whole text anew for another width or other ambiguous widths.
  mutating func layOut(wrapWidth: Int, widths: DisplayWidths) {
    guard max(2, wrapWidth) != self.wrapWidth || widths != self.widths else { return }
    self.wrapWidth = max(2, wrapWidth)
    self.widths = widths
    let breaker = LineBreaker(width: self.wrapWidth, widths: widths)
    for index in paragraphs.indices {
      paragraphs[index].layOut(breaker)
    }
  }

  /// The UTF-8 bytes before a place.
  func byteOffset(of position: TextPosition) -> Int {
    let before = (0..<position.paragraph).reduce(position.paragraph) { $0 + paragraphs[$1].byteCount }
    return before + paragraphs[position.paragraph].byteCounts[..<position.offset].reduce(0) { $0 + Int($1) }
  }

  /// The place at a number of bytes; inside a grapheme the place behind it.
  func position(atByte offset: Int) -> TextPosition {
    var left = max(0, offset)
    for index in paragraphs.indices {
      guard left > paragraphs[index].byteCount else {
        let paragraph = paragraphs[index]
        var count = 0
        while left > 0, count < paragraph.byteCounts.count {
          left -= Int(paragraph.byteCounts[count])
          count += 1
        }
        return TextPosition(paragraph: index, offset: count)
      }
      left -= paragraphs[index].byteCount + 1
    }
    return end
  }

  /// The text between two places.
  func text(in range: Range<TextPosition>) -> String {
    let first = range.lowerBound
    let last = range.upperBound
    guard first.paragraph < last.paragraph else {
      return String(paragraphs[first.paragraph].characters[first.offset..<last.offset])
    }
    var parts = [String(paragraphs[first.paragraph].characters[first.offset...])]
    parts += paragraphs[(first.paragraph + 1)..<last.paragraph].map { String($0.characters) }
    parts.append(String(paragraphs[last.paragraph].characters[..<last.offset]))
    return parts.joined(separator: "\n")
  }

  /// Puts a text in place of some bytes; the range must begin and end between scalars of the text.
  mutating func replace(bytes range: Range<Int>, with inserted: String) {
    let from = windowStart(before: range.lowerBound)
    let to = windowEnd(behind: range.upperBound)
    let windowOffset = byteOffset(of: from)
    var window = Array(text(in: from..<to).utf8)
    let start = range.lowerBound - windowOffset
    window.replaceSubrange(start..<(start + range.count), with: inserted.utf8)
    let pieces = TextBuffer.lines(of: String(decoding: window, as: UTF8.self)).map { Array($0) }
    let breaker = LineBreaker(width: wrapWidth, widths: widths)
    if pieces.count == 1, from.paragraph == to.paragraph {
      paragraphs[from.paragraph].replace(from.offset..<to.offset, with: pieces[0], breaker: breaker)
    } else {
      replaceParagraphs(from: from, to: to, with: pieces, breaker: breaker)
    }
  }

  /// Puts whole paragraphs in place of those between two places; what stands before and behind the places is kept.
  private mutating func replaceParagraphs(
    from: TextPosition, to: TextPosition, with pieces: [[Character]], breaker: LineBreaker
  ) {
    var pieces = pieces
    pieces[0] = paragraphs[from.paragraph].characters[..<from.offset] + pieces[0]
    pieces[pieces.count - 1] += paragraphs[to.paragraph].characters[to.offset...]
    paragraphs.replaceSubrange(
      from.paragraph...to.paragraph, with: pieces.map { Paragraph($0, breaker: breaker) })
  }

  /// One grapheme before the byte, so that a mark inserted there joins it.
  private func windowStart(before byte: Int) -> TextPosition {
    var place = position(atByte: byte)
    if place.offset > 0 { place.offset -= 1 }
    if place.offset > 0, byteOffset(of: place) >= byte { place.offset -= 1 }
    return place
  }

  /// One grapheme behind the byte, so that what is inserted there joins it.
  private func windowEnd(behind byte: Int) -> TextPosition {
    var place = position(atByte: byte)
    if place.offset < paragraphs[place.paragraph].characters.count { place.offset += 1 }
    return place
  }

  private func split(_ text: String) -> [Paragraph] {
    let breaker = LineBreaker(width: wrapWidth, widths: widths)
    return TextBuffer.lines(of: text).map { Paragraph(Array($0), breaker: breaker) }
  }

  private static func lines(of text: String) -> [String] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }
}
