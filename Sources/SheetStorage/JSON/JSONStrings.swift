// Holds the reading of the strings of JSON text.

extension JSONParser {
  /// Reads a string, whose quotation mark is here.
  mutating func string() throws(JSONSyntaxError) -> String {
    index += 1
    let start = index
    let isASCII = skipPlainText()
    switch try current() {
    case UInt8(ascii: "\""):
      let text = text(from: start, isASCII: isASCII)
      index += 1
      return text
    case UInt8(ascii: "\\"): return try stringWithEscapes(from: start)
    default: throw error(.controlCharacter)
    }
  }

  /// The text from a place to here: all bytes were found to be UTF-8 before, which is not found out again.
  func text(from start: Int, isASCII: Bool) -> String {
    let span = bytes.span.extracting(start..<index)
    return String(copying: UTF8Span(unchecked: span, isKnownASCII: isASCII))
  }

  /// Goes on to the next quotation mark, backslash or control character, or to the end; whether what lay between is
  /// ASCII.
  ///
  /// Eight bytes are looked at at a time: nearly all of a sheet is such text.
  private mutating func skipPlainText() -> Bool {
    let (ones, tops) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
    var (place, seen) = (index, UInt64(0))
    bytes.withUnsafeBytes { all in
      while place + 8 <= all.count {
        let word = all.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
        let (quotes, slashes) = (word ^ (ones &* 0x22), word ^ (ones &* 0x5C))
        // The top bit of every byte that is one of the three, and sometimes of one above it: the lowest is right.
        let ends =
          ((quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes | (word &- ones &* 0x20) & ~word) & tops
        guard ends == 0 else {
          let plain = ends.trailingZeroBitCount / 8
          seen |= word & ((1 << UInt64(plain * 8)) &- 1)
          place += plain
          return
        }
        seen |= word
        place += 8
      }
      while place < all.count, all[place] >= 0x20, all[place] != 0x22, all[place] != 0x5C {
        seen |= UInt64(all[place])
        place += 1
      }
    }
    index = place
    return seen & tops == 0
  }

  private mutating func stringWithEscapes(from start: Int) throws(JSONSyntaxError) -> String {
    var text = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return String(decoding: text, as: UTF8.self)
      }
      guard byte >= 0x20 else { throw error(.controlCharacter) }
      if byte == UInt8(ascii: "\\") {
        text += try escape()
      } else {
        text.append(byte)
        index += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONSyntaxError) -> [UInt8] {
    index += 1
    let letter = try current()
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default:
      index -= 1
      throw error(.invalidEscape)
    }
  }

  private mutating func unicodeEscape() throws(JSONSyntaxError) -> [UInt8] {
    let first = try hexadecimal()
    var value = first
    if (0xD800..<0xDC00).contains(first) {
      guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
        throw error(.invalidEscape)
      }
      index += 2
      let second = try hexadecimal()
      guard (0xDC00..<0xE000).contains(second) else { throw error(.invalidEscape) }
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw error(.invalidEscape) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try current()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 + UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 + UInt32(byte & 0x0F) + 9
      default: throw error(.invalidEscape)
      }
      index += 1
    }
    return value
  }
}
