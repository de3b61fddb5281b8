// Holds all sheets' text in the form in which it is searched.

/// The folded text of many sheets in one row of bytes, a line of text behind the other.
///
/// One pass over the bytes finds a text in all sheets. Marks that follow one letter are compared in the order in which
/// they were typed; what is shown and marked is found by `FoldedText` in the text itself.
package struct SearchIndex: Equatable, Sendable {
  /// One line of one field of one sheet.
  package struct Line: Equatable, Sendable {
    package let sheet: SheetID
    package let field: SheetField
    /// The line of the field's text, counted from 1.
    package let number: Int
    /// Where its bytes end.
    package let end: Int

    /// Whether it is the same line, wherever its bytes stand.
    package func isSame(_ other: Line) -> Bool {
      sheet == other.sheet && field == other.field && number == other.number
    }
  }

  package private(set) var lines: [Line] = []
  private var bytes: [UInt8] = []

  /// Folds the text of sheets.
  package init(_ sheets: [EditedSheet]) {
    var scalars: [Unicode.Scalar] = []
    for sheet in sheets {
      for field in SheetField.searched {
        for (index, line) in sheet.saved.text(of: field).lines.enumerated() {
          scalars.removeAll(keepingCapacity: true)
          FoldedText.fold(line.unicodeScalars, to: &scalars)
          SearchIndex.append(scalars, to: &bytes)
          bytes.append(UInt8(ascii: "\n"))
          lines.append(Line(sheet: sheet.id, field: field, number: index + 1, end: bytes.count))
        }
      }
    }
  }

  /// What a search found.
  package struct Found: Equatable, Sendable {
    /// The lines in which it stands, by their places among all lines.
    package var lines: [Int] = []
    /// How often it stands in all of them.
    package var hits = 0
    /// In how many sheets.
    package var sheets = 0

    package init() {}
  }

  /// Finds a text in all lines.
  package func find(_ query: String) -> Found {
    var scalars: [Unicode.Scalar] = []
    FoldedText.fold(query.unicodeScalars, to: &scalars)
    var wanted: [UInt8] = []
    SearchIndex.append(scalars, to: &wanted)
    guard !wanted.isEmpty, !wanted.contains(UInt8(ascii: "\n")) else { return Found() }
    var found = Found()
    var line = 0
    var lastSheet: SheetID?
    for place in places(of: wanted) where !isFollowedByMark(place + wanted.count) {
      found.hits += 1
      if lines[line].end <= place {
        line = firstLine(endingBehind: place, from: line)
      } else if found.lines.last == line {
        continue
      }
      found.lines.append(line)
      if lines[line].sheet != lastSheet {
        found.sheets += 1
        lastSheet = lines[line].sheet
      }
    }
    return found
  }

  private static func append(_ scalars: [Unicode.Scalar], to bytes: inout [UInt8]) {
    for scalar in scalars {
      if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
    }
  }

  /// Where bytes stand, without overlaps; skips ahead by what the last byte compared allows (Horspool).
  private func places(of wanted: [UInt8]) -> [Int] {
    var skips = [Int](repeating: wanted.count, count: 256)
    for (index, byte) in wanted.dropLast().enumerated() { skips[Int(byte)] = wanted.count - 1 - index }
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { all in
      wanted.withUnsafeBufferPointer { sought in
        let last = sought.count - 1
        var place = 0
        while place + last < all.count {
          let byte = all[place + last]
          var offset = 0
          if byte == sought[last] {
            while offset < last, all[place + offset] == sought[offset] { offset += 1 }
            if offset == last {
              found.append(place)
              place += sought.count
              continue
            }
          }
          place += skips[Int(byte)]
        }
      }
    }
    return found
  }

  private func firstLine(endingBehind place: Int, from first: Int) -> Int {
    var low = first
    var high = lines.count - 1
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a mark that belongs to the letter before it stands at a place: か is not found in が.
  private func isFollowedByMark(_ place: Int) -> Bool {
    guard place < bytes.count, bytes[place] >= 0xCC else { return false }
    var decoder = UTF8()
    var rest = bytes[place..<min(bytes.count, place + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return false }
    return FoldedText.isMark(scalar)
  }
}
