// Holds what has to hold for the files that come back, as text and as workbooks: an error, or sheets with their numbers.

import CWorkbook
import InitiativeModel
import SheetExchange
import SheetWorkbook

enum ReturnedFuzzing {
  static func read(_ bytes: [UInt8]) throws -> String {
    let kinds = try [
      kind { () throws(ReturnedFileError) in try CSVForm.read(bytes) },
      kind { () throws(ReturnedFileError) in try JSONForm.read(bytes) },
      kind { () throws(ReturnedFileError) in try MarkdownForm.read(bytes) },
    ]
    return kinds.joined(separator: ", ")
  }

  /// Reads a book; what it is, or why it is refused.
  static func kind(_ read: () throws(ReturnedFileError) -> ReturnedBook) throws -> String {
    let book: ReturnedBook
    do throws(ReturnedFileError) {
      book = try read()
    } catch {
      return "refused \(String(describing: error).prefix(14))"
    }
    try FuzzFinding.unless(!book.sheets.isEmpty, "a book without sheets")
    try FuzzFinding.unless(Set(book.sheets.map(\.number)).count == book.sheets.count, "a number stands there twice")
    return "book \(min(book.sheets.count, 3))"
  }
}

/// A workbook: a zip, or the parts of one, each behind a line `=== NAME`.
enum WorkbookFuzzing {
  static func read(_ bytes: [UInt8]) throws -> String {
    let file = bytes.starts(with: Array("=== ".utf8)) ? zip(of: bytes) : bytes
    return try ReturnedFuzzing.kind { () throws(ReturnedFileError) in try WorkbookReader.read(file) }
  }

  /// The parts as a zip that packs nothing.
  private static func zip(of bytes: [UInt8]) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    var (file, table, count) = ([UInt8](), [UInt8](), 0)
    for (name, content) in parts(of: bytes) {
      let checksum = Int(crc32(0, content, UInt32(content.count)))
      var head = little(20, 2) + little(0, 8) + little(checksum, 4) + little(content.count, 4)
      head += little(content.count, 4) + little(name.count, 2) + little(0, 2)
      table += [0x50, 0x4B, 1, 2] + little(20, 2) + head + little(0, 10) + little(file.count, 4) + name
      file += [0x50, 0x4B, 3, 4] + head + name + content
      count += 1
    }
    let end = [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2) + little(table.count, 4)
    return file + table + end + little(file.count, 4) + little(0, 2)
  }

  private static func parts(of bytes: [UInt8]) -> [(name: [UInt8], content: [UInt8])] {
    var parts: [(name: [UInt8], content: [UInt8])] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: Array("=== ".utf8)) {
        parts.append((Array(line.dropFirst(4)), []))
      } else if !parts.isEmpty {
        parts[parts.count - 1].content += line + [0x0A]
      }
    }
    return parts
  }
}
