// Holds `LongText`, the value of every free-text field of the form.

/// Free text of the form, one `String` whose lines end in LF.
///
/// Two long texts are equal only when their Unicode scalars are: `String`'s own equality takes か + U+3099 and が
/// for the same text, and a change from one to the other would then never be saved.
public struct LongText: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The text itself, in which CR LF and CR were turned into LF.
  public private(set) var string: String

  /// Makes a long text; CR LF and CR become LF, everything else stays as it is.
  public init(_ string: String) {
    let hasReturns =
      string.utf8.withContiguousStorageIfAvailable { LongText.hasReturn(.init($0)) } ?? string.utf8.contains(0x0D)
    self.string = hasReturns ? LongText.withLineFeedsOnly(string) : string
  }

  /// Puts a text in place of another that stands at some bytes, without copying the rest.
  ///
  /// - Parameters:
  ///   - removed: what stands there, byte for byte.
  ///   - offset: where, in UTF-8 bytes from the start.
  ///   - inserted: what takes its place; CR LF and CR become LF.
  /// - Returns: false, with nothing changed, where `removed` does not stand at `offset` between two scalars.
  public mutating func replace(_ removed: String, at offset: Int, with inserted: String) -> Bool {
    guard let range = FieldEdit.range(of: removed, at: offset, in: string) else { return false }
    string.replaceSubrange(range, with: LongText(inserted).string)
    return true
  }

  /// Whether a CR is among bytes; eight are looked at at a time, as every text that is read is looked through.
  private static func hasReturn(_ bytes: UnsafeRawBufferPointer) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let whole = bytes.count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ (ones &* 0x0D)
      if (word &- ones) & ~word & (ones << 7) != 0 { return true }
    }
    return bytes[whole...].contains(0x0D)
  }

  /// Makes a long text from its lines, as a sheet file stores it; no lines is the empty text.
  public init(lines: [String]) {
    self.init(lines.joined(separator: "\n"))
  }

  /// Makes a long text from a literal.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The lines without their line feeds; the empty text has none, a text that ends in LF has an empty last line.
  public var lines: [String] {
    guard !string.isEmpty else { return [] }
    return string.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// A line, counted from 1; nil where there is none.
  package func line(_ number: Int) -> String? {
    let line = string.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      var (left, start) = (number, 0)
      for place in 0...bytes.count where place == bytes.count || bytes[place] == 0x0A {
        left -= 1
        if left == 0 { return String(decoding: bytes[start..<place], as: UTF8.self) }
        start = place + 1
      }
      return nil
    }
    guard let line else { return lines.indices.contains(number - 1) ? lines[number - 1] : nil }
    return isEmpty ? nil : line
  }

  /// Whether there is no character at all.
  public var isEmpty: Bool { string.isEmpty }

  /// Whether the text says nothing: no letter and no decimal digit of any script.
  ///
  /// White space (U+3000 too), dashes, dots, 〃, the length mark ー, repetition marks, invisible fillers and the choice
  /// signs ①② alone are blank.
  ///
  /// Source: ※左記が「②」の場合は必須 — an entry that is only a dash is what the form prints for "nothing".
  public var isBlank: Bool {
    !string.unicodeScalars.contains { LongText.carriesMeaning($0) }
  }

  /// Compares scalar by scalar.
  public static func == (left: LongText, right: LongText) -> Bool {
    let equal = left.string.utf8.withContiguousStorageIfAvailable { one in
      right.string.utf8.withContiguousStorageIfAvailable { LongText.sameBytes(UnsafeRawBufferPointer(one), .init($0)) }
    }
    return (equal ?? nil) ?? left.string.utf8.elementsEqual(right.string.utf8)
  }

  /// Compares eight bytes at a time: texts of many pages are compared at every key.
  private static func sameBytes(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    guard one.count == other.count else { return false }
    let whole = one.count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      guard
        one.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          == other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      else { return false }
    }
    return one[whole...].elementsEqual(other[whole...])
  }

  /// Hashes the UTF-8 bytes, in step with `==`.
  public func hash(into hasher: inout Hasher) {
    for byte in string.utf8 { hasher.combine(byte) }
  }

  private static func carriesMeaning(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber, .letterNumber:
      return !scalar.properties.isDefaultIgnorableCodePoint
    default:
      return false
    }
  }

  private static func withLineFeedsOnly(_ string: String) -> String {
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n" where afterReturn: break
      default: scalars.append(scalar)
      }
      afterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}
