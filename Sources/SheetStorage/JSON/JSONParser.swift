// Holds the reading of JSON text, strictly and with places for every mistake.

/// Reads a JSON document: RFC 8259, UTF-8 with or without BOM, no duplicate keys, no more of anything than `JSONLimits`.
///
/// The time it takes is in proportion to the bytes; how many of them there may be is for whoever reads the file.
public struct JSONParser {
  let bytes: [UInt8]
  private let limits: JSONLimits
  var index: Int
  private var keyCount = 0
  private var valueCount = 0

  /// Parses a document.
  ///
  /// - Throws: `JSONSyntaxError` with the place of the first mistake, or of git's first marker where there are some.
  public static func parse(_ bytes: [UInt8], limits: JSONLimits = .file) throws(JSONSyntaxError) -> JSONValue {
    var parser = JSONParser(bytes: bytes, limits: limits)
    do {
      return try parser.document()
    } catch {
      throw parser.mergeMarkers() ?? error
    }
  }

  private init(bytes: [UInt8], limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private mutating func document() throws(JSONSyntaxError) -> JSONValue {
    try checkEncoding()
    skipBlanks()
    let value = try value(depth: 1)
    skipBlanks()
    guard index == bytes.count else { throw error(.trailingText) }
    return value
  }

  private mutating func checkEncoding() throws(JSONSyntaxError) {
    let start = bytes.prefix(4)
    if start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE])
      || start.dropFirst(index).prefix(2).contains(0)
    {
      throw error(.otherEncoding)
    }
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      index = firstInvalidByte()
      throw self.error(.invalidUTF8)
    }
  }

  private func firstInvalidByte() -> Int {
    var low = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): low += UTF8.width(scalar)
      case .emptyInput, .error: return min(low, max(0, bytes.count - 1))
      }
    }
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    guard depth <= limits.depth else { throw error(.tooDeep(most: limits.depth)) }
    valueCount += 1
    guard valueCount <= limits.values else { throw error(.tooManyValues(most: limits.values)) }
    switch try current() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    default: throw error(.unexpectedCharacter)
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    var members: [JSONMember] = []
    var manyKeys = Set<[UInt8]>()
    index += 1
    skipBlanks()
    if try take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      guard try current() == UInt8(ascii: "\"") else { throw error(.unexpectedCharacter) }
      let start = index
      let key = try string()
      guard !JSONParser.holds(key, members, &manyKeys) else {
        index = start
        throw error(.duplicateKey(key))
      }
      keyCount += 1
      guard keyCount <= limits.keys else { throw error(.tooManyKeys(most: limits.keys)) }
      skipBlanks()
      guard try take(UInt8(ascii: ":")) else { throw error(.unexpectedCharacter) }
      skipBlanks()
      members.append(JSONMember(key: key, value: try value(depth: depth + 1)))
      if try !takeComma(before: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  /// How many members of an object are compared one by one; from there on the keys are in a set as well.
  private static let fewKeys = 16

  /// Whether an object has a key among its members already.
  private static func holds(_ key: String, _ members: [JSONMember], _ manyKeys: inout Set<[UInt8]>) -> Bool {
    if members.count < fewKeys { return members.contains { $0.hasKey(key) } }
    if members.count == fewKeys { manyKeys = Set(members.map { Array($0.key.utf8) }) }
    return !manyKeys.insert(Array(key.utf8)).inserted
  }

  private mutating func array(depth: Int) throws(JSONSyntaxError) -> JSONValue {
    var values: [JSONValue] = []
    index += 1
    skipBlanks()
    if try take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      if try !takeComma(before: UInt8(ascii: "]")) { return .array(values) }
    }
  }

  /// Takes a comma and the blanks around it, or the closing bracket; true for a comma.
  private mutating func takeComma(before closing: UInt8) throws(JSONSyntaxError) -> Bool {
    skipBlanks()
    if try take(closing) { return false }
    guard try take(UInt8(ascii: ",")) else { throw error(.unexpectedCharacter) }
    skipBlanks()
    return true
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
    for place in 0..<text.utf8CodeUnitCount {
      guard try current() == text.utf8Start[place] else { throw error(.unexpectedCharacter) }
      index += 1
    }
    return value
  }

  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let first = index
    let digits = try takeDigits()
    if digits > 1, bytes[first] == UInt8(ascii: "0") { throw error(.invalidNumber) }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      index += 1
      _ = try takeDigits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") { index += 1 }
      _ = try takeDigits()
    }
    return text(from: start, isASCII: true)
  }

  private mutating func takeDigits() throws(JSONSyntaxError) -> Int {
    let start = index
    while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
    guard index > start else { throw error(.invalidNumber) }
    return index - start
  }

  // MARK: Places

  private mutating func skipBlanks() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      default: return
      }
    }
  }

  func current() throws(JSONSyntaxError) -> UInt8 {
    guard index < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[index]
  }

  private mutating func take(_ byte: UInt8) throws(JSONSyntaxError) -> Bool {
    guard try current() == byte else { return false }
    index += 1
    return true
  }

  /// The first line that git marked as not merged; JSON has no line that looks like one, wherever it begins.
  private func mergeMarkers() -> JSONSyntaxError? {
    var line = 1
    var start = 0
    while true {
      if MergeMarker.begins(bytes[start...]) { return JSONSyntaxError(kind: .mergeMarkers, line: line, column: 1) }
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      line += 1
      start = end + 1
    }
  }

  func error(_ kind: JSONSyntaxError.Kind) -> JSONSyntaxError {
    let before = bytes[..<min(index, bytes.count)]
    let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONSyntaxError(kind: kind, line: line, column: min(index, bytes.count) - start + 1)
  }
}
