// Holds the reading of CSV and tab text, row by row and strictly: what is not whole is refused with its place.

/// Reads rows of cells that stand between separators, in quotes where they hold one (RFC 4180).
///
/// A row ends with LF, CR LF or CR. A quote stands only around a cell, or doubled within one.
struct DelimitedText {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var cellCount = 0
  /// The number of rows that were read.
  private(set) var row = 0
  /// Whether the last row that was read ends with a line end, or its last cell with a quote.
  private(set) var isWhole = true

  private static let quote = UInt8(ascii: "\"")

  /// Reads a text from its beginning.
  init(_ text: String, separator: UInt8) {
    bytes = Array(text.utf8)
    self.separator = separator
  }

  /// The cells of the next row, without quotes; nil at the end.
  mutating func nextRow() throws(ReturnedFileError) -> [String]? {
    guard index < bytes.count else { return nil }
    row += 1
    var cells: [String] = []
    while true {
      cellCount += 1
      guard cellCount <= ReturnedLimits.cells else { throw .tooLarge }
      cells.append(try cell(column: cells.count + 1))
      guard index < bytes.count else { return cells }
      let end = bytes[index]
      index += 1
      if end == separator {
        guard index < bytes.count else {
          isWhole = false
          return cells + [""]
        }
        continue
      }
      if end == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      isWhole = true
      return cells
    }
  }

  private mutating func cell(column: Int) throws(ReturnedFileError) -> String {
    guard index < bytes.count, bytes[index] == DelimitedText.quote else {
      let start = index
      while index < bytes.count, !isEnd(bytes[index]) {
        guard bytes[index] != DelimitedText.quote else { throw broken(column) }
        index += 1
      }
      isWhole = index < bytes.count
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    return try quotedCell(column: column)
  }

  private mutating func quotedCell(column: Int) throws(ReturnedFileError) -> String {
    var text: [UInt8] = []
    index += 1
    while true {
      let start = index
      while index < bytes.count, bytes[index] != DelimitedText.quote { index += 1 }
      guard index < bytes.count else { throw broken(column) }
      text += bytes[start..<index]
      index += 1
      guard index < bytes.count, bytes[index] == DelimitedText.quote else { break }
      text.append(DelimitedText.quote)
      index += 1
    }
    guard index == bytes.count || isEnd(bytes[index]) else { throw broken(column) }
    isWhole = true
    return String(decoding: text, as: UTF8.self)
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == separator || byte == 0x0A || byte == 0x0D }

  private func broken(_ column: Int) -> ReturnedFileError {
    .damaged(place: TableWording.cell(row: row, column: column))
  }
}
