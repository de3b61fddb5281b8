// Holds the comparing of a file that came back with the book that it is to be taken into.

import InitiativeModel
import SheetExchange
import SheetStorage

/// Whether a file that came back is of the book's own ward, fiscal year and numbering.
///
/// What neither the file nor the book says is no contradiction.
struct ReturnedFit {
  let request: BookImport
  let file: ReturnedBook
  let book: StoredBook
  let path: String

  /// Compares ward, year, numbers and titles.
  ///
  /// - Returns: what the book's sheets were when they were exported, by their numbers, as far as that is known; finding
  ///   it out can take a sheet's whole history.
  /// - Throws: `ImportObstacle` with what the book says and what the file says.
  func check() throws(ImportObstacle) -> [Int: StoredSheet] {
    try checkWard()
    try checkYear()
    let versions = Dictionary(grouping: book.sheets) { SheetVersion.of($0.bytes) }.mapValues { $0.map(\.sheet.number) }
    var bases: [Int: StoredSheet] = [:]
    var unknown: [ReturnedSheet] = []
    for sheet in file.sheets {
      try requireOwn(sheet, versions)
      bases[sheet.number] = try base(of: sheet)
      if bases[sheet.number] == nil, sheet.version != nil { unknown.append(sheet) }
    }
    try checkHistories(of: unknown)
    try checkColumns()
    return bases
  }

  private func checkWard() throws(ImportObstacle) {
    let own = book.header.ward
    guard !own.allSatisfy(\.isWhitespace) else { return }
    let told: [(ward: String?, source: ImportObstacle.Source)] = [
      (request.ward, .request), (file.ward, .file(request.name)),
    ]
    for (ward, source) in told {
      guard let ward, !ward.isEmpty, BookHeader.key(ofWard: ward) != book.header.wardKey else { continue }
      throw .otherWard(path: path, book: own, other: ward, source)
    }
  }

  private func checkYear() throws(ImportObstacle) {
    let own = book.header.fiscalYear
    let told: [(year: FiscalYear?, source: ImportObstacle.Source)] = [
      (request.year, .request), (file.fiscalYear, .file(request.name)),
    ]
    for (year, source) in told {
      guard let year, year != own else { continue }
      throw .otherYear(path: path, book: own, other: year, source)
    }
  }

  /// Sees that a sheet's version is not another sheet's.
  ///
  /// - Parameter versions: the numbers of the book's sheets by versions of them.
  private func requireOwn(_ sheet: ReturnedSheet, _ versions: [String: [Int]]) throws(ImportObstacle) {
    guard let own = versions[sheet.version?.lowercased() ?? ""], let first = own.first, !own.contains(sheet.number)
    else { return }
    throw .otherNumber(file: request.name, place: sheet.place, number: sheet.number, own: first)
  }

  /// Sees that a sheet is the book's of that number: known by its version, or where the book knows none, by its title.
  ///
  /// Whatever its version says, what has the title or the plan of another sheet may be that one's: a table that was
  /// sorted in part.
  ///
  /// - Returns: the book's sheet as it was at that version; nil where the book does not know it.
  private func base(of sheet: ReturnedSheet) throws(ImportObstacle) -> StoredSheet? {
    guard let own = book.sheets.first(where: { $0.sheet.number == sheet.number }) else { return nil }
    let base = sheet.version.flatMap { book.folder.sheet(own, at: $0) }
    var imported = InitiativeSheet(number: sheet.number, title: sheet.texts[.title]?.string ?? "")
    imported.subtitle = sheet.texts[.subtitle]?.string ?? ""
    let sheets = book.sheets.map(\.sheet)
    let isFitting =
      base != nil
      ? !TitleLikeness.isOther(imported, own.sheet, among: sheets)
      : TitleLikeness.isSame(imported, own.sheet, among: sheets)
    guard !isFitting || hasPlanOfOther(sheet, own.sheet, among: sheets) else { return base }
    throw .otherNumbering(
      path: path, number: own.sheet.number, book: own.sheet.fullTitle, other: imported.fullTitle, file: request.name)
  }

  /// A version that the book does not know for the sheet's own number must not be an earlier one of another number.
  private func checkHistories(of unknown: [ReturnedSheet]) throws(ImportObstacle) {
    guard !unknown.isEmpty else { return }
    var owners: [String: [Int]] = [:]
    for stored in book.sheets {
      for version in book.folder.toldVersions(of: stored) { owners[version, default: []].append(stored.sheet.number) }
    }
    for sheet in unknown { try requireOwn(sheet, owners) }
  }

  /// Sees that no column was moved by rows: two sheets or more whose text is another sheet's, word for word, and new to them.
  private func checkColumns() throws(ImportObstacle) {
    let sheets = book.sheets.map(\.sheet)
    for field in EntryField.allCases where !field.isChoice {
      let moved = file.sheets.compactMap { sheet -> (own: InitiativeSheet, other: InitiativeSheet)? in
        guard let text = sheet.texts[.entry(field)], !text.isBlank,
          let own = sheets.first(where: { $0.number == sheet.number }), text != own.text(of: .entry(field)),
          let other = sheets.first(where: { $0.number != own.number && $0.text(of: .entry(field)) == text })
        else { return nil }
        return (own, other)
      }
      guard moved.count > 1, let first = moved.first else { continue }
      throw .movedColumn(
        file: request.name, field: field, number: first.own.number, own: first.other.number, count: moved.count)
    }
  }

  /// Whether a column of the plan is another sheet's, word for word, and not the own one's.
  private func hasPlanOfOther(
    _ sheet: ReturnedSheet, _ own: InitiativeSheet, among sheets: [InitiativeSheet]
  ) -> Bool {
    [SheetField.policyAndTargets, .annualActions].contains { field in
      guard let text = sheet.texts[field], !text.isBlank, text != own.text(of: field) else { return false }
      return sheets.contains { $0.number != own.number && $0.text(of: field) == text }
    }
  }
}
