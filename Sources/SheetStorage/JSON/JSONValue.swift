// Holds a JSON document as it was written: unknown keys and long numbers survive being read and written again.

/// A JSON value.
///
/// Numbers are kept as their text, members in the order in which they stand.
///
/// Foundation's coders lose what this keeps: unknown keys, digits of long numbers, keys that Unicode takes for equal.
public enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as written, such as 1, -0 or 1e400.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// The member of an object by its key, compared byte by byte; nil for other values.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.hasKey(key) }?.value
  }

  /// A member that is a whole number and not negative.
  func number(_ key: String) -> UInt? {
    guard case .number(let text)? = self[key] else { return nil }
    return UInt(text)
  }

  /// The members of an object by their keys' bytes, for looking up many; none for other values.
  var membersByKey: [[UInt8]: JSONValue] {
    guard case .object(let members) = self else { return [:] }
    return Dictionary(members.map { (Array($0.key.utf8), $0.value) }) { first, _ in first }
  }

  /// Sets a member of an object, in its place or at the end; another value becomes an object first.
  public mutating func set(_ key: String, _ value: JSONValue) {
    guard case .object(var members) = self else {
      self = .object([JSONMember(key: key, value: value)])
      return
    }
    if let place = members.firstIndex(where: { $0.hasKey(key) }) {
      members[place].value = value
    } else {
      members.append(JSONMember(key: key, value: value))
    }
    self = .object(members)
  }

  /// Equal scalar by scalar, member by member.
  public static func == (left: JSONValue, right: JSONValue) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let one), .bool(let other)): one == other
    case (.number(let one), .number(let other)): one == other
    case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
    case (.array(let one), .array(let other)): one == other
    case (.object(let one), .object(let other)): one == other
    case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _): false
    }
  }
}
