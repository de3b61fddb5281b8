// Holds what is wrong with the content of a file whose JSON is right.

/// One thing that keeps a document from being a sheet or a header, with its key path.
public struct ContentProblem: Equatable, Sendable {
  /// The kinds.
  public enum Kind: Equatable, Sendable {
    /// A key that must be there is not.
    case missing
    /// The value is of another type than the one that is expected.
    case wrongType(expected: ValueType)
    /// The sign is none of the choice's signs.
    case unknownSign(String)
    /// The number is not one that a sheet or a year can have.
    case outOfRange(String)
  }

  /// Keys joined by dots, such as midTermReview.targetForecast.
  public let path: String
  /// What is wrong.
  public let kind: Kind
}

/// The types of values that files hold, for messages.
public enum ValueType: Equatable, Sendable {
  case object, text, lines, number, flag, choice
}
