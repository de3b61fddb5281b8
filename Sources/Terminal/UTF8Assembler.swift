// Holds putting characters together from bytes that arrive one by one, as a slow line delivers them.

/// Assembles UTF-8: a character whose bytes come in several reads is one character.
///
/// Bytes that are no UTF-8 become U+FFFD, one for each run that could have begun a character.
public struct UTF8Assembler: Sendable {
  private var pending: [UInt8] = []

  /// Makes an assembler with nothing pending.
  public init() {}

  /// Takes a byte; the scalars that are complete with it.
  public mutating func take(_ byte: UInt8) -> [Unicode.Scalar] {
    if pending.isEmpty, byte < 0x80 { return [Unicode.Scalar(byte)] }
    pending.append(byte)
    var decoder = UTF8()
    var bytes = pending.makeIterator()
    switch decoder.decode(&bytes) {
    case .scalarValue(let scalar):
      pending = []
      return [scalar]
    case .emptyInput: return []
    case .error: return takeInvalid()
    }
  }

  /// A beginning that may still become a character waits; otherwise it is given up, and its last byte begins anew.
  private mutating func takeInvalid() -> [Unicode.Scalar] {
    guard !UTF8Assembler.canGoOn(pending) else { return [] }
    let last = pending.count > 1 ? pending.last : nil
    pending = []
    return ["\u{FFFD}"] + (last.map { take($0) } ?? [])
  }

  /// Whether some bytes are a proper beginning of a longer character.
  private static func canGoOn(_ bytes: [UInt8]) -> Bool {
    let length: Int
    switch bytes[0] {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return false
    }
    guard bytes.count < length, bytes.dropFirst().allSatisfy({ 0x80...0xBF ~= $0 }) else { return false }
    guard bytes.count > 1 else { return true }
    switch (bytes[0], bytes[1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return false
    default: return true
    }
  }
}
