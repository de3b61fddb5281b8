// Holds the gathering of the sheets of a file that came back: of one book, each number once.

import InitiativeModel

/// Gathers the sheets of a file that came back.
struct ReturnedSheets {
  /// What the file says of the book of a sheet.
  private struct Book: Hashable {
    let ward: String?
    let year: Int?

    var name: String {
      let ward = (ward ?? "").isEmpty ? TableWording.unknownWard : ward ?? ""
      return ward + (year.map { " \($0)年度" } ?? "")
    }
  }

  private struct Key: Hashable {
    let book: Book
    let number: Int
  }

  private var books: [Book] = []
  private var keys: Set<Key> = []
  private var sheets: [ReturnedSheet] = []

  /// Adds a sheet of the book whose ward and year the file says, nil where it says none.
  mutating func add(_ sheet: ReturnedSheet, ward: String?, year: FiscalYear?) throws(ReturnedFileError) {
    let book = Book(ward: ward, year: year?.year)
    if books.last != book, !books.contains(book) { books.append(book) }
    guard books.count <= ReturnedLimits.sheets, sheets.count < ReturnedLimits.sheets else { throw .tooLarge }
    guard keys.insert(Key(book: book, number: sheet.number)).inserted else {
      throw .repeatedSheet(number: sheet.number, place: sheet.place)
    }
    sheets.append(sheet)
  }

  /// The book of all sheets.
  func book(ignoredColumns: [String] = [], isLossy: Bool) throws(ReturnedFileError) -> ReturnedBook {
    guard let book = books.first else { throw .noSheets }
    guard books.count == 1 else { throw .severalBooks(books.map(\.name)) }
    return ReturnedBook(
      ward: book.ward.flatMap { $0.isEmpty ? nil : $0 }, fiscalYear: book.year.flatMap { FiscalYear($0) },
      sheets: sheets, ignoredColumns: ignoredColumns, isLossy: isLossy)
  }
}
