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
}

/// The text of a published form, decoded.
public enum PublishedText {
  /// Decodes UTF-8 (with or without BOM) or CP932; CR LF and CR become LF.
  public static func decode(_ bytes: [UInt8]) throws(PublishedTextError) -> String {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard !body.isEmpty else { throw .empty }
    guard !body.contains(0) else { throw .notText }
    guard let text = String(validating: body, as: UTF8.self) ?? fromCP932(Array(body)) else {
      throw .undecodable(line: firstBadLine(body))
    }
    return withLineFeeds(text)
  }

  /// Decodes the character set of Japanese Windows by the C library, which knows all of it.
  private static func fromCP932(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "CP932"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    var left = input.count
    var room = output.count
    let converted = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard converted != Int(bitPattern: UInt.max), left == 0 else { return nil }
    let written = output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
    return String(validating: written, as: UTF8.self)
  }

  private static func firstBadLine(_ bytes: ArraySlice<UInt8>) -> Int {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let bad = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil && fromCP932(Array($0)) == nil }
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
