// Holds a folder as the commands open it: books, sheets, and the drafts that earlier programs left.

import Glibc
import InitiativeModel
import SheetEditor
import SheetExchange
import SheetStorage
import SheetWording

/// One book with its drafts, ready for the editor and for reports.
struct OpenedBook: Sendable {
  /// A draft of an earlier program and the sheet it belongs to.
  struct Draft: Sendable {
    let id: SheetID
    let found: FoundDraft
    let saved: InitiativeSheet
    let merge: SheetMerge

    /// The draft as it is offered.
    var offered: RecoverableDraft {
      RecoverableDraft(
        id: id, found: saved, merged: merge.sheet, conflicts: merge.conflicts, isWhole: found.isWhole,
        modified: found.modified, isCopy: found.isInDoubt)
    }
  }

  private(set) var section: BookSection
  /// The sheets that could be read, in order.
  private(set) var sheets: [EditedSheet] = []
  /// What could not be read, as sentences.
  private(set) var unreadable: [String] = []
  private(set) var stored: [SheetID: StoredSheet] = [:]
  /// What the files looked like from outside before they were read.
  private(set) var fileMarks: [SheetID: FileMark] = [:]
  /// The newest draft of each sheet; an older one stays on disk until the newer one is dealt with.
  private(set) var drafts: [Draft] = []
  /// Drafts that hold nothing that the file does not.
  private(set) var emptyDrafts: [FoundDraft] = []
  /// The comments that were begun in an earlier program and not given yet.
  private(set) var foundComments: [FoundComments] = []
  /// The same by sheet.
  var keptComments: [SheetID: [String]] {
    Dictionary(uniqueKeysWithValues: KeptComments.all(foundComments).map { (id(of: $0), $1) })
  }

  /// Opens a book.
  ///
  /// - Parameters:
  ///   - appliesDrafts: whether the sheets have their drafts' entries; they are offered apart otherwise.
  ///   - listing: what stands in the places for drafts that all books share.
  init(_ book: LibraryBook, appliesDrafts: Bool, _ listing: DraftListing) {
    switch book {
    case .unreadable(let path, let error):
      unreadable = [Wording.sentence(error)]
      section = BookSection(path: path, header: nil, rows: [], problems: unreadable)
    case .readable(let book):
      let path = book.folder.path
      section = BookSection(path: path, header: book.header, rows: [])
      findDrafts(book, listing)
      let rows = book.entries.map { row($0, of: book, appliesDrafts) }
      section = BookSection(
        path: path, header: book.header, rows: rows,
        problems: book.findings.map { Wording.sentence($0) } + book.reviewProblems.map { Wording.sentence($0) },
        supervisors: Supervisors(book.header))
    }
  }

  /// The sheet of a file name.
  func id(of fileName: String) -> SheetID { SheetID(book: section.path, fileName: fileName) }

  private mutating func findDrafts(_ book: StoredBook, _ listing: DraftListing) {
    let path = book.folder.path
    let store = OpenLibrary.draftStore(path, book.header, listing)
    foundComments = store.comments.found()
    for found in store.drafts() {
      guard let sheet = book.sheets.first(where: { $0.fileName == found.fileName }) else { continue }
      let merge = found.merged(with: sheet.sheet)
      if merge.sheet.entryDifferences(from: sheet.sheet).isEmpty {
        emptyDrafts.append(found)
      } else {
        let id = SheetID(book: path, fileName: found.fileName)
        drafts.removeAll { $0.id == id }
        drafts.append(Draft(id: id, found: found, saved: sheet.sheet, merge: merge))
      }
    }
  }

  private mutating func row(_ entry: BookEntry, of book: StoredBook, _ appliesDrafts: Bool) -> BookRow {
    let id = SheetID(book: book.folder.path, fileName: entry.fileName)
    switch entry {
    case .unreadable(let name, let error):
      unreadable.append(Wording.sentence(error))
      return .unreadable(id, reason: Wording.sentence(error, calling: name))
    case .readable(let sheet):
      stored[id] = sheet
      fileMarks[id] = book.fileMarks[entry.fileName]
      let draft = appliesDrafts ? drafts.last { $0.id == id }?.merge.sheet : nil
      let reviews = book.reviews[entry.fileName] ?? SheetReviews()
      sheets.append(
        EditedSheet(
          id: id, saved: sheet.sheet, draft: draft, reviews: reviews, comments: keptComments[id] ?? []))
      return .sheet(id)
    }
  }
}

/// The books of a folder with their drafts.
struct OpenLibrary {
  let books: [OpenedBook]

  /// Opens a folder with all its books.
  init(_ path: String, appliesDrafts: Bool = true) throws(StorageError) {
    let loaded = try LibraryFolder.load(path)
    let listing = OpenLibrary.draftListing()
    books = loaded.map { OpenedBook($0, appliesDrafts: appliesDrafts, listing) }
  }

  /// Names books that are opened later: what their headers say is known.
  init(namesOnly places: [String]) {
    books = []
    waiting = places
  }

  /// The folders of the books that are not open yet.
  private(set) var waiting: [String] = []

  /// The books and their sheets.
  var library: Library { Library(sections, sheets: books.flatMap(\.sheets)) }

  /// The books as the list shows them, the latest year first, the wards in the city's own order; of those that are not
  /// open yet the header alone.
  var sections: [BookSection] {
    let all =
      books.map(\.section)
      + waiting.map { path in
        BookSection(path: path, header: try? BookFolder(path: path).loadHeader(), rows: [], isLoading: true)
      }
    return all.enumerated().sorted { place($0.element, $0.offset) < place($1.element, $1.offset) }.map(\.element)
  }

  private func place(_ section: BookSection, _ offset: Int) -> (Int, Int, Int) {
    guard let header = section.header else { return (0, Int.max, offset) }
    return (-header.fiscalYear.year, OsakaWards.place(of: header.ward) ?? Int.max, offset)
  }

  /// What could not be read, as sentences.
  var unreadable: [String] { books.flatMap(\.unreadable) }

  /// Every draft of this user of some folders that nobody is known to have open, but for those that are kept inside
  /// books.
  static func allDrafts(of isAsked: (String) -> Bool) -> [FoundDraft] {
    DraftStore.allDrafts(
      stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"), runtime: environment("XDG_RUNTIME_DIR"),
      of: isAsked)
  }

  /// Where the drafts of a book are kept.
  ///
  /// - Parameters:
  ///   - header: what book.json says, where it was read already.
  ///   - listing: what stands in the places that all books share, where it was looked at already.
  static func draftStore(_ path: String, _ header: BookHeader? = nil, _ listing: DraftListing? = nil) -> DraftStore {
    DraftStore(
      book: path, stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"),
      runtime: environment("XDG_RUNTIME_DIR"), header: header, listing: listing)
  }

  /// What stands in the places for drafts that all books share.
  static func draftListing() -> DraftListing {
    DraftStore.listing(
      stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"), runtime: environment("XDG_RUNTIME_DIR"))
  }
}

/// The value of an environment variable that is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
