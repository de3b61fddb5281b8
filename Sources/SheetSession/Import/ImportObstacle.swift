// Holds why a text is not taken into a book, as facts; sentences are made in the wording.

import InitiativeModel
import SheetExchange
import SheetStorage

/// Why an import wrote nothing, or where it stopped.
public enum ImportObstacle: Error, Equatable, Sendable {
  /// What the book's own words are compared with.
  public enum Source: Equatable, Sendable {
    /// What stands in the text, with the file's name.
    case text(file: String)
    /// What was asked for.
    case request
  }

  /// The file is larger than what is read.
  case textTooLarge(file: String)
  /// The file is no published text.
  case text(PublishedTextError, file: String)
  /// Neither the text nor an option says the fiscal year.
  case yearUnknown(file: String)
  /// There is a book, and it may not be changed.
  case bookExists(path: String)
  /// The book is another ward's.
  case otherWard(path: String, book: String, other: String, Source)
  /// The book is of another fiscal year.
  case otherYear(path: String, book: FiscalYear, other: FiscalYear, Source)
  /// A sheet of the text has another title than the book's sheet of the same number.
  case otherNumbering(path: String, number: Int, book: String, other: String, file: String)
  /// A sheet would be larger than what is read back.
  case sheetTooLarge(number: Int, path: String, bytes: Int)
  /// ② without its text could not be put on the disk as a draft; nothing was written.
  case draftNotKept(number: Int, path: String, KeepingError)
  /// A file could not be read or written; nothing was written.
  case storage(StorageError)
  /// Writing stopped behind some sheets, whose numbers are given.
  case stopped(written: [Int], of: Int, StorageError)
}
