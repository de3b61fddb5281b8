// Holds the import of a file that `export` wrote, edited by others meanwhile.

import InitiativeModel
import SheetExchange
import SheetStorage

/// A file that came back, to be taken into the book that it was exported from, or into a new one.
struct ReturnedImport {
  let request: BookImport
  let file: ReturnedBook
  /// Where the drafts of a book are kept, by its path.
  var drafts: @Sendable (String) -> DraftStore = { DraftPlaces.current.store(of: $0) }
  /// What the book's files are changed through.
  var calls: any FileCalls = SystemFileCalls()

  /// Works everything out, then writes.
  ///
  /// - Throws: `ImportObstacle`; nothing was written but for `.stoppedReturned`.
  func run() throws(ImportObstacle) -> BookImport.Outcome {
    let path = try place()
    let folder = BookFolder(path: path, author: .current, calls: calls)
    guard let book = try BookImport.book(in: folder) else { return try makeBook(in: folder) }
    let bases = try ReturnedFit(request: request, file: file, book: book, path: path).check()
    let work = try ReturnedPlan(file, over: book, bases: bases, request: request, drafts: drafts(path).drafts())
    var written = work.plan.items.filter { $0.valid != nil }.map(\.stored.sheet.number)
    var remarks = work.remarks
    if !request.isDryRun, !work.plan.items.isEmpty || work.plan.header != nil {
      let done = try write(work.plan, folder)
      written = done.written
      remarks += done.remarks
    }
    let left = remarks.compactMap { if case .changedMeanwhile(let number) = $0 { number } else { nil } }
    let changes = work.changes.map { left.contains($0.after.number) ? $0.unwritten : $0 }
    return outcome(path, written.count, remarks, changes, isNew: false)
  }

  /// Where the book is: the folder itself, or in a library the book of the file's ward and year.
  private func place() throws(ImportObstacle) -> String {
    guard LibraryFolder.holdsBooks(request.folder) else { return request.folder }
    guard let ward = request.ward ?? file.ward, !ward.isEmpty else { throw .wardUnknown(file: request.name) }
    guard let year = request.year ?? file.fiscalYear else { throw .yearUnknown(file: request.name) }
    let header = BookHeader(ward: ward, fiscalYear: year)
    if let known = request.knownPlace(of: header) { return known }
    guard let new = request.newPlace(for: header), try BookImport.book(in: BookFolder(path: new)) == nil else {
      throw .noSuchBook(path: request.folder, ward: ward, year: year, file: request.name)
    }
    return new
  }

  private func makeBook(in folder: BookFolder) throws(ImportObstacle) -> BookImport.Outcome {
    guard let year = request.year ?? file.fiscalYear else { throw .yearUnknown(file: request.name) }
    var sheets: [InitiativeSheet] = []
    do {
      for sheet in file.sheets { sheets.append(try sheet.asNew()) }
    } catch {
      throw .file(error, file: request.name)
    }
    let header = BookHeader(ward: request.ward ?? file.ward ?? "", fiscalYear: year)
    let plan = try ImportPlan(sheets, header: header, over: nil, namedWard: request.ward, folder: folder)
    if !request.isDryRun { _ = try write(plan, folder) }
    let changes = plan.items.compactMap { item in item.valid.map { SheetChange(before: nil, after: $0.sheet) } }
    return outcome(folder.path, plan.items.count, plan.remarks, changes, isNew: true)
  }

  private func write(
    _ plan: ImportPlan, _ folder: BookFolder
  ) throws(ImportObstacle) -> (written: [Int], remarks: [ImportRemark]) {
    do {
      return try BookWriter(plan: plan, folder: folder, leavesChanged: true, drafts: drafts, file: request.name).write()
    } catch {
      if case .draftNotKept(let number, let path, let reason) = error, !plan.isNew {
        throw .waitingNotKept(number: number, path: path, reason)
      }
      if case .stopped(let written, let all, let reason) = error, !plan.isNew {
        throw .stoppedReturned(written: written, of: all, reason)
      }
      throw error
    }
  }

  private func outcome(
    _ path: String, _ sheets: Int, _ remarks: [ImportRemark], _ changes: [SheetChange], isNew: Bool
  ) -> BookImport.Outcome {
    let beside = file.ignoredColumns.map { ImportRemark.ignoredColumn($0) } + file.unplaced.map { .unplaced($0) }
    return BookImport.Outcome(
      path: path, sheetsRead: file.sheets.count, sheets: sheets, notes: [], remarks: remarks + beside, changes: changes,
      isNew: isNew, isReturned: true, isDryRun: request.isDryRun)
  }
}
