// Holds who may mark the sheets of a book.

/// Who may mark the sheets of a book.
public enum Supervisors: Equatable, Sendable {
  /// book.json names nobody.
  case everybody
  /// The person is one of those whom book.json names.
  case oneself
  /// Only those whom book.json names may.
  case others([String])
}
