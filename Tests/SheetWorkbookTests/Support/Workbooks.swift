import Foundation
import InitiativeModel
import SheetExchange
import SheetStorage
import SheetWorkbook
import TestSupport

/// Workbooks of the books that ship, and of any sheets.
enum Workbooks {
  static let books = ["tennoji-2019", "unnamed-ward-2019"]

  /// A book of `Data` as it is exported.
  static func exported(_ name: String) throws -> ExportedBook {
    let book = try BookFolder(path: packageFolder + "/Data/" + name).load()
    let sheets = book.sheets.map { stored in
      ExportedSheet(sheet: stored.sheet, version: String(SHA256.hexadecimal(stored.bytes).prefix(16)))
    }
    return ExportedBook(header: book.header, sheets: sheets)
  }

  /// The bytes of a workbook of books.
  static func bytes(_ books: [ExportedBook]) throws -> [UInt8] {
    try WorkbookWriter.bytes(of: ExportContent(books: books))
  }

  /// The bytes of a workbook of one sheet of 天王寺区.
  static func bytes(_ sheet: InitiativeSheet) throws -> [UInt8] {
    let header = BookHeader(ward: "天王寺区", fiscalYear: try year(2019))
    return try bytes([ExportedBook(header: header, sheets: [ExportedSheet(sheet: sheet, version: "0123456789abcdef")])])
  }

  static func year(_ year: Int) throws -> FiscalYear {
    guard let year = FiscalYear(year) else { throw StorageError.noBooks(path: "") }
    return year
  }

  /// What a sheet is when nothing of it is lost on the way.
  static func returned(_ exported: ExportedSheet, place: String) -> ReturnedSheet {
    var texts: [SheetField: LongText] = [:]
    for field in SheetField.searched {
      if case .entry(let entry) = field, entry.isChoice {
        texts[field] = LongText(exported.sheet.chosenOption(of: entry)?.sign ?? "")
      } else {
        texts[field] = exported.sheet.text(of: field)
      }
    }
    return ReturnedSheet(
      number: exported.sheet.number, version: exported.version, place: place, starred: exported.sheet.starred,
      texts: texts)
  }
}
