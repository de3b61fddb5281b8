// Holds whether somebody has a journal open.

/// Whether somebody has a journal open.
enum DraftOwnership: Equatable, Sendable {
  /// Nobody has.
  case free
  /// A living program has.
  case owned
  /// Nobody can tell.
  case inDoubt
}
