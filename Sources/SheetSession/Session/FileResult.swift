// Holds what is done beside a front end's loop and waits to be told.

import InitiativeModel
import SheetStorage
import Synchronization

/// What something done beside the loop came to.
enum FileResult: Sendable {
  /// A book was opened.
  case opened(OpenedBook)
  /// What came of the save of a ticket.
  case saved(SheetID, Result<BookFolder.Written, StorageError>, ticket: Int)
  /// What came of claiming a sheet for editing.
  case claimed(SheetID, EditingClaim.Outcome)
  case looked([OutsideChange], holders: [SheetID: Presence], of: [SheetID])
  case cleared([String])
  /// The header of a book, by its path, whose plan was to be fixed.
  case planFixed(String, Result<BookHeader, StorageError>)
  /// What came of putting drafts on the disk, and the last change of each that stood in it when that was asked for.
  case synced([(id: SheetID, change: Int, proof: DraftProof)])
  /// The marks of a sheet after that of a ticket was set.
  case reviewed(SheetID, ReviewPeriod, Result<SheetReviews, StorageError>, ticket: Int)
  case history(SheetID, LastSave)
  /// The path of a copy that was written elsewhere.
  case copied(Result<String, StorageError>)
}
