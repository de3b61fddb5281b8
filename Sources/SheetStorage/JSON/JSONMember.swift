// Holds one member of a JSON object.

/// One member of a JSON object.
public struct JSONMember: Equatable, Sendable {
  /// The key.
  public let key: String
  /// The value.
  public var value: JSONValue

  /// Makes a member.
  public init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }

  /// Whether this is the key, byte by byte.
  func hasKey(_ other: String) -> Bool { key.utf8.count == other.utf8.count && key.utf8.elementsEqual(other.utf8) }

  /// Equal byte by byte.
  public static func == (left: JSONMember, right: JSONMember) -> Bool {
    left.hasKey(right.key) && left.value == right.value
  }
}
