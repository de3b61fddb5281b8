// Holds what a front end is told of the files of a library.

/// What happened to the files of a library.
public enum FileEvent: Equatable, Sendable {
  /// What came of the save of a ticket.
  case saveAnswered(SheetID, SaveOutcome, ticket: Int)
  /// Somebody else changed the file; what it holds by that.
  case changedOnDisk(SheetID, FileContent)
  /// git left two versions in the file; the content is the one that was to be merged.
  case unmergedOnDisk(SheetID, FileContent, GitVersions)
  /// Where drafts are being kept changed.
  case draftPlace(DraftPlace)
  /// The changes of a sheet's draft up to this one are proven to be on the disk.
  case draftProven(SheetID, change: Int)
  /// Somebody else began or ended editing a sheet; nil when nobody else is.
  case holder(SheetID, Holder?)
  /// The mark or reply of a ticket was written; all marks of the sheet, and the period that they are about.
  case marked(SheetID, SheetReviews, ReviewPeriod, ticket: Int)
  /// The mark or reply of a ticket could not be written.
  case markingFailed(SheetID, reason: String, ticket: Int)
  /// Somebody else marked a sheet; all its marks as they are.
  case reviewsChanged(SheetID, SheetReviews)
  /// What the history says of a sheet's last save.
  case lastSave(SheetID, LastSave)
  /// A book of the list was read: its sheets, its drafts of earlier programs.
  case bookOpened(BookSection, [EditedSheet], [RecoverableDraft])
  /// The plan of a book was fixed; what book.json says by that.
  case planFixed(String, BookHeader)
  /// Something the person should know.
  case notice(String)
}
