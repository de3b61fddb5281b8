// Holds the choice of the sheets of an export, as they are saved.

import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWording

/// The sheets of a folder that were asked for, and what has to be said of them.
public struct ExportSelection: Sendable {
  /// The sheets, books in the order in which all commands name them; books without one are left out.
  public private(set) var content: ExportContent
  /// What could not be read, as sentences.
  public private(set) var problems: [String] = []
  /// The exported sheets of which this user has a draft, by book.
  public private(set) var drafted: [(header: BookHeader, numbers: [Int])] = []
  /// The different titles that were found by a text, in order.
  public private(set) var titles: [String] = []
  /// The books that have no sheet of such a title.
  public private(set) var without: [BookHeader] = []
  /// Where a text found no title, those that are nearest to it.
  public private(set) var nearest: [String] = []
  /// The sheets that are exported, with where they are stored.
  public private(set) var places: [Place] = []

  /// An exported sheet and its file.
  public struct Place: Sendable {
    /// The book's folder.
    public let book: String
    /// The sheet's file in it.
    public let file: String
    /// The sheet as it is saved.
    public let sheet: InitiativeSheet
  }

  /// Chooses sheets.
  ///
  /// - Parameters:
  ///   - item: the number of the only sheet of each book; nil for all.
  ///   - title: a text by which the one item of all books is found, compared as searching compares; nil for all.
  ///   - drafts: where drafts are kept.
  /// - Throws: `StorageError` when there is no such folder or no book in it.
  public init(
    _ folder: String, item: Int? = nil, title: String? = nil, drafts: DraftPlaces = .current
  ) throws(StorageError) {
    content = ExportContent(books: [], itemTitle: title)
    let books = OpenLibrary.inOrder(try LibraryFolder.load(folder)) { $0.header }
    var stored: [StoredBook] = []
    for book in books {
      switch book {
      case .unreadable(_, let error): problems.append(Wording.sentence(error))
      case .readable(let book): stored.append(book)
      }
    }
    let wanted = title.map { TitleChoice($0, among: stored.flatMap(\.sheets).map(\.sheet)) }
    let listing = drafts.listing()
    for book in stored { take(book, item, wanted, drafts.store(of: book.folder.path, book.header, listing)) }
    titles = wanted?.titles ?? []
    nearest = wanted?.nearest ?? []
  }

  private mutating func take(_ book: StoredBook, _ item: Int?, _ wanted: TitleChoice?, _ drafts: DraftStore) {
    var sheets: [StoredSheet] = []
    for entry in book.entries {
      switch entry {
      case .readable(let sheet):
        let isMeant = item == nil || sheet.sheet.number == item
        if isMeant, wanted?.takes(sheet.sheet) ?? true { sheets.append(sheet) }
      case .unreadable(let name, let error):
        let number = BookFinding.number(inName: name)
        guard item == nil || number == item else { continue }
        problems.append(Wording.sentence(error) + (number.map { Wording.isLeftOut(number: $0) } ?? ""))
      }
    }
    guard !sheets.isEmpty else {
      if wanted != nil { without.append(book.header) }
      return
    }
    places += sheets.map { Place(book: book.folder.path, file: $0.fileName, sheet: $0.sheet) }
    let exported = sheets.map { ExportedSheet(sheet: $0.sheet, version: SheetVersion.of($0.bytes)) }
    content.books.append(ExportedBook(header: book.header, sheets: exported))
    let names = drafts.draftedSheets
    let numbers = sheets.filter { names.contains($0.fileName) }.map(\.sheet.number)
    if !numbers.isEmpty { drafted.append((book.header, numbers)) }
  }
}
