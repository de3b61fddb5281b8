// Holds what is wrong with the text of a JSON document, and where.

/// Why a text is no JSON document that this program takes; line and column count from 1, columns in bytes.
public struct JSONSyntaxError: Error, Equatable, Sendable {
  /// The kinds of mistakes.
  public enum Kind: Equatable, Sendable {
    /// The text ends where more was expected.
    case unexpectedEnd
    /// A character stands where none of its kind may.
    case unexpectedCharacter
    /// Something stands behind the document.
    case trailingText
    /// The bytes are no UTF-8.
    case invalidUTF8
    /// The document is UTF-16 or UTF-32.
    case otherEncoding
    /// A string holds an escape that means nothing, such as half a surrogate pair.
    case invalidEscape
    /// A string holds a control character that should be escaped.
    case controlCharacter
    /// A number is not written as JSON writes numbers.
    case invalidNumber
    /// Two members of one object have the same key.
    case duplicateKey(String)
    /// Values are nested more deeply than `most` levels.
    case tooDeep(most: Int)
    /// The document's objects have more keys than `most`, all together.
    case tooManyKeys(most: Int)
    /// The document holds more values than `most`, those inside others among them.
    case tooManyValues(most: Int)
    /// git left its merge markers in the file.
    case mergeMarkers
  }

  /// What is wrong.
  public let kind: Kind
  /// Where.
  public let line: Int
  /// Where, in bytes of the line.
  public let column: Int
}
