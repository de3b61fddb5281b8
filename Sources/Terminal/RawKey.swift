// Holds how long a key, an escape sequence or a paste with brackets is in what a device reads.

/// What a key is made of in raw input.
enum RawKey {
  /// How many inputs the key that a batch begins with is made of, as far as the batch goes; none where it is empty.
  ///
  /// Esc goes with what it makes a sequence or a key with Alt, and not with text of other alphabets; a paste with
  /// brackets goes up to its closing one.
  static func length(in batch: ArraySlice<RawInput>) -> Int {
    guard batch.first == .scalar(escape) else { return min(1, batch.count) }
    let scalars = RawKey.scalars(batch.prefix(longest))
    guard scalars.count > 1 else { return 1 }
    if scalars.starts(with: opening) { return lengthOfPaste(RawKey.scalars(batch)) }
    switch scalars[1] {
    case "[": return lengthOfSequence(scalars)
    case "O": return scalars.count > 2 && canEnd(scalars[2]) ? 3 : 2
    case "]": return lengthOfForeignReport(in: batch) ?? lengthOfReport(scalars)
    case "P", "X", "^", "_": return lengthOfForeignReport(in: batch) ?? 2
    default: return scalars[1] == escape || scalars[1].value >= 0xA0 ? 1 : 2
    }
  }

  /// How long the report is that a batch begins with, when it is one that nobody asks for; nil where there is none whole.
  ///
  /// Such are ESC ], a number, a semicolon and text up to BEL or ESC \\ (the answer to OSC 11 apart), and what stands
  /// between ESC P, ESC X, ESC ^ or ESC _ and ESC \\. None of them can be typed by hand.
  static func lengthOfForeignReport(in batch: ArraySlice<RawInput>) -> Int? {
    guard batch.first == .scalar(escape) else { return nil }
    let scalars = RawKey.scalars(batch.prefix(longestReport))
    guard scalars.count > 3 else { return nil }
    let end = scalars.indices.dropFirst(2).first { scalars[$0].value < 0x20 }
    guard let end else { return nil }
    let endsWithEscape = scalars[end] == escape && end + 1 < scalars.count && scalars[end + 1] == "\\"
    switch scalars[1] {
    case "]":
      let number = scalars[2...].prefix { ("0"..."9").contains($0) }
      let isWhole = !number.isEmpty && number.endIndex < end && scalars[number.endIndex] == ";"
      let body = String(String.UnicodeScalarView(scalars[2..<end]))
      guard isWhole, !BackgroundReport.canBegin(body), scalars[end] == "\u{7}" || endsWithEscape else {
        return nil
      }
    case "P", "X", "^", "_": guard endsWithEscape else { return nil }
    default: return nil
    }
    return end + (endsWithEscape ? 2 : 1)
  }

  /// Whether a character can stand behind ESC O or ESC [ [ and belong to it; another one was typed on its own.
  static func canEnd(_ scalar: Unicode.Scalar) -> Bool { (0x20..<0x7F).contains(scalar.value) }

  /// The beginning of a sequence at the end of a batch, to which what comes in the next one belongs; none where there is
  /// none, and for Esc alone, which is a key.
  static func unfinished(atEndOf batch: [RawInput]) -> [RawInput] {
    guard let start = batch.suffix(longest / 2).lastIndex(of: .scalar(escape)) else { return [] }
    let tail = scalars(batch[start...])
    guard tail.count > 1, start + tail.count == batch.count else { return [] }
    let isUnfinished =
      switch (tail[1], tail.count) {
      case ("[", 2), ("O", 2): true
      case ("[", 3) where tail[2] == "[" || tail[2] == "M": true
      case ("[", 4) where tail[2] == "M": true
      case ("[", _): tail[2...].allSatisfy { (0x20...0x3F).contains($0.value) }
      default: false
      }
    return isUnfinished ? Array(batch[start...]) : []
  }

  /// The most that is looked at of a report: what answers a question about a clipboard is longer, and comes to nobody.
  private static let longestReport = 4096

  /// The most that is looked at of anything but a paste.
  private static let longest = 128
  private static let escape: Unicode.Scalar = "\u{1B}"
  private static let opening = Array("\u{1B}[200~".unicodeScalars)
  private static let closing = Array("\u{1B}[201~".unicodeScalars)

  private static func scalars(_ batch: ArraySlice<RawInput>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for input in batch {
      guard case .scalar(let scalar) = input else { break }
      scalars.append(scalar)
    }
    return scalars
  }

  /// The length of what begins with ESC [: with parameters and an end, or a key of the Linux console, or a mouse.
  private static func lengthOfSequence(_ scalars: [Unicode.Scalar]) -> Int {
    let parameters = scalars.dropFirst(2).prefix { (0x20...0x3F).contains($0.value) }.count
    guard scalars.count > 2 + parameters, (0x40...0x7E).contains(scalars[2 + parameters].value) else {
      return 2 + parameters
    }
    guard parameters == 0 else { return 3 + parameters }
    if scalars[2] == "[" { return scalars.count > 3 && canEnd(scalars[3]) ? 4 : 3 }
    return scalars[2] == "M" ? min(scalars.count, 6) : 3
  }

  private static func lengthOfPaste(_ scalars: [Unicode.Scalar]) -> Int {
    let end = scalars.indices.first { scalars[$0] == escape && scalars[$0...].starts(with: closing) }
    return end.map { $0 + closing.count } ?? scalars.count
  }

  /// The length of a terminal's answer up to BEL or ESC \\; what has no such end began with a key.
  private static func lengthOfReport(_ scalars: [Unicode.Scalar]) -> Int {
    let end = scalars.indices.first { scalars[$0] == "\u{7}" || (scalars[$0] == "\\" && scalars[$0 - 1] == escape) }
    return end.map { $0 + 1 } ?? 2
  }
}
