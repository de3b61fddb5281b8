// Holds the making of a workbook: the official form, a worksheet a sheet, and their list.

import CWorkbook
import InitiativeModel
import SheetExchange

/// Makes an Excel workbook of the sheets of an export.
public enum WorkbookWriter {
  /// All sheets as the bytes of a workbook, which is whole or not made at all.
  public static func bytes(of content: ExportContent) throws(WorkbookError) -> [UInt8] {
    try check(content)
    guard let calls = cw_load()?.pointee else { throw .libraryMissing(package: String(cString: cw_package())) }
    guard let place = MemoryFile() else { throw .notMade(reason: nil) }
    try fill(place, content, calls)
    guard let bytes = place.content, WholeParts.areWhole(bytes) else { throw .notMade(reason: nil) }
    return bytes
  }

  private static func fill(
    _ place: MemoryFile, _ content: ExportContent, _ calls: cw_functions
  ) throws(WorkbookError) {
    guard let file = WorkbookFile(path: place.path, calls) else { throw .notMade(reason: nil) }
    let names = PageNames.names(of: content)
    let pages = ([ListPage.name] + names).map { file.page(named: $0) }
    var sheets = content.books.flatMap { book in book.sheets.map { (book.header, $0) } }[...]
    for (index, page) in pages.enumerated() {
      guard let page else {
        try? file.close()
        throw .notMade(reason: nil)
      }
      guard index > 0 else {
        ListPage.write(content, names: names, on: page)
        continue
      }
      if let (header, sheet) = sheets.popFirst() { FormPage.write(sheet, of: header, on: page) }
    }
    try file.close()
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
