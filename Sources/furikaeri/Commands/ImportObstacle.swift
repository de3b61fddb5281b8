// Holds why a text is not taken into a book, as facts; sentences are made in the wording.

import InitiativeModel
import SheetExchange
import SheetStorage

/// Why an import wrote nothing, or where it stopped.
enum ImportObstacle: Error, Equatable {
  /// What the book's own words are compared with.
  enum Source: Equatable {
    /// What stands in the text, with the file's name.
    case text(file: String)
    /// An option on the command line.
    case option(String)
  }

  /// The file is larger than what is read.
  case textTooLarge(file: String)
  /// The file is no published text.
  case text(PublishedTextError, file: String)
  /// Neither the text nor the command line says the fiscal year.
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

  /// How the program ends.
  var status: Int32 {
    switch self {
    case .yearUnknown: ExitStatus.usage
    case .bookExists, .otherWard, .otherYear, .otherNumbering: ExitStatus.conflict
    case .textTooLarge, .text, .sheetTooLarge, .draftNotKept: ExitStatus.unreadable
    case .storage(let error), .stopped(_, _, let error): ExitStatus.of(error)
    }
  }
}
