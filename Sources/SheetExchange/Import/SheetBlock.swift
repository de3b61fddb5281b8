// Holds the cutting of a published text into sheets: headings, titles, subtitles and the lines of the tables.

import InitiativeModel

/// A line of the text with its number.
struct NumberedLine: Equatable {
  let number: Int
  let text: String
}

/// The lines of one sheet, from its heading to the next.
struct SheetBlock {
  let number: Int
  let line: Int
  /// What stands behind the number on the heading's line, and all lines after it.
  let lines: [NumberedLine]

  /// Cuts a text into sheets; what stands before the first heading comes back apart.
  static func split(_ text: String) -> (before: [NumberedLine], blocks: [SheetBlock]) {
    var before: [NumberedLine] = []
    var blocks: [SheetBlock] = []
    var lines: [NumberedLine] = []
    var open: (number: Int, line: Int)?
    func finish() {
      if let open {
        blocks.append(SheetBlock(number: open.number, line: open.line, lines: lines))
      } else {
        before = lines
      }
    }
    for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(line)
      if let heading = heading(line) {
        finish()
        open = (heading.number, index + 1)
        lines = heading.rest.isEmpty ? [] : [NumberedLine(number: index + 1, text: heading.rest)]
      } else {
        lines.append(NumberedLine(number: index + 1, text: line))
      }
    }
    finish()
    return (before, blocks)
  }

  /// Reads 取組項目 1, 取組項目2, 取組項目 1 1 (which is 11), with or without a title behind it.
  private static func heading(_ line: String) -> (number: Int, rest: String)? {
    let trimmed = line.trimmed
    guard trimmed.hasPrefix(PrintedForm.item), !trimmed.contains("\t") else { return nil }
    var digits = ""
    var rest = trimmed.dropFirst(PrintedForm.item.count)
    while let character = rest.first, character.isWhitespace || character.isNumber {
      if let digit = character.wholeNumberValue, digit < 10 { digits += String(digit) }
      rest = rest.dropFirst()
    }
    guard rest.isEmpty || rest.hasPrefix("【"), let number = Int(digits), (1...999).contains(number) else { return nil }
    return (number, String(rest))
  }
}

/// Title, subtitle and star of a sheet, and the lines that follow them.
struct SheetTitle {
  private(set) var title = ""
  private(set) var subtitle = ""
  private(set) var starred = false
  private(set) var isClosed = true
  /// The lines from the first of a table on, and whatever stood before without being a title.
  private(set) var rest: [NumberedLine] = []

  init(_ lines: [NumberedLine]) {
    var lines = lines[...]
    while let line = lines.first, line.text.trimmed.isEmpty || line.text.trimmed == PrintedForm.heading {
      lines = lines.dropFirst()
    }
    if let first = lines.first, first.text.trimmed.hasPrefix("【") { takeTitle(&lines) }
    while let line = lines.first, !SheetTitle.beginsTable(line.text) {
      lines = lines.dropFirst()
      let text = line.text.trimmed
      guard !text.isEmpty, text != PrintedForm.heading else { continue }
      if !title.isEmpty, subtitle.isEmpty { subtitle = text } else { rest.append(line) }
    }
    rest += lines
  }

  /// Takes a title over at most four lines, to its closing bracket; what stands behind it is a star or a subtitle.
  private mutating func takeTitle(_ lines: inout ArraySlice<NumberedLine>) {
    let opening = lines
    var text = ""
    while let line = lines.first, opening.count - lines.count < 4, !SheetTitle.beginsTable(line.text) {
      lines = lines.dropFirst()
      text += line.text.trimmed
      guard let close = text.lastIndex(of: "】") else { continue }
      title = String(text[..<close].dropFirst()).trimmed
      takeTail(String(text[text.index(after: close)...]).trimmed)
      return
    }
    isClosed = false
    lines = opening.dropFirst()
    title = String(opening.first?.text.trimmed.dropFirst() ?? "").trimmed
  }

  private mutating func takeTail(_ tail: String) {
    starred = tail.hasPrefix(PrintedForm.star) || tail.hasPrefix("☆")
    subtitle = (starred ? String(tail.dropFirst()) : tail).trimmed
  }

  /// Whether a line belongs to the form's tables.
  private static func beginsTable(_ line: String) -> Bool {
    if line.utf8.contains(UInt8(ascii: "\t")) || line.contains("<t") { return true }
    let cell = FormCell(line)
    return [PrintedForm.policyAndTargets, PrintedForm.annualActions, PrintedForm.plan].contains {
      cell.rest(behind: $0) != nil
    }
  }
}
