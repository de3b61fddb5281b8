// Holds a folder as it was opened: all its books, in the order in which they are listed.

import InitiativeModel
import SheetExchange
import SheetStorage

/// The books of a folder with their drafts.
public struct OpenLibrary: Sendable {
  /// The books that are open.
  public let books: [OpenedBook]
  /// The folders of the books that are not open yet.
  public let waiting: [String]
  /// The books as the list shows them, the latest year first, the wards in the city's own order; of those that are not
  /// open yet the header alone.
  public let sections: [BookSection]

  /// Opens a folder with all its books; what cannot be read is told in `unreadable`.
  ///
  /// - Parameters:
  ///   - appliesDrafts: whether the sheets have the entries of drafts that earlier programs left; a front end that edits
  ///     asks for each of them first (`OpenedBook.offeredDrafts`).
  ///   - places: where they are kept.
  /// - Throws: `StorageError` when there is no such folder or no book in it.
  public init(
    _ path: String, appliesDrafts: Bool = true, drafts places: DraftPlaces = .current
  ) throws(StorageError) {
    let loaded = try LibraryFolder.load(path)
    let listing = places.listing()
    books = loaded.map { OpenedBook($0, appliesDrafts: appliesDrafts, places, listing) }
    waiting = []
    sections = OpenLibrary.ordered(books, [])
  }

  /// Names books that a session opens later (`LibrarySession.open`): what their headers say is known.
  public init(namesOnly places: [String]) {
    books = []
    waiting = places
    sections = OpenLibrary.ordered([], places)
  }

  /// The books and their sheets.
  public var library: Library { Library(sections, sheets: books.flatMap(\.sheets)) }

  /// Puts books in order; of those that are not open the headers are read, several at once.
  private static func ordered(_ books: [OpenedBook], _ waiting: [String]) -> [BookSection] {
    let rest = waiting.mapOnAllProcessors { place in
      BookSection(path: place, header: try? BookFolder(path: place).loadHeader(), rows: [], isLoading: true)
    }
    return inOrder(books.map(\.section) + rest) { $0.header }
  }

  /// Puts books in the order in which all commands name them: the latest year first, the wards in the city's own order.
  public static func inOrder<Book>(_ books: [Book], by header: (Book) -> BookHeader?) -> [Book] {
    books.enumerated().map { (place(header($0.element), $0.offset), $0.element) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func place(_ header: BookHeader?, _ offset: Int) -> (Int, Int, Int) {
    guard let header else { return (0, Int.max, offset) }
    return (-header.fiscalYear.year, OsakaWards.place(of: header.ward) ?? Int.max, offset)
  }

  /// What could not be read, as sentences.
  public var unreadable: [String] { books.flatMap(\.unreadable) }
}
