// Holds the writing of a workbook: the official form, a worksheet a sheet, and their list.

import SheetExchange

/// Writes the sheets of an export as an Excel workbook.
public enum WorkbookWriter {
  /// Writes all sheets to a file; one that was there is replaced when the new one is complete.
  public static func write(_ content: ExportContent, to path: String) throws(WorkbookError) {
    throw .libraryMissing(package: "libxlsxwriter4")
  }
}
