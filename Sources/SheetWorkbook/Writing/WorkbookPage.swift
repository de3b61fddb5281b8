// Holds one worksheet that is being written.

import CWorkbook

/// Cells of a worksheet, counted from 0.
struct CellArea {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  init(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  init(_ row: Int, _ columns: ClosedRange<Int>) { self.init(row...row, columns) }
  init(_ row: Int, _ column: Int) { self.init(row...row, column...column) }

  /// The first cell as a formula names it whatever cell it is for: $F$9.
  var absolute: String { "$\(CellPlace.letters(of: columns.lowerBound))$\(rows.lowerBound + 1)" }
}

/// One worksheet; every text is written as text and never as a formula.
struct WorkbookPage {
  let file: WorkbookFile
  let sheet: UnsafeMutablePointer<lxw_worksheet>

  private var calls: cw_functions { file.calls }

  /// Writes a text over cells, which become one.
  func write(_ text: String, _ area: CellArea, _ look: CellLook) {
    let (rows, columns) = (area.rows, area.columns)
    let cell = CellText.written(text)
    let format = file.format(look)
    guard rows.count > 1 || columns.count > 1 else {
      file.note(calls.worksheet_write_string(sheet, row(rows.lowerBound), column(columns.lowerBound), cell, format))
      return
    }
    let (top, left) = (row(rows.lowerBound), column(columns.lowerBound))
    file.note(
      calls.worksheet_merge_range(sheet, top, left, row(rows.upperBound), column(columns.upperBound), cell, format))
  }

  /// Writes a number.
  func write(_ number: Int, _ area: CellArea, _ look: CellLook) {
    let place = (row(area.rows.lowerBound), column(area.columns.lowerBound))
    file.note(calls.worksheet_write_number(sheet, place.0, place.1, Double(number), file.format(look)))
  }

  /// Writes a text that leads to another worksheet.
  func link(_ text: String, to name: String, _ area: CellArea) {
    let quoted = name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
    let place = (row(area.rows.lowerBound), column(area.columns.lowerBound))
    file.note(
      calls.worksheet_write_url_opt(
        sheet, place.0, place.1, "internal:'\(quoted)'!A1", file.format(.link), CellText.written(text), nil))
  }

  /// Makes columns wide, in letters.
  func setWidths(_ widths: [Double]) {
    for (index, width) in widths.enumerated() {
      file.note(calls.worksheet_set_column(sheet, column(index), column(index), width, nil))
    }
  }

  /// Makes a row high, in points; a row of no height is hidden.
  func setHeight(_ height: Double, ofRow index: Int) {
    var options = lxw_row_col_options()
    options.hidden = height > 0 ? 0 : 1
    file.note(calls.worksheet_set_row_opt(sheet, row(index), height > 0 ? height : 15, nil, &options))
  }

  /// Offers signs to choose from; anything else is refused with a sentence.
  func offer(_ signs: [String], title: String, message: String, in area: CellArea) {
    withMutableStrings(signs + [title, message]) { texts in
      var values = texts.dropLast(2) + [nil]
      values.withUnsafeMutableBufferPointer { list in
        var validation = lxw_data_validation()
        validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        validation.value_list = list.baseAddress
        validation.error_title = texts[texts.count - 2]
        validation.error_message = texts[texts.count - 1]
        file.note(
          calls.worksheet_data_validation_range(
            sheet, row(area.rows.lowerBound), column(area.columns.lowerBound), row(area.rows.upperBound),
            column(area.columns.upperBound), &validation))
      }
    }
  }

  /// Colours cells where a formula is true.
  func alarm(_ area: CellArea, where formula: String) {
    withMutableStrings([formula]) { texts in
      var condition = lxw_conditional_format()
      condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
      condition.value_string = texts[0]
      condition.format = file.alarm
      file.note(
        calls.worksheet_conditional_format_range(
          sheet, row(area.rows.lowerBound), column(area.columns.lowerBound), row(area.rows.upperBound),
          column(area.columns.upperBound), &condition))
    }
  }

  /// Sets the page up: A4 landscape, one page wide, with rows that stand on every page and the name in its head.
  func setPage(named name: String, repeating rows: ClosedRange<Int>) {
    calls.worksheet_set_landscape(sheet)
    calls.worksheet_set_paper(sheet, 9)
    calls.worksheet_set_margins(sheet, 0.4, 0.4, 0.6, 0.6)
    calls.worksheet_fit_to_pages(sheet, 1, 0)
    file.note(calls.worksheet_repeat_rows(sheet, row(rows.lowerBound), row(rows.upperBound)))
    calls.worksheet_freeze_panes(sheet, row(rows.upperBound + 1), 0)
    let escaped = CellText.written(String(name.prefix(80))).split(separator: "&", omittingEmptySubsequences: false)
    file.note(calls.worksheet_set_header(sheet, "&R&9" + " " + escaped.joined(separator: "&&")))
    file.note(calls.worksheet_set_footer(sheet, "&C&9&P / &N"))
  }

  /// Keeps the worksheet from being written into; links and column widths still work.
  func protect() {
    var allowed = lxw_protection()
    allowed.format_columns = 1
    allowed.format_rows = 1
    calls.worksheet_protect(sheet, nil, &allowed)
  }

  private func row(_ index: Int) -> lxw_row_t { lxw_row_t(index) }
  private func column(_ index: Int) -> lxw_col_t { lxw_col_t(index) }

  /// Texts as C strings that live as long as the body runs.
  private func withMutableStrings(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Void) {
    var bytes: [CChar] = []
    var starts: [Int] = []
    for text in texts {
      starts.append(bytes.count)
      bytes += text.utf8CString
    }
    bytes.withUnsafeMutableBufferPointer { buffer in
      body(starts.map { start in buffer.baseAddress.map { $0 + start } })
    }
  }
}
