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
  /// For each unit whether a mark stands behind it somewhere, which makes another letter of it.
  private var isMarked = [Bool](repeating: false, count: 0x1_0000)
  /// Whether marks beside the two of kana stand in some line.
  private var hasRareMarks = false

  /// Folds the text of sheets.
  package init(_ sheets: [EditedSheet]) {
    for sheet in sheets {
      for field in SheetField.searched {
        let text = sheet.saved.text(of: field)
        guard !text.isEmpty else { continue }
        parts.append(Part(sheet: sheet.id, field: field, first: ends.count))
        FoldedText.fold(text.string.unicodeScalars) { scalar in
          if scalar == SearchIndex.lineFeed { endLine() } else { append(scalar) }
        }
        endLine()
      }
      sheetEnds.append(ends.count)
    }
    units += repeatElement(0, count: SoughtUnits.roomBehind)
  }

  private mutating func endLine() {
    let size = units.count + 1
    units += repeatElement(0, count: 1 + (-size & (SoughtUnits.step - 1)))
    ends.append(units.count)
  }

  @inline(__always)
  private mutating func append(_ scalar: Unicode.Scalar) {
    if SearchIndex.isMark(scalar) {
      if let before = units.last { isMarked[Int(before)] = true }
      if !SoughtUnits.kanaMarks.contains(scalar.value) { hasRareMarks = true }
    }
    SearchIndex.append(scalar, to: &units)
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

    /// Takes in what was found in a line.
    fileprivate mutating func note(_ line: Int, hits: Int) {
      guard hits > 0 else { return }
      self.hits += hits
      lines.append(line)
    }
  }

  /// Finds a text in all lines, or in some of them.
  ///
  /// - Parameter lines: the places of the lines, in order; nil for all.
  package func find(_ query: String, in lines: [Int]? = nil) -> Found {
    var wanted: [UInt16] = []
    FoldedText.fold(query.unicodeScalars) { SearchIndex.append($0, to: &wanted) }
    guard let last = wanted.last, !wanted.contains(0x0A), !wanted.contains(0) else { return Found() }
    let sought = SoughtUnits(wanted, before: !isMarked[Int(last)] ? .noMarks : hasRareMarks ? .anyMarks : .kanaMarks)
    return units.withUnsafeBufferPointer { all in
      lines.map { find(sought, in: all, $0) } ?? find(sought, in: all)
    }
  }

  /// Looks in all lines; those of a sheet are passed over together where it stands in none of them.
  private func find(_ sought: SoughtUnits, in all: UnsafeBufferPointer<UInt16>) -> Found {
    var found = Found()
    var (line, start) = (0, 0)
    for sheetEnd in sheetEnds where sheetEnd > line {
      let (end, before) = (ends[sheetEnd - 1], found.lines.count)
      if sought.mayStand(in: all, start..<end) {
        for line in line..<sheetEnd {
          found.note(line, hits: sought.hits(in: all, start..<ends[line]))
          start = ends[line]
        }
      }
      if found.lines.count > before { found.sheets += 1 }
      (line, start) = (sheetEnd, end)
    }
    return found
  }

  /// Looks in some lines, which are given in order.
  private func find(_ sought: SoughtUnits, in all: UnsafeBufferPointer<UInt16>, _ lines: [Int]) -> Found {
    var found = Found()
    var (sheet, last) = (0, -1)
    for line in lines {
      let before = found.lines.count
      found.note(line, hits: sought.hits(in: all, (line == 0 ? 0 : ends[line - 1])..<ends[line]))
      guard found.lines.count > before else { continue }
      while sheetEnds[sheet] <= line { sheet += 1 }
      if sheet != last { found.sheets += 1 }
      last = sheet
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

  private static let lineFeed: Unicode.Scalar = "\n"

  @inline(__always)
  private static func append(_ scalar: Unicode.Scalar, to units: inout [UInt16]) {
    if let unit = UInt16(exactly: scalar.value) { return units.append(unit) }
    if let encoded = UTF16.encode(scalar) { units.append(contentsOf: encoded) }
  }

  /// Whether a scalar of a folded text is a mark: nearly all text is kana, kanji, their punctuation and ASCII.
  @inline(__always)
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x300, 0x3000...0x3029, 0x3030...0x3098, 0x309B...0x9FFF: false
    default: FoldedText.isMark(scalar)
    }
  }
}
