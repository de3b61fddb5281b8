// Holds which text a field gets that two people changed.

/// Which text a field gets.
package enum ConflictAnswer: CaseIterable, Equatable, Sendable {
  /// Both, what they share once; for a choice, ours.
  case both
  /// Ours.
  case ours
  /// Theirs.
  case theirs
  /// What a draft of an earlier answer made of them, where that is another text.
  case draft
}
