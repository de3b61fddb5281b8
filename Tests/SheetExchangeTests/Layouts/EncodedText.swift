// Holds the bytes in which a text reaches us.

import Glibc

/// An encoding with its line ends.
enum EncodedText: String, CaseIterable, Sendable {
  case utf8, byteOrderMark, carriageReturns, utf16LittleEndian, utf16BigEndian, cp932

  /// The bytes of a text; nil where the encoding lacks one of its characters.
  func bytes(_ text: String) -> [UInt8]? {
    let windows = text.replacing("\n", with: "\r\n")
    switch self {
    case .utf8: return Array(text.utf8)
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(windows.utf8)
    case .carriageReturns: return Array(text.replacing("\n", with: "\r").utf8)
    case .utf16LittleEndian: return [0xFF, 0xFE] + windows.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .utf16BigEndian: return [0xFE, 0xFF] + windows.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case .cp932: return EncodedText.cp932(windows)
    }
  }

  private static func cp932(_ text: String) -> [UInt8]? {
    guard let converter = iconv_open("CP932", "UTF-8"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 2)
    var (left, room) = (input.count, output.count)
    let result = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    guard result != Int(bitPattern: UInt.max), left == 0 else { return nil }
    return output[..<(output.count - room)].map { UInt8(bitPattern: $0) }
  }
}
