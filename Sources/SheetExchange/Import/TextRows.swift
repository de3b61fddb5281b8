// Holds the taking apart of a text into rows, whatever it is laid out in.

/// Cuts a text into rows of cells: tabs, Excel's quoted cells, Markdown's pipes, tables of web pages, lines, pages.
struct TextRows {
  private(set) var rows: [FormRow] = []
  private(set) var doubts: [ImportDoubt] = []
  private var page = 0
  private var cellsLeft = TextLimits.cells
  private var hasEntities = false
  /// Stands for a line feed inside a quoted cell.
  private static let lineFeed: UInt8 = 0x1E

  /// Reads a text.
  ///
  /// - Throws: `PublishedTextError.tooManyCells` beyond `TextLimits`.
  init(_ text: String) throws(PublishedTextError) {
    let bytes = Array(text.utf8)
    guard HTMLTables.isIn(bytes) else {
      hasEntities = TextRows.hasRule(bytes)
      try readLines(bytes, from: 1)
      return
    }
    hasEntities = true
    let tables = try HTMLTables(bytes)
    doubts = tables.doubts
    for part in tables.parts {
      switch part {
      case .text(let text, let line): try readLines(Array(text.utf8), from: line)
      case .row(let cells, let line):
        try add(cells, line, cells.count > 1 ? .html : .lines)
      }
    }
  }

  /// Whether a line of a text is a Markdown rule between pipes.
  private static func hasRule(_ bytes: [UInt8]) -> Bool {
    bytes.split(separator: 0x0A).contains { isRule($0) }
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-"))
      && line.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
  }

  // MARK: Lines

  private mutating func readLines(_ bytes: [UInt8], from first: Int) throws(PublishedTextError) {
    var line = first
    for logical in TextRows.unquoted(bytes).split(separator: 0x0A, omittingEmptySubsequences: false) {
      for (index, part) in logical.split(separator: 0x0C, omittingEmptySubsequences: false).enumerated() {
        if index > 0 { page += 1 }
        try readLine(part, line)
      }
      line += 1 + logical.count { $0 == TextRows.lineFeed }
    }
  }

  private mutating func readLine(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(PublishedTextError) {
    guard bytes.contains(where: { $0 > 0x20 }) else {
      try countCells(bytes, line)
      return
    }
    if let cells = try pipes(bytes, line) {
      if !TextRows.isRule(bytes) { try add(cells, line, .pipes) }
      return
    }
    let cells = bytes.split(separator: 0x09, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    try add(cells, line, cells.count > 1 ? .tabRows : .lines)
  }

  private mutating func countCells(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(PublishedTextError) {
    cellsLeft -= bytes.count { $0 == 0x09 } + 1
    guard cellsLeft >= 0 else { throw .tooManyCells(line: line) }
  }

  private mutating func add(_ cells: [String], _ line: Int, _ layout: ImportLayout) throws(PublishedTextError) {
    cellsLeft -= cells.count
    guard cellsLeft >= 0 else { throw .tooManyCells(line: line) }
    let texts = cells.map { cell in
      cell.utf8.contains(TextRows.lineFeed)
        ? String(decoding: cell.utf8.map { $0 == TextRows.lineFeed ? 0x0A : $0 }, as: UTF8.self) : cell
    }
    let made = texts.map { FormCell($0, hasEntities: hasEntities) }
    guard made.contains(where: { !$0.isEmpty }) else { return }
    guard made.count == 1, let only = made.first, only.text.utf8.contains(0x0A) else {
      return rows.append(
        FormRow(cells: made, line: line, page: page, layout: layout, raw: texts.count == 1 ? texts[0] : ""))
    }
    for (index, part) in only.text.split(separator: "\n").enumerated() {
      let place = layout == .lines && hasEntities ? line : line + index
      rows.append(FormRow(cells: [FormCell(plain: String(part))], line: place, page: page, layout: layout))
    }
  }

  // MARK: Markdown

  /// The cells of a row of Markdown; nil for any other line.
  private func pipes(_ bytes: ArraySlice<UInt8>, _ line: Int) throws(PublishedTextError) -> [String]? {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == UInt8(ascii: "|"), !bytes.contains(0x09) else {
      return nil
    }
    guard bytes.count(where: { $0 == UInt8(ascii: "|") }) <= TextLimits.cells else { throw .tooManyCells(line: line) }
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in bytes.drop(while: { $0 <= 0x20 }).dropFirst() {
      if byte == UInt8(ascii: "|"), !isEscaped {
        cells.append([])
      } else {
        if isEscaped, byte != UInt8(ascii: "|") { cells[cells.count - 1].append(UInt8(ascii: "\\")) }
        if byte != UInt8(ascii: "\\") || isEscaped { cells[cells.count - 1].append(byte) }
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    if let last = cells.last, cells.count > 1, last.allSatisfy({ $0 <= 0x20 }) { cells.removeLast() }
    return cells.map { TextRows.withoutStars(String(decoding: $0, as: UTF8.self)) }
  }

  /// A cell without the ** around all of it.
  private static func withoutStars(_ cell: String) -> String {
    let text = cell.trimmed
    guard text.hasPrefix("**"), text.hasSuffix("**"), text.count > 4 else { return cell }
    let inner = String(text.dropFirst(2).dropLast(2))
    return inner.contains("**") ? cell : inner
  }

  // MARK: Excel

  /// The text with Excel's quotes taken off: a line feed inside a quoted cell becomes another character.
  ///
  /// Excel quotes a cell that holds a line feed, a tab or a quote; any other quote is the text's own.
  static func unquoted(_ bytes: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard bytes.contains(quote) else { return bytes }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var place = 0
    var mayClose = true
    while place < bytes.count {
      let atStart = place == 0 || bytes[place - 1] == 0x09 || bytes[place - 1] == 0x0A
      if atStart, mayClose, bytes[place] == quote {
        let (cell, end) = quoted(bytes, from: place)
        if let cell {
          out += cell
          place = end
          continue
        }
        mayClose = end < bytes.count
      }
      out.append(bytes[place])
      place += 1
    }
    return out
  }

  /// The cell that a quote opens, and the place behind it; no cell, and where that is known, for a quote of the text.
  private static func quoted(_ bytes: [UInt8], from open: Int) -> (cell: [UInt8]?, end: Int) {
    let quote = UInt8(ascii: "\"")
    var cell: [UInt8] = []
    var isExcels = false
    var place = open + 1
    while place < bytes.count {
      if bytes[place] == quote {
        guard place + 1 < bytes.count, bytes[place + 1] == quote else {
          let ends = place + 1 == bytes.count || bytes[place + 1] == 0x09 || bytes[place + 1] == 0x0A
          return (ends && isExcels ? cell : nil, place + 1)
        }
        isExcels = true
        cell.append(quote)
        place += 2
        continue
      }
      let isBreak = bytes[place] == 0x0A
      if isBreak || bytes[place] == 0x09 { isExcels = true }
      cell.append(isBreak ? lineFeed : bytes[place] == 0x09 ? 0x20 : bytes[place])
      place += 1
    }
    return (nil, bytes.count)
  }
}
