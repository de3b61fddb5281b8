// Holds why no book of a later year is made, as facts; sentences are made in the wording.

import InitiativeModel
import SheetStorage

/// Why a book of a later year is not made.
public enum NewYearObstacle: Error, Equatable, Sendable {
  /// No book of an earlier year is there.
  case noEarlierBook(path: String, year: FiscalYear)
  /// The book is of that year already, or of a later one.
  case notLater(path: String, year: FiscalYear, asked: FiscalYear)
  /// There is a book of the ward and year.
  case bookExists(path: String, ward: String, year: FiscalYear)
  /// Something that is no such book has the name that the book would get.
  case nameTaken(path: String)
  /// Two books would get the same name.
  case sameName(path: String, books: [String])
  /// Two sheets of a book have one number.
  case repeatedNumber(path: String, number: Int)
  /// The book has no sheet.
  case noSheets(path: String)
  /// Something could not be read or written.
  case storage(StorageError)
}
