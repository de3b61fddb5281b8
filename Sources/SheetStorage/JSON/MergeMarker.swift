// Holds how the lines look that git leaves in a file whose merge is not finished.

/// A line such as <<<<<<< HEAD, |||||||, ======= or >>>>>>> theirs.
enum MergeMarker: UInt8 {
  case ours = 0x3C
  case base = 0x7C
  case theirs = 0x3D
  case end = 0x3E

  private static let length = 7

  /// The marker that a text begins with; nil for any other text.
  init?(_ text: ArraySlice<UInt8>) {
    guard let sign = text.first, let marker = MergeMarker(rawValue: sign),
      text.prefix(MergeMarker.length).count == MergeMarker.length,
      text.prefix(MergeMarker.length).allSatisfy({ $0 == sign }),
      text.dropFirst(MergeMarker.length).first.map({ [0x20, 0x0A, 0x0D].contains($0) }) ?? true
    else { return nil }
    self = marker
  }

  /// Whether a text begins with such a line.
  static func begins(_ text: ArraySlice<UInt8>) -> Bool { MergeMarker(text) != nil }

  /// What git wrote behind the marker that a line begins with: a branch, a commit; not longer than a name.
  static func name(in line: ArraySlice<UInt8>) -> String {
    let name = line.dropFirst(length).filter { $0 != 0x0A && $0 != 0x0D }
    return String(String(decoding: name, as: UTF8.self).drop { $0 == " " }.prefix(longestName))
  }

  private static let longestName = 60
}
