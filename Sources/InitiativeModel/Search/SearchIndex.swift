// Holds all sheets' text in the form in which it is searched.

/// The folded text of many sheets in one row of UTF-16 units, a line of text behind the other.
///
/// One pass over them finds a text in all sheets. Marks that follow one letter are compared in the order in which they
/// were typed; what is shown and marked is found by `FoldedText` in the text itself.
package struct SearchIndex: Equatable, Sendable {
  /// One line of one field of one sheet.
  package struct Line: Equatable, Sendable {
    package let sheet: SheetID
    package let field: SheetField
    /// The line of the field's text, counted from 1.
    package let number: Int
  }

  /// The text of one field of one sheet.
  private struct Part: Equatable, Sendable {
    let sheet: SheetID
    let field: SheetField
    /// The place of its first line among all lines.
    let first: Int
  }

  /// Every line has a zero at its end, and more of them up to a whole number of steps.
  private var units: [UInt16] = []
  /// Where the units of each line end.
  private var ends: [Int] = []
  private var parts: [Part] = []
  /// How many lines there are up to the end of each sheet.
  private var sheetEnds: [Int] = []
  /// Whether marks beside the two of kana stand in some line.
  private var hasRareMarks = false

  /// Folds the text of sheets.
  package init(_ sheets: [EditedSheet]) {
    var scalars: [Unicode.Scalar] = []
    for sheet in sheets {
      for field in SheetField.searched {
        let text = sheet.saved.text(of: field)
        guard !text.isEmpty else { continue }
        parts.append(Part(sheet: sheet.id, field: field, first: ends.count))
        scalars.removeAll(keepingCapacity: true)
        FoldedText.fold(text.string.unicodeScalars, to: &scalars)
        scalars.append(SearchIndex.lineFeed)
        append(scalars)
      }
      sheetEnds.append(ends.count)
    }
    // Room to look at eight units from anywhere in the last line.
    units += repeatElement(0, count: 2 * SearchIndex.step)
  }

  /// Puts the lines of a text behind the others.
  private mutating func append(_ scalars: [Unicode.Scalar]) {
    for scalar in scalars {
      if scalar == SearchIndex.lineFeed {
        let size = units.count + 1
        units += repeatElement(0, count: 1 + (-size & (SearchIndex.step - 1)))
        ends.append(units.count)
      } else {
        SearchIndex.append(scalar, to: &units)
      }
      // Nearly all text is kana, kanji and ASCII.
      if scalar.value >= 0x300, !(0x3030...0x9FFF).contains(scalar.value), FoldedText.isMark(scalar) {
        hasRareMarks = true
      }
    }
  }

  /// A line by its place among all lines.
  package func line(_ place: Int) -> Line {
    var (low, high) = (0, parts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if parts[middle].first <= place { low = middle } else { high = middle - 1 }
    }
    return Line(sheet: parts[low].sheet, field: parts[low].field, number: place - parts[low].first + 1)
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
    var wanted: [UInt16] = []
    for scalar in scalars { SearchIndex.append(scalar, to: &wanted) }
    guard let unit = wanted.first, !scalars.contains(SearchIndex.lineFeed), !wanted.contains(0) else { return Found() }
    var found = Found()
    units.withUnsafeBufferPointer { units in
      if wanted.count == 1, !hasRareMarks {
        let all = UnsafeRawBufferPointer(units)
        look(in: lines, &found) { SearchIndex.hits(ofUnit: unit, in: all, $0) }
      } else {
        wanted.withUnsafeBufferPointer { wanted in
          look(in: lines, &found) { SearchIndex.hits(of: wanted, in: units, $0) }
        }
      }
    }
    return found
  }

  /// Looks in all lines, or in some of them, and notes those in which there are hits.
  @inline(__always)
  private func look(in lines: [Int]?, _ found: inout Found, _ hits: (Range<Int>) -> Int) {
    var (sheet, sheetEnd, start) = (0, 0, 0)
    func note(_ line: Int, _ count: Int, _ found: inout Found) {
      found.hits += count
      found.lines.append(line)
      guard line >= sheetEnd else { return }
      while sheetEnds[sheet] <= line { sheet += 1 }
      sheetEnd = sheetEnds[sheet]
      found.sheets += 1
    }
    if let lines {
      for line in lines {
        let count = hits((line == 0 ? 0 : ends[line - 1])..<ends[line])
        if count > 0 { note(line, count, &found) }
      }
    } else {
      for line in ends.indices {
        let count = hits(start..<ends[line])
        start = ends[line]
        if count > 0 { note(line, count, &found) }
      }
    }
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

  private static let lineFeed: Unicode.Scalar = "\n"

  private static func append(_ scalar: Unicode.Scalar, to units: inout [UInt16]) {
    if let unit = UInt16(exactly: scalar.value) { return units.append(unit) }
    if let encoded = UTF16.encode(scalar) { units.append(contentsOf: encoded) }
  }

  /// How many units are looked at at a time.
  private static let step = 8

  /// How often one unit stands in a line; no mark but those of kana may be in any line.
  ///
  /// What stands there costs no branch: a character that is in nearly every line is found as fast as one that is in none.
  @inline(__always)
  private static func hits(ofUnit wanted: UInt16, in all: UnsafeRawBufferPointer, _ line: Range<Int>) -> Int {
    let ones: UInt64 = 0x0001_0001_0001_0001
    var count = 0
    for place in stride(from: line.lowerBound, to: line.upperBound, by: step) {
      let behind = eight(all, at: place + 1)
      let isMark = (behind .== Eight(repeating: 0x3099)) .| (behind .== Eight(repeating: 0x309A))
      let found = (eight(all, at: place) .== Eight(repeating: wanted)) .& .!isMark
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      count += Int(truncatingIfNeeded: ((halves.x & ones &+ halves.y & ones) &* ones) >> 48)
    }
    return count
  }

  private typealias Eight = SIMD8<UInt16>

  @inline(__always)
  private static func eight(_ all: UnsafeRawBufferPointer, at place: Int) -> Eight {
    all.loadUnaligned(fromByteOffset: place * 2, as: Eight.self)
  }

  /// How often several units stand in a line, without overlaps; the last two are looked for in eight places at a time.
  private static func hits(
    of wanted: UnsafeBufferPointer<UInt16>, in units: UnsafeBufferPointer<UInt16>, _ line: Range<Int>
  ) -> Int {
    let (all, last) = (UnsafeRawBufferPointer(units), wanted.count - 1)
    let (lastUnit, unitBefore) = (Eight(repeating: wanted[last]), Eight(repeating: wanted[max(0, last - 1)]))
    let start = line.lowerBound + last
    var (count, next) = (0, start)
    for place in stride(from: start, to: line.upperBound, by: step) {
      var found = eight(all, at: place) .== lastUnit
      if last > 0 { found = found .& (eight(all, at: place - 1) .== unitBefore) }
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      guard halves.x | halves.y != 0 else { continue }
      for end in place..<min(place + step, line.upperBound) where end >= next && found[end - place] {
        guard isSame(wanted, units, endingAt: end), !isFollowedByMark(end + 1, in: units) else { continue }
        count += 1
        next = end + wanted.count
      }
    }
    return count
  }

  private static func isSame(
    _ wanted: UnsafeBufferPointer<UInt16>, _ units: UnsafeBufferPointer<UInt16>, endingAt end: Int
  ) -> Bool {
    wanted.indices.allSatisfy { units[end - wanted.count + 1 + $0] == wanted[$0] }
  }

  /// Whether a mark that belongs to the letter before it stands at a place: か is not found in が.
  private static func isFollowedByMark(_ place: Int, in units: UnsafeBufferPointer<UInt16>) -> Bool {
    let unit = units[place]
    if unit < 0x300 { return false }
    // Kana and kanji are what follows most often: among U+3000 to U+9FFF only 〪 to 〯 and the two kana marks are marks.
    if (0x3000...0x9FFF).contains(unit) { return (0x3099...0x309A).contains(unit) || (0x302A...0x302F).contains(unit) }
    guard UTF16.isLeadSurrogate(unit) else { return Unicode.Scalar(unit).map { FoldedText.isMark($0) } ?? false }
    var decoder = UTF16()
    var pair = units[place..<(place + 2)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&pair) else { return false }
    return FoldedText.isMark(scalar)
  }
}
