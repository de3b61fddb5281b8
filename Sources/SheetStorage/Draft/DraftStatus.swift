// Holds what is known of a journal: where it is being kept, and what a sync came to.

/// Where a journal is being kept.
public enum DraftStatus: Equatable, Sendable {
  /// In the place where drafts belong.
  case kept
  /// In another folder, because the usual one could not be written.
  case keptElsewhere(folder: String)
  /// Nowhere that can be relied on; why not in the last place that was tried.
  case notKept(KeepingError)
}

/// What the answer of a sync came to.
public enum SyncOutcome: Equatable, Sendable {
  /// What it was asked for is on the disk.
  case proven
  /// The journal was written anew and is to be put on the disk again.
  case writtenAnew
  /// The disk did not take it, and there is no better place; or the answer speaks of a file that is gone.
  case nothing
}
