// Holds which text a field gets that two people changed.

/// Which text a field gets.
package enum ConflictAnswer: CaseIterable, Equatable, Sendable {
  /// Both, one after the other; for a choice, ours.
  case both
  /// Ours.
  case ours
  /// Theirs.
  case theirs
}
