// Holds why a workbook cannot be made, as facts.

/// Why no workbook was made.
public enum WorkbookError: Error, Equatable, Sendable {
  /// The library that writes workbooks is not installed; the package that holds it.
  case libraryMissing(package: String)
  /// A text is longer than a cell may be.
  case textTooLong(ward: String, number: Int, field: String, length: Int)
  /// There are more sheets than a workbook may have here.
  case tooManySheets(Int)
  /// There was no room for the temporary files or in memory, or the library refused something: its number for that.
  case notMade(reason: Int?)
}
