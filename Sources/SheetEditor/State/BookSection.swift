// Holds one book as the list shows it: its header and its rows.

import InitiativeModel

/// One row of a book: a sheet, or a file that could not be read.
///
/// Lists of hundreds of rows are copied at every key: a row is one reference.
public enum BookRow: Equatable, Sendable {
  /// A sheet that can be opened.
  indirect case sheet(EditedSheet)
  /// A file that cannot, with the reason as a sentence.
  case unreadable(SheetID, reason: String)

  /// The name of the sheet or file.
  public var id: SheetID {
    switch self {
    case .sheet(let sheet): sheet.id
    case .unreadable(let id, _): id
    }
  }

  /// How a period stands; nil when the sheet could not be read.
  func standing(of period: ReviewPeriod) -> PeriodStanding? {
    switch self {
    case .sheet(let sheet): sheet.standing(of: period)
    case .unreadable: nil
    }
  }

  /// The sheet, when it could be read.
  public var sheet: EditedSheet? {
    switch self {
    case .sheet(let sheet): sheet
    case .unreadable: nil
    }
  }
}

/// One book of the library folder that is open.
public struct BookSection: Equatable, Sendable {
  /// The book's folder, as a path.
  public let path: String
  /// What book.json says; nil when the book could not be read.
  public let header: BookHeader?
  /// The rows in the order of the sheets' numbers.
  public internal(set) var rows: [BookRow]
  /// Who may mark the sheets.
  public let supervisors: Supervisors
  /// What is wrong with the book as a whole, as sentences: why it cannot be read, numbers that are missing or double.
  public let problems: [String]

  /// Whether the sheets are still being read.
  public let isLoading: Bool

  /// Makes a section.
  public init(
    path: String, header: BookHeader?, rows: [BookRow], problems: [String] = [], supervisors: Supervisors = .everybody,
    isLoading: Bool = false
  ) {
    self.path = path
    self.header = header
    self.rows = rows
    self.problems = problems
    self.supervisors = supervisors
    self.isLoading = isLoading
  }

  /// The sheets that could be read.
  public var sheets: [EditedSheet] { rows.compactMap(\.sheet) }

  /// How the book's sheets stand in a period.
  public func progress(of period: ReviewPeriod) -> BookProgress {
    rows.progress(of: period)
  }
}

extension [BookRow] {
  /// How the sheets of the rows stand in a period.
  func progress(of period: ReviewPeriod) -> BookProgress { BookProgress(compactMap { $0.standing(of: period) }) }
}
