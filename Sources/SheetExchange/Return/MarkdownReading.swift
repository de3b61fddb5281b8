// Holds the reading of a Markdown export that came back, line by line.

import InitiativeModel

extension MarkdownForm {
  /// Whether a file is such an export: it has one of its comments, or a field's heading as a heading of its own.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    guard let text = try? ReturnedText(bytes).text, isOfBoundedLines(text) else { return false }
    return lines(text).contains { line in
      let bare = ReturnedValue.trimmed(line)
      return bare.hasPrefix(MarkdownComment.prefix)
        || MarkdownHeading(bare).map { heading in heading.level == 3 && heading.field != nil } ?? false
    }
  }

  /// Reads an export; fields that are not in it stay as they are in the book.
  ///
  /// - Throws: what is damaged or has no place, with its line: nothing is put anywhere by guess.
  public static func read(_ bytes: [UInt8]) throws(ReturnedFileError) -> ReturnedBook {
    let decoded = try ReturnedText(bytes)
    guard isOfBoundedLines(decoded.text) else { throw .tooLarge }
    var reader = MarkdownReader()
    for (place, line) in lines(decoded.text).enumerated() { try reader.take(line, number: place + 1) }
    return try reader.book(isLossy: decoded.isLossy)
  }

  private static func isOfBoundedLines(_ text: String) -> Bool {
    text.utf8.count { $0 == 0x0A || $0 == 0x0D } <= ReturnedLimits.lines
  }

  private static func lines(_ text: String) -> [String] { LongText(text).lines }
}

/// A line of Markdown that is a heading.
struct MarkdownHeading {
  let level: Int
  let text: String

  /// One to three # with a blank behind them; deeper headings are text.
  init?(_ line: String) {
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...3).contains(level) else { return nil }
    let rest = line.unicodeScalars.dropFirst(level)
    guard let next = rest.first else { return nil }
    guard next.properties.isWhitespace else { return nil }
    self.level = level
    text = ReturnedValue.trimmed(String(rest))
  }

  /// The field of which this is the heading.
  var field: SheetField? {
    let bare = MarkdownHeading.bare(text)
    return SheetField.searched.first { $0 != .title && MarkdownHeading.bare($0.printedName) == bare }
  }

  /// The number, title and star of a sheet's heading: 取組項目 3 【…】 ★.
  var sheet: (number: Int, title: String, starred: Bool)? {
    guard text.hasPrefix(PrintedForm.item) else { return nil }
    let scalars = text.unicodeScalars
    guard let open = scalars.firstIndex(of: "【"), let close = scalars.lastIndex(of: "】"), open < close,
      let number = ReturnedValue.number(String(scalars[..<open].dropFirst(PrintedForm.item.unicodeScalars.count))),
      let starred = ReturnedValue.star(String(scalars[scalars.index(after: close)...]))
    else { return nil }
    return (number, MarkdownLine.read(String(scalars[scalars.index(after: open)..<close])), starred)
  }

  private static func bare(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }
}

/// Puts the lines of an export together to sheets.
private struct MarkdownReader {
  private var sheets = ReturnedSheets()
  private var book: (ward: String, year: FiscalYear)?
  private var sheet: ReturnedSheet?
  private var field: (field: SheetField, line: Int)?
  private var lines: [String] = []
  private var hasEnded = false

  /// Takes the next line.
  mutating func take(_ line: String, number: Int) throws(ReturnedFileError) {
    var shown = line
    while let last = shown.unicodeScalars.last, last.properties.isWhitespace { shown.unicodeScalars.removeLast() }
    if shown.hasPrefix(MarkdownComment.prefix) { return try take(comment: shown, number) }
    if let heading = MarkdownHeading(shown) { return try take(heading, number) }
    guard field == nil else {
      lines.append(shown)
      return
    }
    guard shown.isEmpty else { throw unplaced(shown, number) }
  }

  /// The book of all lines.
  mutating func book(isLossy: Bool) throws(ReturnedFileError) -> ReturnedBook {
    guard hasEnded else { throw .damaged(place: TableWording.end) }
    return try sheets.book(isLossy: isLossy)
  }

  // MARK: Comments and headings

  private mutating func take(comment: String, _ number: Int) throws(ReturnedFileError) {
    guard !hasEnded else { throw unplaced(comment, number) }
    if comment == MarkdownForm.end {
      try endSheet()
      hasEnded = true
      return
    }
    switch MarkdownComment(comment) {
    case .book(let ward, let year)?:
      try endSheet()
      book = (ward, year)
    case .sheet(let named, let version)?:
      guard let open = sheet, field == nil, open.version == nil, open.number == named,
        let read = version.isEmpty ? "" : ReturnedValue.version(version)
      else { throw .damaged(place: TableWording.line(number)) }
      sheet?.version = read.isEmpty ? nil : read
    case nil: throw .damaged(place: TableWording.line(number))
    }
  }

  private mutating func take(_ heading: MarkdownHeading, _ number: Int) throws(ReturnedFileError) {
    guard !hasEnded else { throw unplaced(heading.text, number) }
    if heading.level == 1, sheet == nil { return }
    if heading.level == 2, let found = heading.sheet {
      try endSheet()
      sheet = ReturnedSheet(number: found.number, place: TableWording.line(number), starred: found.starred)
      sheet?.texts[.title] = LongText(found.title)
      return
    }
    guard heading.level == 3, sheet != nil, let found = heading.field else {
      throw .unreadableValue(
        place: TableWording.line(number), field: TableWording.heading,
        value: TableWording.excerpt(heading.text))
    }
    try endField()
    guard sheet?.texts[found] == nil else {
      throw .repeatedColumn(TableWording.cell(row: number, heading: heading.text))
    }
    field = (found, number)
  }

  private mutating func endSheet() throws(ReturnedFileError) {
    try endField()
    guard let ended = sheet else { return }
    sheet = nil
    try sheets.add(ended, ward: book?.ward, year: book?.year)
  }

  private mutating func endField() throws(ReturnedFileError) {
    guard let (ended, line) = field else { return }
    field = nil
    let text = MarkdownReader.text(of: lines)
    lines = []
    guard case .entry(let entry) = ended, entry.isChoice else {
      sheet?.texts[ended] = text
      return
    }
    guard let sign = ReturnedValue.sign(text.string, of: entry) else {
      throw .unreadableValue(
        place: TableWording.line(line), field: ended.printedName,
        value: TableWording.excerpt(text.string))
    }
    sheet?.texts[ended] = LongText(sign)
  }

  private func unplaced(_ text: String, _ number: Int) -> ReturnedFileError {
    .unreadableValue(place: TableWording.line(number), field: TableWording.noPlace, value: TableWording.excerpt(text))
  }

  /// The text of a field's lines: without the empty lines around it, and without the sign that it is empty.
  private static func text(of lines: [String]) -> LongText {
    let filled = lines.filter { $0 != MarkdownForm.empty }
    guard let first = filled.firstIndex(where: { !$0.isEmpty }), let last = filled.lastIndex(where: { !$0.isEmpty })
    else { return "" }
    return LongText(lines: filled[first...last].map { $0 == MarkdownForm.emptyLine ? "" : MarkdownLine.read($0) })
  }
}
