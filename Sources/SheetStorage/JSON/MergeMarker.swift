// Holds how the lines look that git leaves in a file whose merge is not finished.

/// A line such as <<<<<<< HEAD, |||||||, ======= or >>>>>>> theirs.
enum MergeMarker {
  private static let signs: [UInt8] = [
    UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: ">"),
  ]

  /// Whether a text begins with such a line.
  static func begins(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first, signs.contains(sign), text.prefix(7).count == 7,
      text.prefix(7).allSatisfy({ $0 == sign })
    else { return false }
    return text.dropFirst(7).first.map { [0x20, 0x0A, 0x0D].contains($0) } ?? true
  }
}
