// Holds one save as a line of history tells it.

/// One save as the history tells it.
public struct HistoryEntry: Equatable, Sendable {
  /// One value of the sheet that the save changed.
  public struct Change: Equatable, Sendable {
    /// Where it stands in the file: midTermReview.targetForecast.
    public let key: String
    /// What stood there before and afterwards, as the file holds it; null for nothing.
    public let before: JSONValue
    /// What stands there afterwards.
    public let after: JSONValue
  }

  /// What a line says of the line that stood before it when it was written.
  enum Previous: Equatable, Sendable {
    /// Nothing: the program that wrote it did not chain lines.
    case notTold
    /// That it is the first line.
    case isFirst
    /// The SHA-256 digest of that line.
    case line(String)
  }

  /// When, as 2026-11-21T08:05:00Z.
  public let when: String
  /// Who.
  public let who: String
  /// What changed, in the order of the keys.
  public let changes: [Change]
  /// The digests of the file before and afterwards.
  let from: String
  let to: String
  var previous = Previous.notTold
  /// Whether the save was cut short so that nobody knows whether it took place.
  var isInterrupted = false
}
