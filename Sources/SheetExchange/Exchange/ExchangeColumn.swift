// Holds the columns of the formats that go out and come back, by the headings that people see.

import InitiativeModel

/// What one column of an exported table holds; a file that comes back is read by these headings, wherever they stand.
public enum ExchangeColumn: Hashable, Sendable {
  /// The ward of the book.
  case ward
  /// The fiscal year of the book, in digits.
  case fiscalYear
  /// A field of the sheet.
  case field(SheetField)
  /// ★ or nothing.
  case star
  /// `ExportedSheet.version`.
  case version

  /// All columns in the order in which they are written.
  public static let all: [ExchangeColumn] =
    [.ward, .fiscalYear, .field(.number), .field(.title), .star]
    + [SheetField.subtitle, .policyAndTargets, .annualActions].map { .field($0) }
    + EntryField.allCases.map { .field(.entry($0)) } + [.version]

  /// The column's heading.
  public var heading: String {
    switch self {
    case .ward: "区"
    case .fiscalYear: "年度"
    case .field(let field): field.printedName
    case .star: PrintedForm.star
    case .version: "版"
    }
  }
}
