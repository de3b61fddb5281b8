// Holds the reading of a table that came back, as Excel, LibreOffice or an editor saved it.

import InitiativeModel

extension CSVForm {
  /// Whether a file is such a table: its first row has the headings of a sheet's number and of a field.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    guard let text = try? ReturnedText(bytes).text else { return false }
    let columns: [ExchangeColumn?]
    do throws(ReturnedFileError) {
      columns = try head(of: text).columns
    } catch {
      return error == .tooLarge
    }
    return columns.contains { column in
      switch column {
      case .field(.policyAndTargets)?, .field(.annualActions)?, .field(.entry)?: true
      case .field(.number)?, .field(.title)?, .field(.subtitle)?, .ward?, .fiscalYear?, .star?, .version?, nil: false
      }
    }
  }

  /// Reads a table with any of the columns in any order, separated by commas, semicolons or tabs.
  ///
  /// - Throws: what is damaged or cannot be read, with its row and column as a table program counts them.
  public static func read(_ bytes: [UInt8]) throws(ReturnedFileError) -> ReturnedBook {
    let decoded = try ReturnedText(bytes)
    var (rows, columns, ignored) = try head(of: decoded.text)
    var sheets = ReturnedSheets()
    while let cells = try rows.nextRow() {
      guard !isBlank(cells) else { continue }
      let row = TableRow(cells: cells, columns: columns, row: rows.row)
      try row.check(isWhole: rows.isWhole)
      try sheets.add(try row.sheet(), ward: try row.ward, year: try row.year)
    }
    return try sheets.book(ignoredColumns: ignored, isLossy: decoded.isLossy)
  }

  // MARK: The headings

  /// The rows below the headings, and what stands in each column.
  private static func head(
    of text: String
  ) throws(ReturnedFileError) -> (rows: DelimitedText, columns: [ExchangeColumn?], ignored: [String]) {
    var best: (rows: DelimitedText, names: [String], known: Int)?
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
      var rows = DelimitedText(text, separator: separator)
      guard let names = try? firstRow(&rows) else { continue }
      let known = names.prefix(ReturnedLimits.columns).count { column(headed: $0) != nil }
      if known > best?.known ?? 0 { best = (rows, names, known) }
    }
    guard let best else {
      var rows = DelimitedText(text, separator: UInt8(ascii: ","))
      if try firstRow(&rows) == nil { throw .noSheets }
      throw .missingColumn(ExchangeColumn.field(.number).heading)
    }
    guard best.names.count <= ReturnedLimits.columns else { throw .tooLarge }
    let columns = best.names.map { column(headed: $0) }
    for (place, column) in columns.enumerated() {
      if let column, columns[..<place].contains(column) { throw .repeatedColumn(column.heading) }
    }
    guard columns.contains(.field(.number)) else { throw .missingColumn(ExchangeColumn.field(.number).heading) }
    let hasFields = columns.contains { column in
      if case .field(let field)? = column { field != .number } else { false }
    }
    guard hasFields else { throw .missingColumn(TableWording.noField) }
    let ignored = zip(best.names, columns).filter { $1 == nil && !isBlank([$0]) }.map {
      TableWording.excerpt(ReturnedValue.trimmed($0.0))
    }
    return (best.rows, columns, ignored)
  }

  private static func firstRow(_ rows: inout DelimitedText) throws(ReturnedFileError) -> [String]? {
    while let cells = try rows.nextRow() {
      if !isBlank(cells) { return cells }
    }
    return nil
  }

  /// The column of a heading, however its parts are spaced.
  private static func column(headed heading: String) -> ExchangeColumn? {
    heading.utf8.count <= ReturnedLimits.heading ? columnsByHeading[bare(heading)] : nil
  }

  private static let columnsByHeading = Dictionary(
    ExchangeColumn.all.map { (bare($0.heading), $0) }, uniquingKeysWith: { first, _ in first })

  private static func bare(_ heading: String) -> String {
    let scalars = CSVCell.read(heading).unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{FEFF}" }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func isBlank(_ cells: [String]) -> Bool {
    cells.allSatisfy { $0.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
  }
}

/// One row of a table that came back.
private struct TableRow {
  let cells: [String]
  let columns: [ExchangeColumn?]
  let row: Int

  /// Refuses a row whose texts may stand in the wrong columns, or that may be cut.
  func check(isWhole: Bool) throws(ReturnedFileError) {
    let last = columns.lastIndex { $0 != nil } ?? 0
    guard cells.count > last else { throw .damaged(place: TableWording.line(row)) }
    guard isWhole || cells.count > last + 1 || columns[last] == .version else {
      throw .damaged(place: TableWording.line(row))
    }
    for (place, cell) in cells.enumerated().dropFirst(columns.count) where !ReturnedValue.trimmed(cell).isEmpty {
      throw .damaged(place: TableWording.rowTooLong(row, column: place + 1))
    }
  }

  var ward: String? {
    get throws(ReturnedFileError) { try text(of: .ward).map { ReturnedValue.trimmed($0) } }
  }

  var year: FiscalYear? {
    get throws(ReturnedFileError) {
      guard let text = try text(of: .fiscalYear) else { return nil }
      guard let year = FiscalYear(typed: ReturnedValue.trimmed(text)) else { throw unreadable(.fiscalYear, text) }
      return year
    }
  }

  /// The sheet of the row, with the fields that have a column.
  func sheet() throws(ReturnedFileError) -> ReturnedSheet {
    let typed = try text(of: .field(.number)) ?? ""
    guard let number = ReturnedValue.number(typed) else { throw unreadable(.field(.number), typed) }
    var sheet = ReturnedSheet(number: number, place: TableWording.line(row))
    for column in columns {
      guard let column, let text = try text(of: column) else { continue }
      switch column {
      case .ward, .fiscalYear, .field(.number): break
      case .field(.entry(let field)) where field.isChoice:
        guard let sign = ReturnedValue.sign(text, of: field) else { throw unreadable(column, text) }
        sheet.texts[.entry(field)] = LongText(sign)
      case .field(let field): sheet.texts[field] = LongText(text)
      case .star:
        guard let star = ReturnedValue.star(text) else { throw unreadable(column, text) }
        sheet.starred = star
      case .version:
        guard !ReturnedValue.trimmed(text).isEmpty else { continue }
        guard let version = ReturnedValue.version(text) else { throw unreadable(column, text) }
        sheet.version = version
      }
    }
    return sheet
  }

  /// The text of a column as it was before it was written; nil where the table has no such column.
  private func text(of column: ExchangeColumn) throws(ReturnedFileError) -> String? {
    guard let place = columns.firstIndex(of: column) else { return nil }
    let cell = cells[place]
    guard cell.utf8.count(where: { $0 == 0x0A || $0 == 0x0D }) <= ReturnedLimits.lines else { throw .tooLarge }
    guard cell.utf16.count != LongCell.mostUnits else {
      throw .damaged(place: TableWording.cutCell(row: row, heading: column.heading, units: LongCell.mostUnits))
    }
    return CSVCell.read(cell)
  }

  private func unreadable(_ column: ExchangeColumn, _ value: String) -> ReturnedFileError {
    .unreadableValue(place: TableWording.line(row), field: column.heading, value: TableWording.excerpt(value))
  }
}
