// Holds what a sync says of a journal's file.

/// What a sync says of a journal's file.
public struct DraftProof: Sendable {
  /// The outcomes.
  enum Outcome: Equatable, Sendable {
    /// All that stood in the file when the sync was asked for is on the disk, and its name is.
    case proven
    /// Somebody took the file away, or it cannot be read.
    case lost
    /// The disk did not take it.
    case failed(SystemError)
  }

  let path: String
  let outcome: Outcome
  /// How many edits stood in the file when the sync was asked for.
  let count: Int
}
