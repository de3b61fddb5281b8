// Holds the text of a bracketed paste while it arrives.

/// Collects a paste up to ESC [ 201 ~.
///
/// CR LF and CR become LF, tabs (the borders of Excel's cells) stay, other control characters are left out and counted.
/// Nothing in it is a key.
struct PasteCollector: Sendable {
  private(set) var text = ""
  private(set) var dropped = 0
  private var afterReturn = false
  private var matched = 0

  private static let end: [Unicode.Scalar] = Array("\u{1B}[201~".unicodeScalars)

  /// Takes a scalar; true when the paste has ended with it.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == PasteCollector.end[matched] {
      matched += 1
      return matched == PasteCollector.end.count
    }
    let unfinished = PasteCollector.end[..<matched]
    matched = 0
    for part in unfinished { add(part) }
    if scalar == PasteCollector.end[0] { matched = 1 } else { add(scalar) }
    return false
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    defer { afterReturn = scalar == "\r" }
    switch scalar {
    case "\r": text.unicodeScalars.append("\n")
    case "\n": if !afterReturn { text.unicodeScalars.append("\n") }
    case "\t": text.unicodeScalars.append("\t")
    case _ where scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value): dropped += 1
    default: text.unicodeScalars.append(scalar)
    }
  }
}
