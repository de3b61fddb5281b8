// Holds what the person can set in the list and take back with Esc, and the number that is being typed.

/// What narrows the list down, or is picked in it.
enum ListNarrowing: Hashable, Sendable {
  /// The titles hold what was typed.
  case typed
  /// The states, or ② alone.
  case filter
  /// Sheets are picked.
  case picked
}

/// The number of an item as far as it is typed, and when its last digit came, in milliseconds.
struct TypedNumber: Equatable, Sendable {
  let digits: String
  let time: Int

  /// How long the next digit may take to belong to the same number, in milliseconds.
  static let longestPause = 2000

  /// The digits of a text that is nothing else, in half or full width; nil for any other text.
  static func digits(_ text: String) -> String? {
    let digits = text.unicodeScalars.compactMap { scalar -> Character? in
      switch scalar {
      case "0"..."9": Character(scalar)
      case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30).map { Character($0) }
      default: nil
      }
    }
    return !digits.isEmpty && digits.count == text.unicodeScalars.count && digits.count <= 4 ? String(digits) : nil
  }
}
