// Holds what can be pressed in 本文.

/// What can be pressed where a long text is written.
enum TextSpot: Hashable, Sendable {
  /// The rows of the text; their first column is free.
  case body
}
