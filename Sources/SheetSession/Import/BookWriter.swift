// Holds the writing of an import.
//
// Contract. Every ② that must wait for its text is on the disk as a draft before the first sheet is written, so that a
// program that is killed in between loses none; where a draft cannot be kept nothing is written at all. Drafts of
// sheets that are not there go again, and so do the folders that were made for a book that could not be begun.

import InitiativeModel
import SheetStorage

/// Writes what an import has worked out into a book's folder.
struct BookWriter {
  let plan: ImportPlan
  let folder: BookFolder
  /// Where the drafts of the book are kept, by its path.
  var drafts: @Sendable (String) -> DraftStore = { DraftPlaces.current.store(of: $0) }

  /// Writes drafts, header and sheets.
  ///
  /// - Throws: `ImportObstacle.draftNotKept` or `.storage` with nothing written; `.stopped` behind the first sheets.
  func write() throws(ImportObstacle) {
    let made = try makeFolders()
    let kept = try keepDrafts(made)
    var written: [Int] = []
    var hasBegun = false
    do throws(StorageError) {
      if let header = plan.header {
        if plan.isNew { try folder.createBook(header) } else { try folder.replaceHeader(header) }
        hasBegun = true
      }
      for item in plan.items {
        var unproven: SystemError?
        if let base = item.base {
          unproven = try folder.write(item.valid, over: base).unproven
        } else {
          _ = try folder.create(item.valid)
        }
        written.append(item.stored.sheet.number)
        hasBegun = true
        if let unproven { throw .system(path: "\(folder.path)/\(item.stored.fileName)", unproven) }
      }
    } catch {
      if let header = plan.header, (try? folder.loadHeader()) == header { hasBegun = true }
      if let next = plan.items.dropFirst(written.count).first, next.base == nil, !isMissing(next.stored) {
        hasBegun = true
      }
      for (item, journal) in kept where !written.contains(item.stored.sheet.number) && isMissing(item.stored) {
        journal.finish()
      }
      guard hasBegun else {
        folder.removeFolders(made)
        throw .storage(error)
      }
      throw .stopped(written: written, of: plan.items.count, error)
    }
  }

  /// Whether a sheet is known not to be on the disk: one that could only not be confirmed may be.
  private func isMissing(_ sheet: StoredSheet) -> Bool {
    do {
      return try folder.loadSheet(sheet.fileName).bytes != sheet.bytes
    } catch {
      if case .notFound = error { return true }
      return false
    }
  }

  /// Makes the folder of a new book, by which its drafts are found; what was made.
  private func makeFolders() throws(ImportObstacle) -> [String] {
    guard plan.isNew else { return [] }
    do {
      return try folder.makeFolder()
    } catch {
      throw .storage(error)
    }
  }

  /// Puts every draft on the disk; where one is not kept, none stays.
  private func keepDrafts(
    _ made: [String]
  ) throws(ImportObstacle) -> [(item: ImportPlan.Item, journal: DraftJournal)] {
    let store = drafts(folder.path)
    var kept: [(item: ImportPlan.Item, journal: DraftJournal)] = []
    for item in plan.items {
      guard let sheet = item.draft else { continue }
      let journal = store.journal(for: item.stored, sheet: sheet)
      kept.append((item, journal))
      guard let error = failure(of: journal) else { continue }
      for draft in kept { draft.journal.finish() }
      folder.removeFolders(made)
      throw .draftNotKept(number: sheet.number, path: "\(folder.path)/\(item.stored.fileName)", error)
    }
    return kept
  }

  /// Why a journal is not on the disk; nil where it is.
  private func failure(of journal: DraftJournal) -> KeepingError? {
    switch journal.begin() {
    case .notKept(let error): error
    case .kept, .keptElsewhere: journal.sync()
    }
  }
}
