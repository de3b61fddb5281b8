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
  }

  package private(set) var lines: [Line] = []
  private var bytes: [UInt8] = []
  /// Where the bytes of each line end, and the how-manieth sheet it is of.
  private var ends: [Int] = []
  private var owners: [Int] = []

  /// Folds the text of sheets.
  package init(_ sheets: [EditedSheet]) {
    var scalars: [Unicode.Scalar] = []
    for (place, sheet) in sheets.enumerated() {
      for field in SheetField.searched {
        for (index, line) in sheet.saved.text(of: field).lines.enumerated() {
          scalars.removeAll(keepingCapacity: true)
          FoldedText.fold(line.unicodeScalars, to: &scalars)
          SearchIndex.append(scalars, to: &bytes)
          bytes.append(UInt8(ascii: "\n"))
          ends.append(bytes.count)
          owners.append(place)
          lines.append(Line(sheet: sheet.id, field: field, number: index + 1))
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

  /// Finds a text in all lines, or in some of them.
  ///
  /// - Parameter lines: the places of the lines, in order; nil for all.
  package func find(_ query: String, in lines: [Int]? = nil) -> Found {
    var scalars: [Unicode.Scalar] = []
    FoldedText.fold(query.unicodeScalars, to: &scalars)
    var wanted: [UInt8] = []
    SearchIndex.append(scalars, to: &wanted)
    guard !wanted.isEmpty, !wanted.contains(UInt8(ascii: "\n")) else { return Found() }
    var found = Found()
    let parts = lines.map { $0.map { ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0] } } ?? [0..<bytes.count]
    var line = 0
    let places = places(of: wanted, in: parts)
    found.lines.reserveCapacity(places.count / 2)
    for place in places where !isFollowedByMark(place + wanted.count) {
      found.hits += 1
      if ends[line] <= place { line = self.line(of: place, behind: line) } else if found.lines.last == line { continue }
      if found.lines.last.map({ owners[$0] != owners[line] }) ?? true { found.sheets += 1 }
      found.lines.append(line)
    }
    return found
  }

  /// Whether a text stands nowhere but in lines where the beginning of it was found.
  ///
  /// A mark that follows makes another letter of the one before it: か is not found where か゛ is.
  package static func goesOn(_ query: String, from beginning: String) -> Bool {
    let (all, front) = (Array(query.unicodeScalars), Array(beginning.unicodeScalars))
    guard !front.isEmpty, all.starts(with: front) else { return false }
    var rest: [Unicode.Scalar] = []
    FoldedText.fold(all[front.count...], to: &rest)
    return rest.first.map { !FoldedText.isMark($0) } ?? true
  }

  private static func append(_ scalars: [Unicode.Scalar], to bytes: inout [UInt8]) {
    for scalar in scalars {
      if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
    }
  }

  /// Where bytes stand, in order and without overlaps.
  ///
  /// The last of them is looked for in eight bytes at a time: skipping by what was read would wait for every read.
  private func places(of wanted: [UInt8], in parts: [Range<Int>]) -> [Int] {
    guard let lastByte = wanted.last else { return [] }
    let last = wanted.count - 1
    let pattern = UInt64(lastByte) &* SearchIndex.ones
    var found: [Int] = []
    wanted.withUnsafeBufferPointer { wanted in
      bytes.withUnsafeBytes { all in
        for part in parts {
          var (end, next) = (part.lowerBound + last, part.lowerBound + last)
          while end < part.upperBound {
            // A bit for every byte that is the last one, and sometimes for one above it: those are compared in vain.
            var hits = UInt64(1) << 7
            if end + 8 <= part.upperBound {
              let word = all.loadUnaligned(fromByteOffset: end, as: UInt64.self).littleEndian ^ pattern
              hits = (word &- SearchIndex.ones) & ~word & (SearchIndex.ones << 7)
            }
            while hits != 0 {
              let place = end + hits.trailingZeroBitCount / 8
              hits &= hits &- 1
              guard place >= next, SearchIndex.isSame(wanted, all, endingAt: place) else { continue }
              found.append(place - last)
              next = place + wanted.count
            }
            end += end + 8 <= part.upperBound ? 8 : 1
          }
        }
      }
    }
    return found
  }

  /// Whether bytes stand before and at a place.
  private static func isSame(
    _ wanted: UnsafeBufferPointer<UInt8>, _ all: UnsafeRawBufferPointer, endingAt end: Int
  ) -> Bool {
    var offset = wanted.count - 1
    while offset >= 0, all[end - wanted.count + 1 + offset] == wanted[offset] { offset -= 1 }
    return offset < 0
  }

  /// A one in each of eight bytes.
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The line that a place is in; it is behind another line, and mostly not far.
  private func line(of place: Int, behind line: Int) -> Int {
    var step = 1
    while line + step < ends.count, ends[line + step] <= place { step *= 2 }
    var (low, high) = (line + step / 2, min(line + step, ends.count - 1))
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a mark that belongs to the letter before it stands at a place: か is not found in が.
  private func isFollowedByMark(_ place: Int) -> Bool {
    guard place < bytes.count, bytes[place] >= 0xCC else { return false }
    // Kana and kanji are what follows most often: among U+3000 to U+9FFF only 〪 to 〯 and the two kana marks are marks.
    if bytes[place] == 0xE3 {
      return (bytes[place + 1] == 0x80 && bytes[place + 2] >= 0xAA && bytes[place + 2] <= 0xAF)
        || (bytes[place + 1] == 0x82 && (0x99...0x9A).contains(bytes[place + 2]))
    }
    if (0xE4...0xE9).contains(bytes[place]) { return false }
    var decoder = UTF8()
    var rest = bytes[place..<min(bytes.count, place + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return false }
    return FoldedText.isMark(scalar)
  }
}
