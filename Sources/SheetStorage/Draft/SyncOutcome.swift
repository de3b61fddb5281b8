// Holds what the answer of a sync came to.

/// What the answer of a sync came to.
public enum SyncOutcome: Equatable, Sendable {
  /// What it was asked for is on the disk.
  case proven
  /// The journal was written anew and is to be put on the disk again.
  case writtenAnew
  /// The disk did not take it, and there is no better place; or the answer speaks of a file that is gone.
  case nothing
}
