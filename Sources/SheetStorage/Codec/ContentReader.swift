// Holds the reading of typed values out of a JSON document, collecting every problem.

import InitiativeModel

/// Reads members of one object and collects what is wrong with them.
struct ContentReader {
  private let value: JSONValue
  private let prefix: String
  var problems: [ContentProblem] = []

  init(_ value: JSONValue, path: String = "") {
    self.value = value
    prefix = path.isEmpty ? "" : path + "."
    if case .object = value { return }
    problems.append(ContentProblem(path: path, kind: .wrongType(expected: .object)))
  }

  private var isObject: Bool {
    if case .object = value { return true }
    return false
  }

  mutating func missing(_ key: String) {
    if isObject { problems.append(ContentProblem(path: prefix + key, kind: .missing)) }
  }

  mutating func text(_ key: String, default standard: String?) -> String {
    switch value[key] {
    case .string(let text)?: return text
    case nil:
      if standard == nil { missing(key) }
    default: wrong(key, .text)
    }
    return standard ?? ""
  }

  mutating func flag(_ key: String) -> Bool {
    switch value[key] {
    case .bool(let flag)?: return flag
    case nil: return false
    default:
      wrong(key, .flag)
      return false
    }
  }

  mutating func number(_ key: String, in range: ClosedRange<Int>, default standard: Int? = nil) -> Int? {
    switch value[key] {
    case .number(let text)?:
      if let number = Int(text), range.contains(number) { return number }
      problems.append(ContentProblem(path: prefix + key, kind: .outOfRange(text)))
    case nil:
      if standard == nil { missing(key) }
    default: wrong(key, .number)
    }
    return standard
  }

  /// A long text: an array of lines, or one string.
  mutating func lines(_ key: String, required: Bool) -> LongText {
    switch value[key] {
    case .array(let items)?:
      var text = ""
      for (place, item) in items.enumerated() {
        guard case .string(let line) = item else {
          wrong(key, .lines)
          return ""
        }
        if place > 0 { text += "\n" }
        text += line
      }
      return LongText(text)
    case .string(let text)?: return LongText(text)
    case nil:
      if required { missing(key) }
    default: wrong(key, .lines)
    }
    return ""
  }

  mutating func texts(_ key: String) -> [String] {
    guard case .array(let items)? = value[key] else {
      if value[key] != nil { wrong(key, .lines) }
      return []
    }
    return items.compactMap { item in
      guard case .string(let text) = item else { return nil }
      return text
    }
  }

  /// A choice: one of the field's signs as it is stored, or however it was typed.
  mutating func choice(of field: EntryField) -> ChoiceOrdinal? {
    switch value[field.key] {
    case .string(let sign)?:
      if let choice = field.choice(signed: sign) ?? ChoiceOrdinal(typed: sign) { return choice }
      problems.append(ContentProblem(path: prefix + field.key, kind: .unknownSign(sign)))
    case nil, .null?: break
    default: wrong(field.key, .choice)
    }
    return nil
  }

  private mutating func wrong(_ key: String, _ expected: ValueType) {
    problems.append(ContentProblem(path: prefix + key, kind: .wrongType(expected: expected)))
  }
}
