// Holds the writing of a workbook: the official form, a worksheet a sheet, and their list.

import CWorkbook
import InitiativeModel
import SheetExchange
import SheetStorage

/// Writes the sheets of an export as an Excel workbook.
public enum WorkbookWriter {
  /// Writes all sheets to a file; one that was there is replaced when the new one is complete.
  public static func write(_ content: ExportContent, to path: String) throws(WorkbookError) {
    try check(content)
    guard let calls = cw_load()?.pointee else { throw .libraryMissing(package: String(cString: cw_package())) }
    let place = try NewFile(path: path)
    defer { place.discard() }
    if let message = try fill(place, content, calls) { throw .library(path: path, message: message) }
    try place.keep()
  }

  /// Writes the workbook under the new file's name; what the library says where it fails.
  private static func fill(
    _ place: NewFile, _ content: ExportContent, _ calls: cw_functions
  ) throws(WorkbookError) -> String? {
    guard let file = WorkbookFile(path: place.temporary, calls) else { return "workbook_new" }
    let names = PageNames.names(of: content)
    let pages = ([ListPage.name] + names).map { file.page(named: $0) }
    var sheets = content.books.flatMap { book in book.sheets.map { (book.header, $0) } }[...]
    for (index, page) in pages.enumerated() {
      guard let page else { return file.close() ?? "workbook_add_worksheet" }
      guard index > 0 else {
        ListPage.write(content, names: names, on: page)
        continue
      }
      if let (header, sheet) = sheets.popFirst() { FormPage.write(sheet, of: header, on: page) }
    }
    return file.close()
  }

  /// Refuses what has no place in a workbook, before anything is written.
  private static func check(_ content: ExportContent) throws(WorkbookError) {
    let count = content.books.reduce(0) { $0 + $1.sheets.count }
    guard count <= WorkbookLimits.sheets else { throw .tooManySheets(count) }
    for book in content.books {
      for sheet in book.sheets.map(\.sheet) {
        for field in SheetField.searched {
          let length = sheet.text(of: field).string.utf16.count
          guard length <= WorkbookLimits.cellLength - spare(field) else {
            throw .textTooLong(
              ward: book.header.ward, number: sheet.number, field: field.printedName, length: length)
          }
        }
      }
    }
  }

  /// What stands around a field's text in its cell: 【】 and ★ around the title.
  private static func spare(_ field: SheetField) -> Int { field == .title ? 3 : 0 }
}
