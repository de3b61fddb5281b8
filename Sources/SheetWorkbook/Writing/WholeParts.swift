// Holds the check that a workbook which was just made is whole.
//
// The library writes each part to a temporary file first and does not ask whether all of it found room there.

import SheetExchange

/// Whether every part of a workbook ends where its XML does.
enum WholeParts {
  /// Looks at all parts of a workbook.
  static func areWhole(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in
      guard let archive = try? Archive(buffer, isOurs: true) else { return false }
      return archive.names.allSatisfy { name in
        (try? archive.content(of: name)).map { isWhole($0) } ?? false
      }
    }
  }

  /// Whether an XML text ends with the end of its outermost element.
  static func isWhole(_ part: [UInt8]) -> Bool {
    let (opening, space) = (UInt8(ascii: "<"), UInt8(ascii: " "))
    var rest = part[...]
    while let start = rest.firstIndex(of: opening), start + 1 < rest.endIndex {
      rest = rest[(start + 1)...]
      guard rest.first != UInt8(ascii: "?") else { continue }
      let name = rest.prefix { $0 != space && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\n") }
      let end = part.lastIndex { $0 > space }.map { part[...$0] } ?? []
      return end.reversed().starts(with: (Array("</".utf8) + name + Array(">".utf8)).reversed())
    }
    return false
  }
}
