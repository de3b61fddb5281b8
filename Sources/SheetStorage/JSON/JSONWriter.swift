// Holds the writing of JSON in the one canonical form of all files.

/// Writes a value in canonical form: UTF-8 without BOM, LF, final newline, two-space indent, keys sorted by their
/// bytes, nothing escaped that need not be.
public enum JSONWriter {
  /// The bytes of a document.
  public static func bytes(of value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    write(value, indent: 0, to: &out)
    out.append(UInt8(ascii: "\n"))
    return out
  }

  /// The bytes of a document on one line, for files of which every line is one; keys sorted, a line feed at the end.
  public static func line(of value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    writeCompact(value, to: &out)
    out.append(UInt8(ascii: "\n"))
    return out
  }

  private static func writeCompact(_ value: JSONValue, to out: inout [UInt8]) {
    switch value {
    case .null, .bool, .number, .string: write(value, indent: 0, to: &out)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (place, item) in values.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        writeCompact(item, to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (place, member) in sorted.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        write(member.key, to: &out)
        out.append(UInt8(ascii: ":"))
        writeCompact(member.value, to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ value: JSONValue, indent: Int, to out: inout [UInt8]) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let flag): out += (flag ? "true" : "false").utf8
    case .number(let text): out += text.utf8
    case .string(let text): write(text, to: &out)
    case .array(let values):
      writeList(values, "[", "]", indent, &out) { write($0, indent: indent + 2, to: &$1) }
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      writeList(sorted, "{", "}", indent, &out) { member, out in
        write(member.key, to: &out)
        out += ": ".utf8
        write(member.value, indent: indent + 2, to: &out)
      }
    }
  }

  private static func writeList<Item>(
    _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ indent: Int, _ out: inout [UInt8],
    _ writeItem: (Item, inout [UInt8]) -> Void
  ) {
    out.append(UInt8(ascii: open))
    for (place, item) in items.enumerated() {
      out += (place == 0 ? "\n" : ",\n").utf8
      out += repeatElement(UInt8(ascii: " "), count: indent + 2)
      writeItem(item, &out)
    }
    if !items.isEmpty {
      out.append(UInt8(ascii: "\n"))
      out += repeatElement(UInt8(ascii: " "), count: indent)
    }
    out.append(UInt8(ascii: close))
  }

  private static func write(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
      case 0x08: out += "\\b".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0D: out += "\\r".utf8
      case 0x09: out += "\\t".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        out += "\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
