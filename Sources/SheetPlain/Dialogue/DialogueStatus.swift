// Holds why a dialogue ended.

/// Why a dialogue ended; the raw values are in the order of how bad it is.
public enum DialogueStatus: Int, Comparable, Sendable {
  /// Everything that was asked for was done.
  case done
  /// Something is left that is not saved, or a rule keeps it from being saved.
  case unsaved
  /// A line was not understood, or could not be carried out as it stood.
  case notUnderstood
  /// A file could not be read or written, or it is not certain that it was.
  case unreadable
  /// Somebody else changed or is editing a sheet, or a question was not answered.
  case conflict

  /// Whether the right one is worse.
  public static func < (left: DialogueStatus, right: DialogueStatus) -> Bool { left.rawValue < right.rawValue }
}
