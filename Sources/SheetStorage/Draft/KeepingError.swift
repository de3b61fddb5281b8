// Holds why something of the person's could not be kept.

/// Why a draft or a comment could not be kept.
public enum KeepingError: Error, Equatable, Sendable {
  /// It is larger than what is read back, in bytes.
  case tooLarge(limit: Int)
  /// A system call failed, in the last place that was tried.
  case system(SystemError)
}
