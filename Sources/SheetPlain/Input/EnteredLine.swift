// Holds one line as it was entered, and what of its bytes is text.

/// What came in before a line feed.
public enum EnteredLine: Equatable, Sendable {
  /// A text without control characters but tabs.
  ///
  /// - Parameters:
  ///   - keys: how many codes of keys were taken out of it, as a terminal sends them for arrows.
  ///   - isFull: whether it holds as much as a terminal takes in one line, so that its end may be cut off.
  case text(String, keys: Int = 0, isFull: Bool = false)
  /// It is no UTF-8.
  case notUTF8
  /// There are control characters in it, and no terminal from which they could have come by a key.
  case controls
  /// It is longer than `LineReader.longest`; nothing of it is kept.
  case tooLong

  /// The most that a terminal takes in one line, in bytes: the rest it drops without a word.
  static let terminalsLongest = 4095

  /// Reads the bytes of a line, without its line feed.
  init(_ bytes: ArraySlice<UInt8>, fromTerminal isTerminal: Bool) {
    let isFull = isTerminal && bytes.count >= EnteredLine.terminalsLongest
    var whole = bytes.last == 0x0D ? Array(bytes.dropLast()) : Array(bytes)
    if isFull { whole.removeLast(EnteredLine.bytesOfCutCharacter(at: whole)) }
    guard let text = String(validating: whole, as: UTF8.self) else {
      self = .notUTF8
      return
    }
    let controls = text.unicodeScalars.contains { EnteredLine.isControl($0) }
    guard controls else {
      self = .text(text, isFull: isFull)
      return
    }
    guard isTerminal else {
      self = .controls
      return
    }
    let (rest, keys) = EnteredLine.withoutKeys(text.unicodeScalars)
    self = .text(rest, keys: keys, isFull: isFull)
  }

  /// How many bytes at the end begin a character that is not there whole.
  private static func bytesOfCutCharacter(at bytes: [UInt8]) -> Int {
    for count in 1...3 where count <= bytes.count {
      let byte = bytes[bytes.count - count]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > count ? count : 0
    }
    return 0
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\t" && scalar.properties.generalCategory == .control
  }

  /// The text without the codes of keys, each of which is whole a code: ESC [ 1 ; 5 D leaves nothing behind.
  private static func withoutKeys(_ text: String.UnicodeScalarView) -> (text: String, keys: Int) {
    var rest = String.UnicodeScalarView()
    var keys = 0
    var scalars = text.makeIterator()
    while let scalar = scalars.next() {
      guard isControl(scalar) else {
        rest.append(scalar)
        continue
      }
      keys += 1
      guard scalar == "\u{1B}", let kind = scalars.next() else { continue }
      if kind == "O" { _ = scalars.next() }
      guard kind == "[" else { continue }
      while let part = scalars.next(), !("\u{40}"..."\u{7E}").contains(part) {}
    }
    return (String(rest), keys)
  }
}
