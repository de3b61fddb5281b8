// Holds what has to hold for JSON: what is read and written again reads the same.

import SheetStorage

enum JSONFuzzing {
  static func read(_ bytes: [UInt8]) throws -> String {
    let value: JSONValue
    do throws(JSONSyntaxError) {
      value = try JSONParser.parse(bytes)
    } catch {
      let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
      try FuzzFinding.unless((1...lines).contains(error.line), "line \(error.line) of \(lines)")
      try FuzzFinding.unless((1...(bytes.count + 1)).contains(error.column), "column \(error.column)")
      return "refused \(String(describing: error.kind).prefix(12))"
    }
    for write in [JSONWriter.bytes, JSONWriter.line] {
      let written = write(value)
      let again = try JSONParser.parse(written)
      try FuzzFinding.unless(sorted(again) == sorted(value), "another value is read again")
      try FuzzFinding.unless(write(again) == written, "written once more it is another text")
    }
    try FuzzFinding.unless(JSONWriter.line(of: value).dropLast().allSatisfy { $0 != 0x0A }, "a line with a line feed")
    return "value \(String(describing: value).prefix(7))"
  }

  /// A value with its members in the order of their keys' bytes, in which they are written.
  private static func sorted(_ value: JSONValue) -> JSONValue {
    switch value {
    case .null, .bool, .number, .string: value
    case .array(let items): .array(items.map(sorted))
    case .object(let members):
      .object(
        members.map { JSONMember(key: $0.key, value: sorted($0.value)) }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    }
  }
}
