// Holds what a file that came back is going to change in a book, worked out before anything is written.

import InitiativeModel
import SheetExchange
import SheetStorage

/// The sheets that a file which came back changes, the drafts that it leaves, and what is to be told.
struct ReturnedPlan {
  /// What is to be written.
  private(set) var plan: ImportPlan
  private(set) var changes: [SheetChange] = []
  private(set) var remarks: [ImportRemark] = []
  private let request: BookImport
  private let book: StoredBook
  /// Whether the file's character set lacks characters that the book may hold.
  private let isLossy: Bool
  /// The drafts of this user that nobody has open.
  private let drafts: [FoundDraft]
  /// Who has which sheets open, by the sheets' file names.
  private let holders: [String: Presence]

  /// Works out what becomes of each sheet of the file.
  ///
  /// - Parameter bases: what the book's sheets were when they were exported, by their numbers.
  /// - Throws: `ImportObstacle` where the file says something that no field can hold, or a sheet's file cannot be read.
  init(
    _ file: ReturnedBook, over book: StoredBook, bases: [Int: StoredSheet], request: BookImport, drafts: [FoundDraft]
  ) throws(ImportObstacle) {
    self.request = request
    self.book = book
    self.drafts = drafts
    isLossy = file.isLossy
    holders = EditingClaim.holders(in: book.folder.path)
    plan = try ImportPlan([], header: book.header, over: book, namedWard: request.ward, folder: book.folder)
    for sheet in file.sheets { try add(sheet, bases[sheet.number]) }
    remarks += plan.remarks
    if let header = plan.header { remarks.append(.wardNamed(header.ward)) }
    if isLossy, !changes.isEmpty { remarks.append(.characterSet) }
    remarks += ImportRemark.notInFile(file.sheets.map(\.number), of: book)
  }

  /// Whether title, plan and ★ are taken too: where it is asked for, and where the plan is still being written.
  private var takesPrinted: Bool { request.replaces || book.header.planIsOpen }

  private mutating func add(_ sheet: ReturnedSheet, _ base: StoredSheet?) throws(ImportObstacle) {
    let own = book.sheets.filter { $0.sheet.number == sheet.number }
    guard let present = own.first else {
      let name = BookFolder.fileName(sheet.number)
      guard case .unreadable(_, let error)? = book.entries.first(where: { $0.fileName == name }) else {
        return try addNew(sheet)
      }
      return remarks.append(.sheetUnreadable(sheet.number, error))
    }
    guard own.count == 1 else { return remarks.append(.numberNotUnique(sheet.number)) }
    let sheet = isLossy ? LossyText.restored(sheet, from: base?.sheet ?? present.sheet) : sheet
    let merge: ReturnedMerge
    do {
      merge = try ReturnedMerge(
        sheet, present: present.sheet, base: base?.sheet, takesPrinted: takesPrinted)
    } catch {
      throw .file(error, file: request.name)
    }
    let written = try stored(merge, over: present)
    let draft = try draft(merge, base, over: present)
    if written != nil || merge.draft != nil {
      changes.append(change(merge, written))
      plan.items.append(
        ImportPlan.Item(valid: written?.valid, base: present, stored: written?.stored ?? present, draft: draft.new))
    }
    tell(merge, isBaseKnown: base != nil || merge.isUnchanged)
    if draft.isThere { remarks.append(.draftIsThere(sheet.number)) }
    if draft.isBeside { remarks.append(.earlierDraft(sheet.number)) }
    if written != nil, let holder = holders[present.fileName] {
      remarks.append(.openElsewhere(sheet.number, name: holder.user))
    }
  }

  /// A sheet that the book does not have is made where the book may be changed as a whole.
  private mutating func addNew(_ sheet: ReturnedSheet) throws(ImportObstacle) {
    guard request.replaces else { return remarks.append(.notInBook(sheet.number, place: sheet.place)) }
    let new: InitiativeSheet
    do {
      new = try sheet.asNew()
    } catch {
      throw .file(error, file: request.name)
    }
    try plan.add(new, book, book.folder)
    changes.append(SheetChange(before: nil, after: new))
  }

  /// What the sheet's file will hold; nil where it stays as it is.
  private func stored(
    _ merge: ReturnedMerge, over present: StoredSheet
  ) throws(ImportObstacle) -> (valid: ValidatedSheet, stored: StoredSheet)? {
    guard merge.written != present.sheet else { return nil }
    let path = "\(book.folder.path)/\(present.fileName)"
    guard let valid = try? merge.written.validated() else { throw .storage(.wouldNotReadBack(path: path)) }
    return (valid, try prepared(valid, over: present))
  }

  private func prepared(_ valid: ValidatedSheet, over present: StoredSheet) throws(ImportObstacle) -> StoredSheet {
    do {
      return try book.folder.prepared(valid, over: present)
    } catch {
      guard case .tooLarge(let path, let bytes, _) = error else { throw .storage(error) }
      throw .sheetTooLarge(number: present.sheet.number, path: path, bytes: bytes)
    }
  }

  /// The draft that is to be kept; none where it is there from an earlier import.
  private func draft(
    _ merge: ReturnedMerge, _ base: StoredSheet?, over present: StoredSheet
  ) throws(ImportObstacle) -> (new: ImportPlan.Draft?, isThere: Bool, isBeside: Bool) {
    guard let sheet = merge.draft else { return (nil, false, false) }
    var over = base
    if over == nil, let valid = try? merge.began.validated() { over = try prepared(valid, over: present) }
    let own = drafts.filter { $0.fileName == present.fileName }
    guard let over else { return (ImportPlan.Draft(over: present, sheet: sheet), false, !own.isEmpty) }
    let isThere = own.contains { $0.base == over.bytes && $0.holds(sheet) }
    return (isThere ? nil : ImportPlan.Draft(over: over, sheet: sheet), isThere, !isThere && !own.isEmpty)
  }

  private func change(
    _ merge: ReturnedMerge, _ written: (valid: ValidatedSheet, stored: StoredSheet)?
  ) -> SheetChange {
    let waiting = merge.waiting.map { field in
      SheetChange.Waiting(
        field: field, book: merge.present.content(of: field), file: merge.fileContent(of: field),
        isConflict: merge.conflicts.contains(field))
    }
    return SheetChange(
      before: merge.present, after: written?.valid.sheet ?? merge.present, waiting: waiting)
  }

  private mutating func tell(_ merge: ReturnedMerge, isBaseKnown: Bool) {
    let number = merge.present.number
    if !isBaseKnown { remarks.append(.baseUnknown(number)) }
    remarks += merge.conflicts.map { .changedOnBothSides(number, $0) }
    remarks += merge.combined.map { .combined(number, $0) }
    remarks += merge.brokenPeriods.map { .keptPeriod(number, $0) }
    remarks += merge.keptUnread.map { .keptUnread(number, .entry($0)) }
    remarks += merge.printedConflicts.map { .printedOnBothSides(number, $0) }
    guard !takesPrinted else { return }
    remarks += merge.printed.map { .printedLeft(number, $0) }
    if merge.changesStar { remarks.append(.starLeft(number)) }
  }
}

extension ReturnedMerge {
  /// Whether the file says nothing else than the book.
  fileprivate var isUnchanged: Bool {
    written == present && waiting.isEmpty && keptUnread.isEmpty && printed.isEmpty && printedConflicts.isEmpty
  }
}

extension FoundDraft {
  /// Whether it leaves all entries as a sheet has them.
  fileprivate func holds(_ sheet: InitiativeSheet) -> Bool {
    isWhole
      && EntryField.allCases.allSatisfy { field in
        contents[field].map { $0.utf8.elementsEqual(sheet.content(of: field).utf8) } ?? false
      }
  }
}

extension ReturnedSheet {
  /// The sheet as a new one, with what the file says of it; nothing in it has been validated.
  func asNew() throws(ReturnedFileError) -> InitiativeSheet {
    var sheet = InitiativeSheet(number: number, title: "", starred: starred ?? false)
    for field in [SheetField.title, .subtitle, .policyAndTargets, .annualActions] {
      guard let text = texts[field] else { continue }
      let isOfOneLine = field == .title || field == .subtitle
      sheet.setPrinted(isOfOneLine ? LongText(text.lines.joined(separator: " ")) : text, of: field)
    }
    for field in EntryField.allCases { _ = try sheet.take(field, from: self) }
    return sheet
  }
}
