// Holds where a journal is being kept.

/// Where a journal is being kept.
public enum DraftStatus: Equatable, Sendable {
  /// In the place where drafts belong.
  case kept
  /// In another folder, because the usual one could not be written.
  case keptElsewhere(folder: String)
  /// Nowhere that can be relied on; why not in the last place that was tried.
  case notKept(KeepingError)
}
