// Holds the making of the books of a later year from those that are there.

import InitiativeModel
import SheetExchange
import SheetStorage

/// A book, or the latest books of a library, of which a later year's are to be made.
public struct NewYear: Equatable, Sendable {
  /// The folder of the book, or of the library.
  public var folder: String
  /// The year of the new books.
  public var year: FiscalYear
  /// The folder in which they are to be, or which the one book is to be where it is not there; nil for the place beside
  /// the book of the year before.
  public var destination: String?

  /// Asks for the books of a year.
  public init(_ folder: String, to year: FiscalYear, into destination: String? = nil) {
    self.folder = folder
    self.year = year
    self.destination = destination
  }

  /// Works out every book, or why it is not made; nothing is written.
  ///
  /// Of a library each ward's latest book before that year is taken.
  ///
  /// - Throws: `NewYearObstacle` where the folder cannot be read or nothing in it is of an earlier year.
  public func books() throws(NewYearObstacle) -> [Result<NewYearBook, NewYearObstacle>] {
    let loaded: [LibraryBook]
    do {
      loaded = try LibraryFolder.load(folder)
    } catch {
      throw .storage(error)
    }
    let isLibrary = LibraryFolder.holdsBooks(folder)
    if !isLibrary, let header = loaded.first?.header, header.fiscalYear >= year {
      throw .notLater(path: folder, year: header.fiscalYear, asked: year)
    }
    let chosen = isLibrary ? latest(of: loaded) : loaded
    guard !chosen.isEmpty else { throw .noEarlierBook(path: folder, year: year) }
    let books = OpenLibrary.inOrder(chosen) { $0.header }.map { book in
      Result { () throws(NewYearObstacle) in try self.book(of: book, isLibrary: isLibrary) }
    }
    return NewYear.withNamesOfTheirOwn(books)
  }

  /// Each ward's latest book of an earlier year; a book that cannot be read is one of its own, to be told.
  private func latest(of books: [LibraryBook]) -> [LibraryBook] {
    var latest: [String: (book: LibraryBook, year: FiscalYear)] = [:]
    var unreadable: [LibraryBook] = []
    for book in books {
      guard let header = book.header else {
        unreadable.append(book)
        continue
      }
      let key = header.wardKey.isEmpty ? "/" + NewYear.stem(of: book.path, header) : header.wardKey
      guard header.fiscalYear < year, latest[key].map({ $0.year < header.fiscalYear }) ?? true else { continue }
      latest[key] = (book, header.fiscalYear)
    }
    return latest.values.map(\.book).sorted { $0.path < $1.path } + unreadable
  }

  private func book(of source: LibraryBook, isLibrary: Bool) throws(NewYearObstacle) -> NewYearBook {
    switch source {
    case .unreadable(_, let error): throw .storage(error)
    case .readable(let book):
      let header = NewYearBook.header(of: book.header, in: year)
      let path = try place(for: header, from: book, isLibrary: isLibrary)
      return try NewYearBook(of: book, header: header, path: path)
    }
  }

  /// The folder of a new book.
  private func place(
    for header: BookHeader, from book: StoredBook, isLibrary: Bool
  ) throws(NewYearObstacle) -> String {
    var library = isLibrary ? folder : FolderPath.parent(of: folder)
    if let destination {
      guard isLibrary || FolderPath.isThere(destination) else { return destination }
      library = destination
    }
    try requireNoBook(header, in: library)
    let path = FolderPath.place(of: NewYear.folderName(header, from: book), in: library)
    guard !FolderPath.isThere(path) else { throw .nameTaken(path: path) }
    return path
  }

  /// Sees that a folder neither is nor holds a book of the ward and year.
  private func requireNoBook(_ header: BookHeader, in library: String) throws(NewYearObstacle) {
    for place in (try? LibraryFolder.places(library)) ?? [] {
      if place == library { throw .nameTaken(path: library) }
      guard let there = try? BookFolder(path: place).loadHeader() else { continue }
      guard BookFinding.sameBooks(among: [(place, there), ("", header)]).isEmpty else {
        throw .bookExists(path: place, ward: header.ward, year: header.fiscalYear)
      }
    }
  }

  /// The name of a new book's folder: as an import names it, or for another ward that of the book before.
  private static func folderName(_ header: BookHeader, from book: StoredBook) -> String {
    let year = header.fiscalYear.year
    if let romaji = OsakaWards.romaji(of: header.ward) { return "\(romaji)-\(year)" }
    return "\(stem(of: book.folder.path, book.header))-\(year)"
  }

  /// The name of a book's folder without its year.
  private static func stem(of path: String, _ header: BookHeader) -> String {
    let name = FolderPath.name(of: path)
    let ending = "-\(header.fiscalYear.year)"
    return name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
  }

  /// The books, of which none has the name of another.
  private static func withNamesOfTheirOwn(
    _ books: [Result<NewYearBook, NewYearObstacle>]
  ) -> [Result<NewYearBook, NewYearObstacle>] {
    let made = books.compactMap { try? $0.get() }
    return books.map { result in
      guard let book = try? result.get() else { return result }
      let same = made.filter { $0.path == book.path }
      return same.count == 1 ? result : .failure(.sameName(path: book.path, books: same.map(\.source).sorted()))
    }
  }
}
