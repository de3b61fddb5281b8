// Holds the breaking of text into lines by Japanese rules, for the editor, the form and plain text alike.

/// One line of a wrapped text.
public struct WrappedLine: Equatable, Sendable {
  /// The graphemes of the line, as indices of the text given, without the line feed.
  public var range: Range<Int>
  /// How many columns the line takes.
  public var columns: Int
  /// Whether the paragraph ends with this line.
  public var endsParagraph: Bool
}

/// Breaks text into lines of at most `width` columns.
///
/// No line begins with 、。）」ー small kana and the like, none ends with （「 and the like: the characters before them
/// are carried down (追い出し). Numbers keep their units, Latin words stay whole. Where a line would be empty otherwise,
/// words are broken first, then any character. A grapheme wider than the width has a line of its own.
public struct LineBreaker: Sendable {
  private let width: Int
  private let widths: DisplayWidths

  /// Makes a breaker for lines of `width` columns, at least one.
  public init(width: Int, widths: DisplayWidths) {
    self.width = max(1, width)
    self.widths = widths
  }

  /// Breaks a whole text; the empty text has one empty line, a line feed at the end makes a last empty one.
  public func wrap(_ text: [Character]) -> [WrappedLine] {
    var lines: [WrappedLine] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += wrapParagraph(paragraph)
    }
    return lines
  }

  /// The lines of a text as strings.
  public func lines(of text: String) -> [String] {
    let characters = Array(text)
    return wrap(characters).map { String(characters[$0.range]) }
  }

  /// Breaks one paragraph without a line feed; indices are those of the slice.
  public func wrapParagraph(_ text: ArraySlice<Character>) -> [WrappedLine] {
    let needs = text.map { widths.columns(ofVisible: $0) }
    let first = text.startIndex
    var lines: [WrappedLine] = []
    var start = first
    var columns = 0
    var index = start
    while index < text.endIndex {
      let needed = needs[index - first]
      guard columns + needed <= width || index == start else {
        let end = breakPlace(text, start: start, overflow: index)
        let carried = needs[(end - first)..<(index - first)].reduce(0, +)
        lines.append(WrappedLine(range: start..<end, columns: columns - carried, endsParagraph: false))
        start = end
        columns = carried
        continue
      }
      columns += needed
      index += 1
    }
    lines.append(WrappedLine(range: start..<text.endIndex, columns: columns, endsParagraph: true))
    return lines
  }

  /// Breaks a paragraph anew that was changed from a place on; the lines that this does not concern stay as they are.
  ///
  /// A line ends by what it holds and by the first grapheme that has no room in it, whichever are carried down.
  ///
  /// - Parameters:
  ///   - lines: its lines before the change, of the same width.
  ///   - place: how many of its first graphemes are as they were.
  public func wrapParagraph(_ text: [Character], changedFrom place: Int, keeping lines: [WrappedLine]) -> [WrappedLine]
  {
    var columns = 0
    for index in lines.indices.reversed() where lines[index].range.lowerBound < place {
      let unchanged = text[lines[index].range.clamped(to: 0..<place)]
      columns += unchanged.reduce(0) { $0 + widths.columns(ofVisible: $1) }
      // The first grapheme has a place in the line however wide it is.
      guard let first = unchanged.first, columns - widths.columns(ofVisible: first) > width else { continue }
      return lines[...index] + wrapParagraph(text[lines[index].range.upperBound...])
    }
    return wrapParagraph(text[...])
  }

  /// The best place to end a line that begins at `start` and has no room for the grapheme at `overflow`.
  private func breakPlace(_ text: ArraySlice<Character>, start: Int, overflow: Int) -> Int {
    lastPlace(text, start: start, overflow: overflow, keepingWords: true)
      ?? lastPlace(text, start: start, overflow: overflow, keepingWords: false) ?? overflow
  }

  private func lastPlace(_ text: ArraySlice<Character>, start: Int, overflow: Int, keepingWords: Bool) -> Int? {
    var place = overflow
    while place > start {
      let left = text[place - 1]
      let right = text[place]
      if !LineBreakClass.isForbiddenAtStart(right), !LineBreakClass.isForbiddenAtEnd(left),
        !keepingWords || !LineBreakClass.areJoined(left, right)
      {
        return place
      }
      place -= 1
    }
    return nil
  }
}

extension DisplayWidths {
  /// The columns that a grapheme takes on the screen, in its visible form.
  public func columns(ofVisible character: Character) -> Int {
    if let scalar = SafeText.commonScalar(of: character) { return columns(of: scalar) }
    return columns(of: SafeText.visible(character))
  }
}
