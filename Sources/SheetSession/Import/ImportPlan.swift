// Holds what an import is going to write, worked out and checked before anything is written.

import InitiativeModel
import SheetExchange
import SheetStorage

/// The sheets of an import as they will be stored, and what is to be told of them.
struct ImportPlan {
  /// One sheet.
  struct Item {
    /// The sheet to write; nil where its file stays as it is and only the draft is kept.
    let valid: ValidatedSheet?
    /// The sheet that it takes the place of; nil for a new one.
    let base: StoredSheet?
    /// What its file will hold.
    let stored: StoredSheet
    /// What cannot be written before somebody looks at it; nil where there is nothing.
    let draft: Draft?
  }

  /// A draft to keep.
  struct Draft {
    /// What it begins with.
    let over: StoredSheet
    /// The entries as it leaves them.
    let sheet: InitiativeSheet
  }

  /// The header to write; nil where the one that is there stands.
  let header: BookHeader?
  let isNew: Bool
  /// Whether the plan of the book that is there was still being written: it may be fixed until the sheets are.
  let wasOpen: Bool
  var items: [Item] = []
  private(set) var remarks: [ImportRemark] = []

  /// Works out what to write over a book, or as a new one, and sees that all of it can be read back.
  ///
  /// The header of a book that is there stands; a ward that it does not name yet is the named one.
  init(
    _ sheets: [InitiativeSheet], header: BookHeader, over existing: StoredBook?, namedWard: String?, folder: BookFolder
  ) throws(ImportObstacle) {
    isNew = existing == nil
    wasOpen = existing?.header.planIsOpen ?? false
    if var own = existing?.header {
      let fills = own.ward.isEmpty && namedWard != nil
      own.ward = namedWard ?? ""
      self.header = fills ? own : nil
    } else {
      self.header = header
    }
    var numbers: Set<Int> = []
    for sheet in sheets {
      guard numbers.insert(sheet.number).inserted else {
        remarks.append(.repeatedSheetLeftOut(sheet.number))
        continue
      }
      try add(sheet, existing, folder)
    }
  }

  /// Works out one sheet.
  mutating func add(
    _ imported: InitiativeSheet, _ existing: StoredBook?, _ folder: BookFolder
  ) throws(ImportObstacle) {
    let base = existing?.sheets.first { $0.sheet.number == imported.number }
    if base == nil { try requireFreeName(imported.number, existing, folder) }
    var sheet = imported
    if let base {
      let merge = ImportMerge(imported: imported, over: base.sheet)
      sheet = merge.sheet
      remarks += merge.kept.map { .keptEntry(imported.number, $0) }
      remarks += merge.unread.map { .keptUnread(imported.number, $0) }
    }
    let broken = ReviewPeriod.allCases.filter { RequiredWhenNotMetRule().isBroken(in: sheet, period: $0) }
    var written = sheet
    for period in broken { written.setChoice(nil, of: period.decidingChoice) }
    remarks += broken.map { .keptAsDraft(imported.number, $0) }
    let path = "\(folder.path)/\(base?.fileName ?? BookFolder.fileName(imported.number))"
    guard let valid = try? written.validated() else { throw .storage(.wouldNotReadBack(path: path)) }
    do {
      let stored = try folder.prepared(valid, over: base)
      items.append(
        Item(valid: valid, base: base, stored: stored, draft: broken.isEmpty ? nil : Draft(over: stored, sheet: sheet)))
    } catch {
      guard case .tooLarge(_, let bytes, _) = error else { throw .storage(error) }
      throw .sheetTooLarge(number: imported.number, path: path, bytes: bytes)
    }
  }

  /// Sees that no file stands where a new sheet is to be written: one that cannot be read, or has another number in it.
  private func requireFreeName(_ number: Int, _ book: StoredBook?, _ folder: BookFolder) throws(ImportObstacle) {
    let name = BookFolder.fileName(number)
    guard let entry = book?.entries.first(where: { $0.fileName == name }) else { return }
    switch entry {
    case .unreadable(_, let error): throw .storage(error)
    case .readable: throw .storage(.alreadyExists(path: "\(folder.path)/\(name)"))
    }
  }
}
