// Holds the writing of an import.
//
// Contract. Every ② that must wait for its text is on the disk as a draft before the first sheet is written, so that a
// program that is killed in between loses none; where a draft cannot be kept nothing is written at all. Drafts of
// sheets that could not be written go again.

import Glibc
import InitiativeModel
import SheetStorage

/// Writes what an import has worked out into a book's folder.
struct BookWriter {
  let plan: ImportPlan
  let folder: BookFolder
  /// Where the drafts of the book are kept, by its path.
  var drafts: @Sendable (String) -> DraftStore = { OpenLibrary.draftStore($0) }

  /// Writes drafts, header and sheets.
  ///
  /// - Throws: `ImportObstacle.draftNotKept` or `.storage` with nothing written; `.stopped` behind the first sheets.
  func write() throws(ImportObstacle) {
    let isMade = try makeFolder()
    let kept = try keepDrafts(isMade)
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
      for (number, journal) in kept where !written.contains(number) { journal.finish() }
      throw !hasBegun ? .storage(error) : .stopped(written: written, of: plan.items.count, error)
    }
  }

  /// Makes the folder of a new book, by which its drafts are found; whether it was not there.
  private func makeFolder() throws(ImportObstacle) -> Bool {
    guard plan.isNew else { return false }
    let isMade = access(folder.path, F_OK) != 0
    do {
      try SystemFileCalls().makeFolder(folder.path, mode: 0o777)
    } catch {
      throw .storage(error.code == ENOTDIR ? .notAFolder(path: folder.path) : .system(path: folder.path, error))
    }
    return isMade
  }

  /// Removes the folder that was made for the book, with what drafts were tried in; nothing goes that holds anything.
  private func removeMadeFolder() {
    unlink(folder.path + "/.furikaeri/.gitignore")
    rmdir(folder.path + "/.furikaeri")
    rmdir(folder.path)
  }

  /// Puts every draft on the disk; where one is not kept, none stays.
  private func keepDrafts(_ isMade: Bool) throws(ImportObstacle) -> [(number: Int, journal: DraftJournal)] {
    let store = drafts(folder.path)
    var kept: [(number: Int, journal: DraftJournal)] = []
    for item in plan.items {
      guard let sheet = item.draft else { continue }
      let journal = store.journal(for: item.stored, sheet: sheet)
      kept.append((sheet.number, journal))
      guard let error = failure(of: journal) else { continue }
      for draft in kept { draft.journal.finish() }
      if isMade { removeMadeFolder() }
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
