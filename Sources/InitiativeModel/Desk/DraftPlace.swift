// Holds where drafts are being kept.

/// Where drafts are being kept.
public enum DraftPlace: Equatable, Sendable {
  /// On disk, where they belong.
  case kept
  /// On disk in another place, because the usual one could not be written.
  case keptElsewhere(path: String)
  /// Nowhere but in memory; the reason as the system names it.
  case notKept(reason: String)
}
