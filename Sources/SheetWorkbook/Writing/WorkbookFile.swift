// Holds a workbook that is being written through libxlsxwriter.

import CWorkbook

/// A workbook that is being written; the first thing that fails is remembered until the end.
final class WorkbookFile {
  let calls: cw_functions
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellLook: UnsafeMutablePointer<lxw_format>] = [:]
  private var failure = LXW_NO_ERROR

  /// Begins a workbook; nil where the library has no memory for one.
  init?(path: String, _ calls: cw_functions) {
    guard let book = calls.workbook_new(path) else { return nil }
    self.calls = calls
    self.book = book
  }

  /// Adds a worksheet of a legal name that no other has.
  func page(named name: String) -> WorkbookPage? {
    calls.workbook_add_worksheet(book, name).map { WorkbookPage(file: self, sheet: $0) }
  }

  /// The format of a look; each is made once.
  func format(_ look: CellLook) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[look] { return format }
    guard let format = calls.workbook_add_format(book) else { return nil }
    look.apply(to: format, calls)
    formats[look] = format
    return format
  }

  /// The format that colours a cell where something is missing in it.
  lazy var alarm: UnsafeMutablePointer<lxw_format>? = {
    guard let format = calls.workbook_add_format(book) else { return nil }
    calls.format_set_bg_color(format, 0xFFC7CE)
    return format
  }()

  /// Remembers what a call answered.
  func note(_ result: lxw_error) {
    if failure == LXW_NO_ERROR { failure = result }
  }

  /// Writes the file.
  ///
  /// The workbook is gone afterwards in either case.
  func close() throws(WorkbookError) {
    note(cw_close(book))
    guard failure == LXW_NO_ERROR else { throw .notMade(reason: Int(failure.rawValue)) }
  }
}
