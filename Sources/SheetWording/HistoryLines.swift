// Holds how a change in the history of a sheet reads.

import InitiativeModel
import SheetStorage

extension HistoryEntry.Change {
  /// The change as lines: - for what went, + for what came.
  public var lines: [String] {
    if let field = EntryField(rawValue: key) {
      return Wording.lines(ofChange: field, from: text(before), to: text(after))
    }
    if case .array = after { return [key + ":"] + Wording.marked(from: lines(before), to: lines(after)) }
    return ["\(key): \(text(before)) → \(text(after))"]
  }

  private func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .array: lines(value).joined(separator: "\n")
    case .object: "{…}"
    }
  }

  private func lines(_ value: JSONValue) -> [String] {
    guard case .array(let values) = value else { return [] }
    return values.map { text($0) }
  }
}
