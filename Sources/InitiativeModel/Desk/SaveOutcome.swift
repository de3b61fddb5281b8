// Holds what came of a save.

/// What came of a save.
public enum SaveOutcome: Equatable, Sendable {
  /// It was written and is on the disk; what the file holds by it.
  case written(FileContent)
  /// It was written, but the disk has not confirmed it, and why.
  case unproven(FileContent, reason: String)
  /// It was not written, and why.
  case failed(reason: String)
  /// It was not written, as somebody else has changed the file; what it holds by that.
  case changed(FileContent)
}
