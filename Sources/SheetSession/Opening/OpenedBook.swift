// Holds one book as it was opened: its sheets, and the drafts that earlier programs left.

import InitiativeModel
import SheetStorage
import SheetWording

/// One book with its drafts, ready for a session and for reports.
public struct OpenedBook: Sendable {
  /// A draft of an earlier program and the sheet it belongs to.
  struct Draft: Sendable {
    let id: SheetID
    let found: FoundDraft
    let saved: StoredSheet
    let merge: SheetMerge

    /// The draft as it is offered.
    var offered: RecoverableDraft {
      RecoverableDraft(
        id: id, name: found.path, found: saved.sheet, merged: merge.sheet, conflicts: merge.conflicts,
        own: found.contents, importedFrom: found.importedFrom, isOverFile: found.base == saved.bytes,
        isWhole: found.isWhole, modified: found.modified, isCopy: found.isInDoubt)
    }
  }

  /// The book as a list shows it.
  public private(set) var section: BookSection
  /// The sheets that could be read, in order.
  public private(set) var sheets: [EditedSheet] = []
  /// What could not be read, as sentences.
  public private(set) var unreadable: [String] = []
  /// The drafts of earlier programs, as they are offered.
  ///
  /// Those of a sheet of which git left two versions wait with the sheet.
  public var offeredDrafts: [RecoverableDraft] {
    let unmerged = sheets.filter { $0.versions != nil }.map(\.id)
    return drafts.filter { !unmerged.contains($0.id) }.map(\.offered)
  }
  private(set) var stored: [SheetID: StoredSheet] = [:]
  /// What the files looked like from outside before they were read.
  private(set) var fileStamps: [SheetID: FileStamp] = [:]
  /// The drafts that hold something which the file does not, the oldest first; a sheet may have several.
  private(set) var drafts: [Draft] = []
  /// Drafts that hold nothing that the file does not.
  private(set) var emptyDrafts: [FoundDraft] = []
  /// The comments that were begun in an earlier program and not given yet.
  private(set) var foundComments: [FoundComments] = []
  /// The same by sheet.
  private(set) var keptComments: [SheetID: [String]] = [:]

  /// Opens a book.
  ///
  /// - Parameters:
  ///   - appliesDrafts: whether the sheets have their drafts' entries; they are offered apart otherwise.
  ///   - places: where drafts are kept.
  ///   - listing: what stands in those that all books share.
  init(_ book: LibraryBook, appliesDrafts: Bool, _ places: DraftPlaces, _ listing: DraftListing) {
    switch book {
    case .unreadable(let path, let error):
      unreadable = [Wording.sentence(error)]
      section = BookSection(path: path, header: nil, rows: [], problems: unreadable)
    case .readable(let book):
      let path = book.folder.path
      section = BookSection(path: path, header: book.header, rows: [])
      findDrafts(book, places.store(of: path, book.header, listing))
      let rows = book.entries.map { row($0, of: book, appliesDrafts) }
      section = BookSection(
        path: path, header: book.header, rows: rows,
        problems: book.findings.map { Wording.sentence($0) } + book.reviewProblems.map { Wording.sentence($0) },
        supervisors: Supervisors(book.header))
    }
  }

  /// The sheet of a file name.
  private func id(of fileName: String) -> SheetID { SheetID(book: section.path, fileName: fileName) }

  private mutating func findDrafts(_ book: StoredBook, _ store: DraftStore) {
    foundComments = store.comments.found()
    keptComments = Dictionary(uniqueKeysWithValues: KeptComments.all(foundComments).map { (id(of: $0), $1) })
    for found in store.drafts() {
      guard let entry = book.entries.first(where: { $0.fileName == found.fileName }), let sheet = entry.lastStored
      else { continue }
      let merge = found.merged(with: sheet.sheet)
      // What was settled of git's two versions is an answer, whichever version it was.
      let isAnswer = entry.stored == nil && found.base == sheet.bytes
      if merge.sheet.entryDifferences(from: sheet.sheet).isEmpty, !isAnswer {
        emptyDrafts.append(found)
      } else {
        drafts.append(Draft(id: id(of: found.fileName), found: found, saved: sheet, merge: merge))
      }
    }
  }

  /// The row of a file in which git left two versions; drafts of an earlier time wait until they are settled.
  private mutating func unmergedRow(_ file: UnmergedFile, _ id: SheetID, of book: StoredBook) -> BookRow {
    guard let theirs = file.stored, let versions = file.versions else { return .unmerged(id) }
    stored[id] = theirs
    fileStamps[id] = book.fileStamps[id.fileName]
    var sheet = EditedSheet(
      id: id, saved: theirs.sheet, reviews: book.reviews[id.fileName] ?? SheetReviews(),
      comments: keptComments[id] ?? [], versions: versions)
    for draft in drafts where draft.id == id { sheet.wait(for: draft.offered) }
    sheets.append(sheet)
    return .unmerged(id)
  }

  private mutating func row(_ entry: BookEntry, of book: StoredBook, _ appliesDrafts: Bool) -> BookRow {
    let id = id(of: entry.fileName)
    switch entry {
    case .unreadable(_, .unmerged(let path, let file)) where file.stored != nil:
      unreadable.append(Wording.sentence(.unmerged(path: path, file)))
      return unmergedRow(file, id, of: book)
    case .unreadable(let name, let error):
      unreadable.append(Wording.sentence(error))
      return .unreadable(id, reason: Wording.sentence(error, calling: name))
    case .readable(let sheet):
      stored[id] = sheet
      fileStamps[id] = book.fileStamps[entry.fileName]
      let draft = appliesDrafts ? drafts.last { $0.id == id }?.merge.sheet : nil
      let reviews = book.reviews[entry.fileName] ?? SheetReviews()
      sheets.append(
        EditedSheet(
          id: id, saved: sheet.sheet, draft: draft, reviews: reviews, comments: keptComments[id] ?? []))
      return .sheet(id)
    }
  }
}
