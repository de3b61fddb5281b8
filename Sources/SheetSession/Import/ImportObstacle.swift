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
    /// What a file that came back says of itself, with its name.
    case file(String)
    /// What was asked for.
    case request
  }

  /// The file is larger than what is read.
  case textTooLarge(file: String)
  /// The file is no published text.
  case text(PublishedTextError, file: String)
  /// The file came back and cannot be read.
  case file(ReturnedFileError, file: String)
  /// Neither the text nor an option says the fiscal year.
  case yearUnknown(file: String)
  /// Neither the file that came back nor an option says the ward, and there are several books.
  case wardUnknown(file: String)
  /// The library has no book of the ward and year of a file that came back, and cannot make one of that name.
  case noSuchBook(path: String, ward: String, year: FiscalYear, file: String)
  /// A file that came back gives a sheet another number than the one under which it was exported; where it stands.
  case otherNumber(file: String, place: String, number: Int, own: Int)
  /// There is a book, and it may not be changed.
  case bookExists(path: String)
  /// The book is another ward's.
  case otherWard(path: String, book: String, other: String, Source)
  /// The book is of another fiscal year.
  case otherYear(path: String, book: FiscalYear, other: FiscalYear, Source)
  /// A sheet of the text has another title than the book's sheet of the same number.
  case otherNumbering(path: String, number: Int, book: String, other: String, file: String)
  /// Sheets of a file have each other's text in a column: it was moved by rows; the first of them, whose it is, how many.
  case movedColumn(file: String, field: EntryField, number: Int, own: Int, count: Int)
  /// A sheet would be larger than what is read back.
  case sheetTooLarge(number: Int, path: String, bytes: Int)
  /// ② without its text could not be put on the disk as a draft; nothing was written.
  case draftNotKept(number: Int, path: String, KeepingError)
  /// What must wait for an answer could not be put on the disk as a draft; nothing was written.
  case waitingNotKept(number: Int, path: String, KeepingError)
  /// A file could not be read or written; nothing was written.
  case storage(StorageError)
  /// Writing stopped behind some sheets, whose numbers are given.
  case stopped(written: [Int], of: Int, StorageError)
  /// The same, of a file that came back.
  case stoppedReturned(written: [Int], of: Int, StorageError)
}

extension ImportObstacle.Source {
  /// Whether it is a text, which may only mention what it is compared by.
  var isText: Bool {
    if case .text = self { return true }
    return false
  }
}
