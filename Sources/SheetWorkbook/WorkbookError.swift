// Holds why a workbook cannot be written, as facts.

import SheetStorage

/// Why a workbook was not written; nothing stands at its path then that was not there before.
public enum WorkbookError: Error, Equatable, Sendable {
  /// The library that writes workbooks is not installed; the package that holds it.
  case libraryMissing(package: String)
  /// A text is longer than a cell may be.
  case textTooLong(ward: String, number: Int, field: String, length: Int)
  /// There are more sheets than a workbook may have here.
  case tooManySheets(Int)
  /// A folder or device stands at the path.
  case notAFile(path: String)
  /// The file could not be written.
  case system(path: String, SystemError)
  /// The library refused something.
  case library(path: String, message: String)
}
