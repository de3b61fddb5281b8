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
  /// Where the bytes of each line end.
  private var ends: [Int] = []

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
          ends.append(bytes.count)
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
    for place in places(of: wanted, in: parts) where !isFollowedByMark(place + wanted.count) {
      found.hits += 1
      if ends[line] <= place { line = self.line(of: place, behind: line) } else if found.lines.last == line { continue }
      if found.lines.last.map({ self.lines[$0].sheet != self.lines[line].sheet }) ?? true { found.sheets += 1 }
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

  /// Where bytes stand, without overlaps; skips ahead by what the last byte compared allows (Horspool).
  private func places(of wanted: [UInt8], in parts: [Range<Int>]) -> [Int] {
    var skips = [Int](repeating: wanted.count, count: 256)
    for (index, byte) in wanted.dropLast().enumerated() { skips[Int(byte)] = wanted.count - 1 - index }
    let last = wanted.count - 1
    var found: [Int] = []
    bytes.withUnsafeBufferPointer { all in
      for part in parts {
        var place = part.lowerBound
        while place + last < part.upperBound {
          let byte = all[place + last]
          if byte == wanted[last], (0..<last).allSatisfy({ all[place + $0] == wanted[$0] }) {
            found.append(place)
            place += wanted.count
          } else {
            place += skips[Int(byte)]
          }
        }
      }
    }
    return found
  }

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
    var decoder = UTF8()
    var rest = bytes[place..<min(bytes.count, place + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return false }
    return FoldedText.isMark(scalar)
  }
}
