// Holds a book of a later year, worked out and checked before anything is written.

import InitiativeModel
import SheetStorage

/// A new book as it will be written, and what is to be told of it.
public struct NewYearBook: Sendable {
  /// The folder of the book that it is made from.
  public let source: String
  /// The year of that book.
  public let sourceYear: FiscalYear
  /// The folder that it gets.
  public let path: String
  /// Its header.
  public let header: BookHeader
  /// Its sheets, by number.
  public let sheets: [NextYearSheet]
  /// The years that its heading names: moved on, and left as they are.
  public let heading: (moved: [YearLine], left: [YearLine])
  private let valid: [ValidatedSheet]

  /// The header of a year's book after another: ward and supervisors stay, the plan is open.
  static func header(of header: BookHeader, in year: FiscalYear) -> BookHeader {
    let title = YearMove(LongText(header.title), from: header.fiscalYear, to: year).text.string
    return BookHeader(
      ward: header.ward, fiscalYear: year, title: title, supervisors: header.supervisors, planIsOpen: true)
  }

  /// Works a book out.
  ///
  /// - Throws: `NewYearObstacle` for a book of which not every sheet can be carried over.
  init(of book: StoredBook, header: BookHeader, path: String) throws(NewYearObstacle) {
    for entry in book.entries { if case .unreadable(_, let error) = entry { throw .storage(error) } }
    for case .duplicateNumber(let number, _) in book.findings {
      throw .repeatedNumber(path: book.folder.path, number: number)
    }
    guard !book.sheets.isEmpty else { throw .noSheets(path: book.folder.path) }
    source = book.folder.path
    sourceYear = book.header.fiscalYear
    self.path = path
    self.header = header
    let title = YearMove(LongText(book.header.title), from: book.header.fiscalYear, to: header.fiscalYear)
    heading = (title.moved, title.left)
    sheets = book.sheets.map { NextYearSheet(of: $0.sheet, from: book.header.fiscalYear, to: header.fiscalYear) }
    valid = try NewYearBook.validated(sheets, path: path)
  }

  private static func validated(_ sheets: [NextYearSheet], path: String) throws(NewYearObstacle) -> [ValidatedSheet] {
    var valid: [ValidatedSheet] = []
    for sheet in sheets {
      guard let one = try? sheet.sheet.validated() else {
        throw .storage(.wouldNotReadBack(path: "\(path)/\(BookFolder.fileName(sheet.sheet.number))"))
      }
      valid.append(one)
    }
    return valid
  }

  /// Writes the book, whole or not at all.
  ///
  /// - Returns: why it is not certain that the book is on the disk; nil when it is.
  /// - Throws: `NewYearObstacle` with nothing written.
  public func write(calls: any FileCalls = SystemFileCalls()) throws(NewYearObstacle) -> SystemError? {
    do {
      return try BookFolder(path: path, author: .current, calls: calls).createWhole(header, valid)
    } catch {
      if case .alreadyExists(let path) = error { throw .nameTaken(path: path) }
      throw .storage(error)
    }
  }
}
