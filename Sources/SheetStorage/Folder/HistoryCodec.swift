// Holds the form of a history line.

/// The form of a history line.
///
/// A line is written without its last brace before the save that it tells of, and gets the brace after it, or
/// `HistoryCodec.interrupted` where the program that saved ended in between.
enum HistoryCodec {
  /// What a line ends with whose save took place, and one of which nobody knows.
  static let done: [UInt8] = Array("}".utf8)
  static let interrupted: [UInt8] = Array(",\"interrupted\":true}".utf8)

  /// The line without its last brace and without a line feed.
  static func begun(_ entry: HistoryEntry) -> [UInt8] {
    var members = [
      JSONMember(key: "after", value: .object(entry.changes.map { JSONMember(key: $0.key, value: $0.after) })),
      JSONMember(key: "before", value: .object(entry.changes.map { JSONMember(key: $0.key, value: $0.before) })),
      JSONMember(key: "from", value: .string(entry.from)), JSONMember(key: "to", value: .string(entry.to)),
      JSONMember(key: "when", value: .string(entry.when)), JSONMember(key: "who", value: .string(entry.who)),
    ]
    switch entry.previous {
    case .notTold: break
    case .isFirst: members.append(JSONMember(key: "previous", value: .null))
    case .line(let digest): members.append(JSONMember(key: "previous", value: .string(digest)))
    }
    return JSONWriter.line(of: .object(members)).dropLast(2)
  }

  /// Reads a line that has its last brace; nil where it tells of no save.
  static func decode(_ line: some Sequence<UInt8>) -> HistoryEntry? {
    guard let document = try? JSONParser.parse(Array(line), limits: .historyLine),
      case .object(let after)? = document["after"], case .string(let from)? = document["from"],
      case .string(let to)? = document["to"], case .string(let when)? = document["when"],
      case .string(let who)? = document["who"]
    else { return nil }
    let before = (document["before"] ?? .null).membersByKey
    let changes = after.map { member in
      HistoryEntry.Change(key: member.key, before: before[Array(member.key.utf8)] ?? .null, after: member.value)
    }
    var entry = HistoryEntry(when: when, who: who, changes: changes, from: from, to: to)
    switch document["previous"] {
    case .null?: entry.previous = .isFirst
    case .string(let digest)?: entry.previous = .line(digest)
    default: break
    }
    entry.isInterrupted = document["interrupted"] == .bool(true)
    return entry
  }

  /// What differs between two documents, by key; an object is looked into, anything else is one value.
  static func changes(from old: JSONValue, to new: JSONValue, under path: String = "") -> [HistoryEntry.Change] {
    guard old != new else { return [] }
    guard case .object = new else { return [HistoryEntry.Change(key: path, before: old, after: new)] }
    let before = old.membersByKey
    let after = new.membersByKey
    let keys = Set(before.keys).union(after.keys).sorted { $0.lexicographicallyPrecedes($1) }
    return keys.flatMap { bytes -> [HistoryEntry.Change] in
      let (was, becomes) = (before[bytes] ?? .null, after[bytes] ?? .null)
      guard was != becomes else { return [] }
      let key = String(decoding: bytes, as: UTF8.self)
      return changes(from: was, to: becomes, under: path.isEmpty ? key : path + "." + key)
    }
  }
}
