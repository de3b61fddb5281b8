// Holds what becomes of a draft that was found.

/// What becomes of a draft that was found.
public enum DraftAnswer: CaseIterable, Equatable, Sendable {
  /// The screen goes on from it.
  case resume
  /// It stays on disk as it is, and is offered again at the next start.
  case keep
  /// It goes, after two weeks for good.
  case discard
}
