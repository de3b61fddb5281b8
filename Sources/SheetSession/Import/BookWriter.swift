// Holds the writing of an import.
//
// Contract. Whatever must wait, a ② for its text or what two sides changed for an answer, is on the disk as a draft before
// the first sheet is written, so that a program that is killed in between loses none; where a draft cannot be kept
// nothing is written at all. Drafts of what was not written go again, and so do the folders that were made for a book
// that could not be begun; the draft of a sheet that somebody else saved meanwhile stays, as it begins with what the file
// was when it was exported.

import InitiativeModel
import SheetStorage

/// Writes what an import has worked out into a book's folder.
struct BookWriter {
  let plan: ImportPlan
  let folder: BookFolder
  /// Whether a sheet that somebody else saves meanwhile is left to them, and the others are written all the same.
  var leavesChanged = false
  /// Where the drafts of the book are kept, by its path.
  var drafts: @Sendable (String) -> DraftStore = { DraftPlaces.current.store(of: $0) }
  /// The file that is taken in; its drafts name it.
  var file: String? = nil

  /// Writes drafts, header and sheets.
  ///
  /// - Returns: the numbers of the sheets that were written, and what else there is to know of them.
  /// - Throws: `ImportObstacle.draftNotKept` or `.storage` with nothing written; `.stopped` behind the first sheets.
  @discardableResult
  func write() throws(ImportObstacle) -> (written: [Int], remarks: [ImportRemark]) {
    let made = try makeFolders()
    let kept = try keepDrafts(made)
    var written: [Int] = []
    var remarks: [ImportRemark] = []
    var current: StoredSheet?
    var hasBegun = false
    do throws(StorageError) {
      if let header = plan.header {
        if plan.isNew { try folder.createBook(header) } else { try folder.replaceHeader(header) }
        hasBegun = true
      }
      for item in plan.items {
        guard let valid = item.valid else { continue }
        current = item.base == nil ? item.stored : nil
        var unproven: SystemError?
        if let base = item.base {
          guard let done = try write(valid, over: base, &remarks) else { continue }
          unproven = done.unproven
        } else {
          _ = try folder.create(valid)
        }
        written.append(item.stored.sheet.number)
        hasBegun = true
        if let unproven { throw .system(path: "\(folder.path)/\(item.stored.fileName)", unproven) }
      }
    } catch {
      if let header = plan.header, (try? folder.loadHeader()) == header { hasBegun = true }
      if let current, !isMissing(current) { hasBegun = true }
      for (item, journal) in kept where !written.contains(item.stored.sheet.number) {
        if isMissing(item.stored) || (item.valid == nil && !hasBegun) { journal.finish() }
      }
      guard hasBegun else {
        folder.removeFolders(made)
        throw .storage(error)
      }
      throw .stopped(written: written, of: plan.items.count, error)
    }
    return (written, remarks)
  }

  /// Writes a sheet over the one it was worked out from; nil where it is left to whoever saved it meanwhile.
  private func write(
    _ sheet: ValidatedSheet, over base: StoredSheet, _ remarks: inout [ImportRemark]
  ) throws(StorageError) -> BookFolder.Written? {
    let number = base.sheet.number
    do {
      let written = try folder.write(sheet, over: base) { () throws(StorageError) in
        if plan.wasOpen { try folder.requireOpenPlan(for: sheet.sheet, over: base) }
      }
      remarks += written.foreignCopies.map { .foreignCopy($0) }
      if let error = written.historyError { remarks.append(.historyNotKept(number, error)) }
      return written
    } catch {
      guard leavesChanged, case .changedOnDisk = error else { throw error }
      remarks.append(.changedMeanwhile(number))
      return nil
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
    let name = file?.split(separator: "/").last.map { String($0) }
    var kept: [(item: ImportPlan.Item, journal: DraftJournal)] = []
    for item in plan.items {
      guard let draft = item.draft else { continue }
      let journal = store.journal(for: draft.over, sheet: draft.sheet, importedFrom: name)
      kept.append((item, journal))
      guard let error = failure(of: journal) else { continue }
      for one in kept { one.journal.finish() }
      folder.removeFolders(made)
      throw .draftNotKept(number: draft.sheet.number, path: "\(folder.path)/\(item.stored.fileName)", error)
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
