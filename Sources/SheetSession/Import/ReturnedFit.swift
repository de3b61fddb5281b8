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
  /// - Throws: `ImportObstacle` with what the book says and what the file says.
  func check() throws(ImportObstacle) {
    try checkWard()
    try checkYear()
    let versions = Dictionary(grouping: book.sheets) { SheetVersion.of($0.bytes) }.mapValues { $0.map(\.sheet.number) }
    for sheet in file.sheets { try check(sheet, versions) }
    try checkHistories()
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

  /// Sees that a sheet is the book's of that number: known by its version, or where the book knows none, by its title.
  ///
  /// Whatever its version says, what has the title or the plan of another sheet may be that one's: a table that was
  /// sorted in part.
  ///
  /// - Parameter versions: the numbers of the book's sheets by their versions.
  private func check(_ sheet: ReturnedSheet, _ versions: [String: [Int]]) throws(ImportObstacle) {
    if let own = versions[sheet.version?.lowercased() ?? ""], let first = own.first, !own.contains(sheet.number) {
      throw .otherNumber(file: request.name, place: sheet.place, number: sheet.number, own: first)
    }
    guard let own = book.sheets.first(where: { $0.sheet.number == sheet.number }) else { return }
    var imported = InitiativeSheet(number: sheet.number, title: sheet.texts[.title]?.string ?? "")
    imported.subtitle = sheet.texts[.subtitle]?.string ?? ""
    let sheets = book.sheets.map(\.sheet)
    let isFitting =
      isKnown(sheet, own)
      ? !TitleLikeness.isOther(imported, own.sheet, among: sheets)
      : TitleLikeness.isSame(imported, own.sheet, among: sheets)
    guard !isFitting || hasPlanOfOther(sheet, own.sheet, among: sheets) else { return }
    throw .otherNumbering(
      path: path, number: own.sheet.number, book: own.sheet.fullTitle, other: imported.fullTitle, file: request.name)
  }

  /// A version that the book does not know for the sheet's own number must not be an earlier one of another number.
  private func checkHistories() throws(ImportObstacle) {
    let unknown = file.sheets.filter { sheet in
      guard sheet.version != nil else { return false }
      return !book.sheets.contains { $0.sheet.number == sheet.number && isKnown(sheet, $0) }
    }
    guard !unknown.isEmpty else { return }
    var owners: [String: [Int]] = [:]
    for stored in book.sheets {
      for version in book.folder.toldVersions(of: stored) { owners[version, default: []].append(stored.sheet.number) }
    }
    for sheet in unknown {
      guard let own = owners[sheet.version?.lowercased() ?? ""], let first = own.first, !own.contains(sheet.number)
      else { continue }
      throw .otherNumber(file: request.name, place: sheet.place, number: sheet.number, own: first)
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

  private func isKnown(_ sheet: ReturnedSheet, _ own: StoredSheet) -> Bool {
    sheet.version.map { book.folder.sheet(own, at: $0) != nil } ?? false
  }
}
