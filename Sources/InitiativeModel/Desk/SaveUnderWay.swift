// Holds a save that has no answer yet.

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
