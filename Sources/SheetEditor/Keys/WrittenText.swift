// Holds text as it reaches a screen or a panel.

/// Text that was typed, or pasted.
enum WrittenText: Equatable, Sendable {
  case typed(String)
  /// Pasted text, and how many control characters were left out of it.
  case pasted(String, dropped: Int)

  /// The text.
  var string: String {
    switch self {
    case .typed(let text), .pasted(let text, _): text
    }
  }
}
