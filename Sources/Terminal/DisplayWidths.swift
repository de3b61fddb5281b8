// Holds the one answer to how many columns text takes, for layout and for ncurses alike.

/// Columns of scalars, graphemes and texts on a terminal with the given ambiguous widths.
///
/// A grapheme takes the sum of its scalars' columns: that is how xterm, tmux and ncurses advance. か + U+3099 takes
/// two, ｶﾞ (U+FF76 U+FF9E) takes two, a joined emoji as many as its parts.
public struct DisplayWidths: Hashable, Sendable {
  /// How the terminal draws ambiguous characters.
  public var ambiguous: AmbiguousWidths

  /// Makes the widths of a terminal.
  public init(ambiguous: AmbiguousWidths) { self.ambiguous = ambiguous }

  /// The columns of a scalar: 0, 1 or 2; a control character takes none.
  public func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    switch value {
    case 0x20..<0x7F: return 1
    case 0..<0x20, 0x7F..<0xA0: return 0
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60: return 2
    default: return columns(ofKind: DisplayWidths.kind(of: value))
    }
  }

  /// The columns of a grapheme.
  public func columns(of character: Character) -> Int {
    character.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The columns of a text on one row.
  public func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  /// The text cut at a grapheme so that it takes at most `count` columns, with … at its end when it was cut.
  public func truncated(_ text: String, toColumns count: Int) -> String {
    guard columns(of: text) > count else { return text }
    let mark = columns(of: "…" as Unicode.Scalar)
    guard count >= mark else { return "" }
    var used = 0
    let isPlain = SafeText.isPlainRun(text)
    var end = text.startIndex
    while end < text.endIndex {
      used += isPlain ? columns(of: text.unicodeScalars[end]) : columns(of: text[end])
      guard used <= count - mark else { break }
      end = isPlain ? text.unicodeScalars.index(after: end) : text.index(after: end)
    }
    return String(text[..<end]) + "…"
  }

  /// The end of a text, as long as its visible form takes at most `count` columns; what stands before it is not looked at.
  public func suffix<Text: BidirectionalCollection<Character>>(of text: Text, columns count: Int) -> Text.SubSequence {
    var (used, start) = (0, text.endIndex)
    while start > text.startIndex {
      let before = text.index(before: start)
      used += columns(ofVisible: text[before])
      guard used <= count else { break }
      start = before
    }
    return text[start...]
  }

  /// The text with blanks behind it so that it takes at least `count` columns.
  public func padded(_ text: String, toColumns count: Int) -> String {
    text + String(repeating: " ", count: max(0, count - columns(of: text)))
  }

  private func columns(ofKind kind: UInt8?) -> Int {
    guard let kind else { return 1 }
    switch kind {
    case 0: return 0
    case 1: return 2
    default: return ambiguous.bits >> UInt32(kind - 2) & 1 == 0 ? 1 : 2
    }
  }

  /// What the generated table says of a scalar; nil for one column.
  private static func kind(of value: UInt32) -> UInt8? {
    let firsts = GeneratedWidthRanges.firsts
    var low = 0
    var high = firsts.count
    while low < high {
      let middle = (low + high) / 2
      if firsts[middle] <= value { low = middle + 1 } else { high = middle }
    }
    guard low > 0, value <= GeneratedWidthRanges.lasts[low - 1] else { return nil }
    return GeneratedWidthRanges.kinds[low - 1]
  }
}
