// Holds a folder as the commands open it: books, sheets, and the drafts that earlier programs left.

import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage

/// The books of a folder with their drafts, ready for the editor and for reports.
struct OpenLibrary {
  /// A draft of an earlier program and the sheet it belongs to.
  struct Draft {
    let id: SheetID
    let found: FoundDraft
    let merge: SheetMerge
  }

  let books: [LibraryBook]
  private(set) var sections: [BookSection] = []
  private(set) var stored: [SheetID: StoredSheet] = [:]
  /// What the files looked like from outside before they were read.
  private(set) var fileMarks: [SheetID: FileMark] = [:]
  /// The newest draft of each sheet; an older one stays on disk until the newer one is dealt with.
  private(set) var drafts: [Draft] = []
  /// Drafts that hold nothing that the file does not.
  private(set) var emptyDrafts: [(store: DraftStore, found: FoundDraft)] = []

  /// The comments that were begun and not given yet.
  var keptComments: [SheetID: String] {
    var found: [SheetID: String] = [:]
    for section in sections {
      for (name, text) in OpenLibrary.draftStore(section.path).comments.all() {
        found[SheetID(book: section.path, fileName: name)] = text
      }
    }
    return found
  }

  private let appliesDrafts: Bool

  /// Opens a folder.
  ///
  /// - Parameter appliesDrafts: whether the sheets have their drafts' entries; they are offered apart otherwise.
  init(_ path: String, appliesDrafts: Bool = true) throws(StorageError) {
    self.appliesDrafts = appliesDrafts
    books = try LibraryFolder.load(path)
    for book in books { open(book) }
  }

  /// What could not be read, as sentences.
  var unreadable: [String] {
    books.flatMap { book -> [String] in
      switch book {
      case .unreadable(_, let error): [Wording.sentence(error)]
      case .readable(let stored):
        stored.entries.compactMap { entry in
          guard case .unreadable(_, let error) = entry else { return nil }
          return Wording.sentence(error)
        }
      }
    }
  }

  /// Where the drafts of a book are kept.
  static func draftStore(_ path: String) -> DraftStore {
    DraftStore(
      book: path, stateHome: environment("XDG_STATE_HOME"), home: environment("HOME"),
      runtime: environment("XDG_RUNTIME_DIR"))
  }

  private mutating func open(_ book: LibraryBook) {
    switch book {
    case .unreadable(let path, let error):
      sections.append(BookSection(path: path, header: nil, rows: [], problems: [Wording.sentence(error)]))
    case .readable(let book):
      findDrafts(book)
      let rows = book.entries.map { row($0, of: book) }
      sections.append(
        BookSection(
          path: book.folder.path, header: book.header, rows: rows,
          problems: book.findings.map { Wording.sentence($0) } + book.reviewProblems.map { Wording.sentence($0) },
          supervisors: Supervisors(book.header)))
    }
  }

  private mutating func findDrafts(_ book: StoredBook) {
    let store = OpenLibrary.draftStore(book.folder.path)
    for found in store.drafts() {
      guard let sheet = book.sheets.first(where: { $0.fileName == found.fileName }) else { continue }
      let merge = found.merged(with: sheet.sheet)
      if merge.sheet.entryDifferences(from: sheet.sheet).isEmpty {
        emptyDrafts.append((store, found))
      } else {
        let id = SheetID(book: book.folder.path, fileName: found.fileName)
        drafts.removeAll { $0.id == id }
        drafts.append(Draft(id: id, found: found, merge: merge))
      }
    }
  }

  private mutating func row(_ entry: BookEntry, of book: StoredBook) -> BookRow {
    let id = SheetID(book: book.folder.path, fileName: entry.fileName)
    switch entry {
    case .unreadable(let name, let error): return .unreadable(id, reason: Wording.sentence(error, calling: name))
    case .readable(let sheet):
      stored[id] = sheet
      fileMarks[id] = book.fileMarks[entry.fileName]
      let draft = appliesDrafts ? drafts.last { $0.id == id }?.merge.sheet : nil
      let reviews = book.reviews[entry.fileName]?.inLocalTime ?? SheetReviews()
      return .sheet(EditedSheet(id: id, saved: sheet.sheet, draft: draft, reviews: reviews))
    }
  }
}

/// The value of an environment variable that is set and not empty.
func environment(_ name: String) -> String? {
  guard let value = getenv(name) else { return nil }
  let text = String(cString: value)
  return text.isEmpty ? nil : text
}
