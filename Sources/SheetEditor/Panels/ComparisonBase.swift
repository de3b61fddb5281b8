// Holds what a sheet can be compared with.

import InitiativeModel

/// What a sheet can be compared with.
enum ComparisonBase: Equatable, Sendable {
  /// The draft with what is saved.
  case draft
  /// What is saved with what a supervisor last marked in a period.
  case mark(ReviewMark)
  /// What is saved with what was there before the last save.
  case lastSave
  /// What is saved with the same item of another year's book.
  case year(OtherYear)
}
