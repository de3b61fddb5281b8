// Holds the comparing of a text with the book that it is to be taken into.

import InitiativeModel
import SheetExchange
import SheetStorage

/// Whether a text is of the book's own ward, fiscal year and numbering.
///
/// What neither the text nor the book says is no contradiction. What is asked for stands for what the text mentions somewhere;
/// it does not stand against what is printed above the first sheet.
struct ImportFit {
  let request: BookImport
  let result: ImportResult
  let book: StoredBook
  let path: String

  /// Compares ward, year and titles.
  ///
  /// - Throws: `ImportObstacle` with what the book says and what the text says.
  func check() throws(ImportObstacle) {
    try checkWard()
    try checkYear()
    try checkNumbering()
  }

  private func checkWard() throws(ImportObstacle) {
    let own = book.header.ward
    guard !own.allSatisfy(\.isWhitespace) else { return }
    func isOwn(_ ward: String) -> Bool { BookHeader.key(ofWard: ward) == book.header.wardKey }
    if let asked = request.ward, !asked.isEmpty, !isOwn(asked) {
      throw .otherWard(path: path, book: own, other: asked, .request)
    }
    for wards in request.ward == nil ? [result.heading.wards, result.wards] : [result.heading.wards] {
      guard !wards.isEmpty, !wards.contains(where: isOwn) else { continue }
      throw .otherWard(path: path, book: own, other: wards.joined(separator: "、"), .text(file: request.name))
    }
  }

  private func checkYear() throws(ImportObstacle) {
    let own = book.header.fiscalYear
    if let asked = request.year, asked != own {
      throw .otherYear(path: path, book: own, other: asked, .request)
    }
    let told = request.year == nil ? result.fiscalYear : result.heading.fiscalYear
    if let told, told != own { throw .otherYear(path: path, book: own, other: told, .text(file: request.name)) }
  }

  private func checkNumbering() throws(ImportObstacle) {
    let sheets = book.sheets.map(\.sheet)
    for imported in result.sheets.map(\.sheet) {
      guard let own = sheets.first(where: { $0.number == imported.number }),
        !TitleLikeness.isSame(imported, own, among: sheets)
      else { continue }
      throw .otherNumbering(
        path: path, number: own.number, book: own.fullTitle, other: imported.fullTitle, file: request.name)
    }
  }
}
