// Holds the decoding of a text file that came back, whatever program saved it.

/// The text of a file that came back.
struct ReturnedText {
  /// The text, without BOM.
  let text: String
  /// Whether it was saved in CP932, which lacks characters that a book may hold.
  let isLossy: Bool

  /// Decodes UTF-8 with or without BOM, UTF-16 with BOM (Excel's Unicode テキスト), or CP932.
  init(_ bytes: [UInt8]) throws(ReturnedFileError) {
    guard bytes.count <= ReturnedLimits.bytes else { throw .tooLarge }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      text = try ReturnedText.wide(bytes)
      isLossy = false
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    if let zero = body.firstIndex(of: 0) { throw .damaged(place: ReturnedText.line(of: zero, in: bytes)) }
    if let text = String(validating: body, as: UTF8.self) {
      self.text = text
      isLossy = false
      return
    }
    do throws(PublishedTextError) {
      text = try PublishedText.decode(bytes)
      isLossy = true
    } catch {
      if case .undecodable(let line) = error { throw .damaged(place: TableWording.line(line)) }
      throw .damaged(place: nil)
    }
  }

  private static func wide(_ bytes: [UInt8]) throws(ReturnedFileError) -> String {
    let isLittle = bytes[0] == 0xFF
    let body = bytes.dropFirst(2)
    guard body.count.isMultiple(of: 2) else { throw .damaged(place: nil) }
    let units = stride(from: 2, to: bytes.count, by: 2).map { place in
      let (one, other) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? other << 8 | one : one << 8 | other
    }
    if let zero = units.firstIndex(of: 0) {
      throw .damaged(place: TableWording.line(units[..<zero].count { $0 == 0x0A } + 1))
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .damaged(place: nil) }
    return text
  }

  private static func line(of place: Int, in bytes: [UInt8]) -> String {
    TableWording.line(bytes[..<place].count { $0 == 0x0A } + 1)
  }
}
