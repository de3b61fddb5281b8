// Holds one book as a list shows it: its header and its rows.

/// One row of a book: a sheet, or a file that could not be read.
public enum BookRow: Equatable, Sendable {
  /// A sheet that can be opened.
  case sheet(SheetID)
  /// A file that cannot, with the reason as a sentence.
  case unreadable(SheetID, reason: String)

  /// The name of the sheet or file.
  public var id: SheetID {
    switch self {
    case .sheet(let id), .unreadable(let id, _): id
    }
  }

  /// Whether it is a sheet.
  public var isSheet: Bool {
    if case .sheet = self { return true }
    return false
  }
}

/// One book of the library folder that is open.
public struct BookSection: Equatable, Sendable {
  /// The book's folder, as a path.
  public let path: String
  /// What book.json says; nil when the book could not be read.
  public let header: BookHeader?
  /// The rows in the order of the sheets' numbers.
  public let rows: [BookRow]
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
}
