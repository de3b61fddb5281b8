// Holds the decoding of a published text's bytes.

import Glibc

/// Why bytes are no published sheet text.
public enum PublishedTextError: Error, Equatable, Sendable {
  /// There is nothing in the file.
  case empty
  /// The bytes hold NUL: this is no text.
  case notText
  /// The bytes are neither UTF-8 nor CP932; the line of the first that is not.
  case undecodable(line: Int)
  /// There is no heading 取組項目 N in the text.
  case noSheets
  /// There are more lines than `TextLimits.lines`.
  case tooManyLines
  /// There are more cells than `TextLimits.cells`; the line of the first that is too many.
  case tooManyCells(line: Int)
  /// There are more headings than `TextLimits.sheets`.
  case tooManySheets
  /// The text is another form than the one that this program knows.
  case otherForm(OtherForm, line: Int)
  /// The text was read in these layouts, and not surely; what speaks against it, the first one first.
  case notSure([ImportDoubt], layouts: [ImportLayout])
}

/// The text of a published form, decoded.
public enum PublishedText {
  /// Decodes UTF-8 (with or without BOM), UTF-16 with its BOM, or CP932; CR LF and CR become LF.
  public static func decode(_ bytes: [UInt8]) throws(PublishedTextError) -> String {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      if let text = try wide(bytes) { return text }
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard !body.isEmpty else { throw .empty }
    guard !body.contains(0) else { throw .notText }
    guard body.count(where: { $0 == 0x0A || $0 == 0x0D }) <= 2 * TextLimits.lines else { throw .tooManyLines }
    let legacy = CP932()
    guard let text = String(validating: body, as: UTF8.self) ?? legacy?.text(of: body) else {
      throw .undecodable(line: firstBadLine(body, legacy))
    }
    let lines = withLineFeeds(text)
    guard lines.utf8.count(where: { $0 == 0x0A }) < TextLimits.lines else { throw .tooManyLines }
    return lines
  }

  /// The text of UTF-16, which Excel's Unicode text is; nil for what is none.
  private static func wide(_ bytes: [UInt8]) throws(PublishedTextError) -> String? {
    guard bytes.count > 2 else { throw .empty }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let high = bytes[0] == 0xFE ? 0 : 1
    let units = stride(from: 2, to: bytes.count, by: 2).map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + 1 - high])
    }
    guard let text = String(validating: units, as: UTF16.self), !units.contains(0) else { return nil }
    let lines = withLineFeeds(text)
    guard lines.utf8.count(where: { $0 == 0x0A }) < TextLimits.lines else { throw .tooManyLines }
    return lines
  }

  private static func firstBadLine(_ bytes: ArraySlice<UInt8>, _ legacy: CP932?) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil && legacy?.text(of: $0) == nil }
    return (bad ?? 0) + 1
  }

  private static func withLineFeeds(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var scalars = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" { scalars.append("\n") } else if !(scalar == "\n" && afterReturn) { scalars.append(scalar) }
      afterReturn = scalar == "\r"
    }
    return String(scalars)
  }
}

/// The character set of Japanese Windows, decoded by the C library, which knows all of it.
private final class CP932 {
  private let converter: iconv_t

  init?() {
    guard let opened = iconv_open("UTF-8", "CP932"), opened != iconv_t(bitPattern: -1) else { return nil }
    converter = opened
  }

  deinit { iconv_close(converter) }

  /// The text of some bytes; nil where they are not in this character set.
  func text(of bytes: ArraySlice<UInt8>) -> String? {
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var left = input.count
    var room = output.count
    let converted = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        iconv(converter, nil, nil, nil, nil)
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard converted != Int(bitPattern: UInt.max), left == 0 else { return nil }
    let written = output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
    return String(validating: written, as: UTF8.self)
  }
}
