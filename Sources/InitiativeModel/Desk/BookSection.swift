// Holds one book as a list shows it: its header and its rows.

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

  /// The same book with another header.
  func with(_ header: BookHeader) -> BookSection {
    BookSection(
      path: path, header: header, rows: rows, problems: problems, supervisors: supervisors, isLoading: isLoading)
  }

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
