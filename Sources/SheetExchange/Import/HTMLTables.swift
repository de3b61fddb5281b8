// Holds the reading of tables of web pages, whether on one line or with one tag a line.

/// Takes the tables out of a text: rows with their cells, and the text between the tables as it stands.
struct HTMLTables {
  /// A row of a table, or text outside of tables.
  enum Part {
    case row([String], line: Int)
    case text(String, line: Int)
  }

  private(set) var parts: [Part] = []
  /// Comments, styles, scripts and titles that do not surely end.
  private(set) var doubts: [ImportDoubt] = []
  private var cells: [Cell] = []
  /// The columns that a cell of an earlier row still covers, with the number of rows.
  private var covered: [Int: Int] = [:]
  private var text: [UInt8] = []
  private var textLine = 1
  private var line = 1
  private var depth = 0
  private var inCell = false
  private var cellsLeft = TextLimits.cells
  /// The most columns that a cell is taken to span.
  private static let widestSpan = 50

  private struct Cell {
    var text: [UInt8] = []
    var line: Int?
    var columns = 1
    var rows = 1
  }

  /// Whether a text has tags of a table or a page at all.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      guard let tag = FormMarkup.tag(in: bytes[...], at: open) else { continue }
      if ["table", "tr", "td", "th", "html", "!doctype", "body"].contains(tag.name) { return true }
      place = tag.range.upperBound
    }
    return false
  }

  /// Reads a text; comments, styles and scripts are left out.
  ///
  /// - Throws: `PublishedTextError.tooManyCells` beyond `TextLimits`.
  init(_ bytes: [UInt8]) throws(PublishedTextError) {
    var place = 0
    while place < bytes.count {
      let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      take(bytes[place..<open])
      place = open
      guard open < bytes.count else { break }
      if bytes[open...].starts(with: Array("<!--".utf8)) {
        place = skip(bytes, from: open, to: "-->")
      } else if let tag = FormMarkup.tag(in: bytes[...], at: open) {
        place = tag.range.upperBound
        if ["style", "script", "title"].contains(tag.name) {
          line += bytes[tag.range].count { $0 == 0x0A }
          place = skip(bytes, from: place, to: "</\(tag.name)")
        } else {
          try read(tag.name, bytes[tag.range])
        }
      } else {
        take(bytes[open..<(open + 1)])
        place = open + 1
      }
    }
    endRow()
    endText()
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>) {
    guard depth > 0 else {
      if text.isEmpty { textLine = line }
      text += bytes
      line += bytes.count { $0 == 0x0A }
      return
    }
    let isFilled = bytes.contains { $0 > 0x20 }
    if inCell, !cells.isEmpty {
      cells[cells.count - 1].text += bytes
      if isFilled, cells[cells.count - 1].line == nil {
        cells[cells.count - 1].line = line + bytes.prefix { $0 <= 0x20 }.count { $0 == 0x0A }
      }
    } else if isFilled {
      endRow()
      parts.append(.text(String(decoding: bytes, as: UTF8.self), line: line))
    }
    line += bytes.count { $0 == 0x0A }
  }

  /// The place behind what is skipped; a doubt where it never ends, or goes on over the beginning of another one or a
  /// table's cell.
  private mutating func skip(_ bytes: [UInt8], from start: Int, to end: String) -> Int {
    let wanted = Array(end.utf8)
    var place = start
    while place + wanted.count <= bytes.count {
      let isEnd = zip(bytes[place...], wanted).allSatisfy { $0 == $1 || ($0 < 0x80 && ($0 | 0x20) == $1) }
      if isEnd {
        let close = bytes[(place + wanted.count - 1)...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1
        let inner = String(decoding: bytes[start..<place].dropFirst(end == "-->" ? 1 : 0), as: UTF8.self)
        if inner.contains("<!--") && end == "-->" || inner.contains("<td") && end != "-->" { doubt(end) }
        line += bytes[start...close].count { $0 == 0x0A }
        return close + 1
      }
      place += 1
    }
    doubt(end)
    line += bytes[start...].count { $0 == 0x0A }
    return bytes.count
  }

  private mutating func doubt(_ end: String) {
    doubts.append(.unclosedMarkup(end == "-->" ? "<!--" : end.replacing("/", with: "") + ">", line: line))
  }

  private mutating func read(_ name: String, _ tag: ArraySlice<UInt8>) throws(PublishedTextError) {
    switch name {
    case "table":
      if depth == 0 { endText() } else { endRow() }
      depth += 1
      covered = [:]
    case "/table":
      endRow()
      depth = max(0, depth - 1)
      covered = [:]
    case "tr", "/tr":
      if depth == 0, name == "tr" {
        endText()
        depth = 1
      }
      endRow()
    case "td", "th":
      if depth == 0 {
        endText()
        depth = 1
      }
      let cell = Cell(columns: span(HTMLTables.colspan, in: tag), rows: span(HTMLTables.rowspan, in: tag))
      cellsLeft -= cell.columns
      guard cellsLeft >= 0 else { throw .tooManyCells(line: line) }
      cells.append(cell)
      inCell = true
    case "/td", "/th": inCell = false
    default:
      take(tag)
      return
    }
    line += tag.count { $0 == 0x0A }
  }

  private static let (colspan, rowspan) = (Array("colspan=".utf8), Array("rowspan=".utf8))

  /// The number of an attribute, which is given in lower case with its =.
  private func span(_ attribute: [UInt8], in tag: ArraySlice<UInt8>) -> Int {
    var place = tag.startIndex
    while place + attribute.count < tag.endIndex {
      if zip(tag[place...], attribute).allSatisfy({ $0 | 0x20 == $1 }) {
        let value = tag[(place + attribute.count)...].drop { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        let digits = value.prefix(3).prefix { (0x30...0x39).contains($0) }
        return min(max(Int(String(decoding: digits, as: UTF8.self)) ?? 1, 1), HTMLTables.widestSpan)
      }
      place += 1
    }
    return 1
  }

  private mutating func endText() {
    if !text.isEmpty { parts.append(.text(String(decoding: text, as: UTF8.self), line: textLine)) }
    text = []
  }

  /// Ends a row: every cell stands in its column, those that others cover are empty.
  private mutating func endRow() {
    inCell = false
    guard !cells.isEmpty else { return }
    var row: [String] = []
    func isCovered(_ column: Int) -> Bool { covered[column, default: 0] > 0 }
    var own: [Int: Int] = [:]
    for cell in cells {
      while isCovered(row.count) { row.append("") }
      let text = String(decoding: cell.text, as: UTF8.self)
      for column in 0..<cell.columns {
        if cell.rows > 1 { own[row.count] = cell.rows }
        row.append(column == 0 ? text : "")
      }
    }
    covered = covered.compactMapValues { $0 > 1 ? $0 - 1 : nil }
    for (column, rows) in own { covered[column] = rows - 1 }
    parts.append(.row(row, line: cells.compactMap(\.line).first ?? line))
    cells = []
  }
}
