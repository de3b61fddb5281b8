// Holds a book as CSV for Excel: one row a sheet with every text.

import InitiativeModel

/// The official form as a table: UTF-8 with BOM, CR LF, quotes doubled (RFC 4180).
///
/// Every text can be read back exactly (`CSVCell`); a choice stands as its sign.
public enum CSVForm {
  /// The rows below their headings.
  public static func output(_ content: ExportContent) -> SafeOutput {
    let head = ExchangeColumn.all.map { CSVCell.written($0.heading) }
    let rows = content.books.flatMap { book in book.sheets.map { row($0, book.header) } }
    return .table([head] + rows)
  }

  /// The texts that do not fit into a cell of Excel; they are written whole.
  public static func tooLong(_ content: ExportContent) -> [LongCell] {
    content.books.flatMap { book in
      book.sheets.flatMap { sheet in
        ExchangeColumn.all.compactMap { column in
          let units = cell(column, sheet, book.header).utf16.count
          guard units >= LongCell.mostUnits else { return nil }
          return LongCell(ward: book.header.ward, number: sheet.sheet.number, heading: column.heading, units: units)
        }
      }
    }
  }

  private static func row(_ sheet: ExportedSheet, _ header: BookHeader) -> [String] {
    ExchangeColumn.all.map { cell($0, sheet, header) }
  }

  private static func cell(_ column: ExchangeColumn, _ sheet: ExportedSheet, _ header: BookHeader) -> String {
    switch column {
    case .ward: CSVCell.written(header.ward)
    case .fiscalYear: String(header.fiscalYear.year)
    case .field(.number): String(sheet.sheet.number)
    case .field(.entry(let field)) where field.isChoice: sheet.sheet.chosenOption(of: field)?.sign ?? ""
    case .field(let field): CSVCell.written(sheet.sheet.text(of: field).string)
    case .star: sheet.sheet.starred ? PrintedForm.star : ""
    case .version: CSVCell.written(sheet.version)
    }
  }
}

/// A text that is longer than Excel shows of a cell.
public struct LongCell: Equatable, Sendable {
  /// What Excel takes into one cell, in UTF-16 units; a text of just as many may have been cut by it.
  static let mostUnits = 32_767

  /// The ward of the book.
  public let ward: String
  /// The sheet.
  public let number: Int
  /// The heading of the column.
  public let heading: String
  /// The length of the cell, in UTF-16 units, as Excel counts.
  public let units: Int
}
