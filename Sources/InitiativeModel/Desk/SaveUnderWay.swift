// Holds a save that has no answer yet, and the answers that there are.

/// A save that was asked for and has no answer yet.
package struct SaveUnderWay: Equatable, Sendable {
  /// What its answer is known by.
  package let ticket: Int
  /// What was on screen when the sheet was handed to the disk.
  package let handed: InitiativeSheet
  /// Whether what was written since is to be saved as well.
  package var isAskedAgain = false
  /// What somebody else wrote into the file meanwhile; it is put together with ours once the save has its answer.
  package var change: FileContent?
}

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
