// Holds the reading of a sheet's title, subtitle and star from the lines between its heading and its table.

import InitiativeModel

/// Title, subtitle and star of a sheet, and the lines that are none of them.
struct SheetTitle {
  private(set) var title = ""
  private(set) var subtitle = ""
  private(set) var starred = false
  private(set) var isClosed = true
  private(set) var pieces: [(text: String, line: Int, kind: Kind)] = []
  /// The lines that have no place.
  private(set) var rest: [FormRow] = []

  enum Kind {
    case title, subtitle, furniture
  }

  /// The longest title over several lines, in lines; the longest subtitle, in characters.
  private static let mostLines = 4
  private static let longest = 120
  private static let planHeadings = ["(趣旨", "(取組の", "(取組内容", "(目標)", "(取組概要"]

  init(_ rows: [FormRow]) {
    var rows = rows[...]
    guard let first = rows.first else { return }
    if first.text.hasPrefix("【") {
      takeBracketed(&rows)
    } else if SheetTitle.canBeTitle(first.text) {
      takeBare(first)
      rows = rows.dropFirst()
    }
    takeSubtitle(rows)
  }

  /// Whether a line of the head, besides the title in its brackets, has a bracket of another title.
  func isSecondTitle(_ row: FormRow) -> Bool {
    let isOwn = pieces.contains { $0.line <= row.line && $0.kind == .title && row.line <= lastLine }
    return !isOwn && row.text.contains { "【】".contains($0) }
  }

  /// What is left can be one line with the subtitle; of several nobody can tell which it is.
  private mutating func takeSubtitle(_ rows: ArraySlice<FormRow>) {
    guard rows.count == 1, let row = rows.first, subtitle.isEmpty, !title.isEmpty, isClosed,
      SheetTitle.canBeTitle(row.text), isComplete
    else { return rest += rows }
    subtitle = SheetTitle.joined(row.text)
    pieces.append((row.text, row.line, .subtitle))
  }

  /// Whether the title surely ends with its line: a bracketed one does, another one where it ends with its reference.
  private var isComplete: Bool { wasBracketed || title.hasSuffix(")") || title.hasSuffix("）") || starred }
  private var wasBracketed = false
  /// The line on which the title ends.
  private var lastLine = 0

  /// Whether a line is no longer than a title, and no text of the plan.
  private static func canBeTitle(_ text: String) -> Bool {
    let squeezed = FormCell.squeeze(text)
    return squeezed.unicodeScalars.count <= longest && !planHeadings.contains { squeezed.hasPrefix($0) }
      && !FormCell(plain: text).isDash
  }

  /// Takes a title over at most four lines, to its closing bracket; what stands behind it is a star or a subtitle.
  private mutating func takeBracketed(_ rows: inout ArraySlice<FormRow>) {
    wasBracketed = true
    let opening = rows
    var text = ""
    while let row = rows.first, opening.count - rows.count < SheetTitle.mostLines {
      rows = rows.dropFirst()
      text += SheetTitle.joined(row.text)
      guard let close = text.lastIndex(of: "】") else { continue }
      title = String(text[..<close].dropFirst()).trimmed
      let line = opening.first?.line ?? row.line
      pieces += [("【】", line, .furniture), (title, line, .title)]
      lastLine = row.line
      takeTail(String(text[text.index(after: close)...]).trimmed, line)
      return
    }
    isClosed = false
    rows = opening.dropFirst()
    title = String(SheetTitle.joined(opening.first?.text ?? "").dropFirst()).trimmed
    let line = opening.first?.line ?? 0
    lastLine = line
    pieces += [("【", line, .furniture), (title, line, .title)]
  }

  private mutating func takeTail(_ tail: String, _ line: Int) {
    starred = tail.hasPrefix(PrintedForm.star) || tail.hasPrefix("☆")
    if starred { pieces.append((String(tail.prefix(1)), line, .furniture)) }
    subtitle = (starred ? String(tail.dropFirst()) : tail).trimmed
    if !subtitle.isEmpty { pieces.append((subtitle, line, .subtitle)) }
  }

  /// Takes a title without brackets; a subtitle behind it on the line begins behind the reference (区政編 …).
  private mutating func takeBare(_ row: FormRow) {
    var text = SheetTitle.joined(row.text)
    var tail = ""
    if let reference = text.firstRange(of: "(区政編") ?? text.firstRange(of: "（区政編"),
      let close = text[reference.upperBound...].firstIndex(where: { $0 == ")" || $0 == "）" })
    {
      tail = String(text[text.index(after: close)...]).trimmed
      text = String(text[...close])
    } else if let star = text.firstIndex(where: { $0 == "★" || $0 == "☆" }) {
      tail = String(text[star...])
      text = String(text[..<star]).trimmed
    }
    title = text
    lastLine = row.line
    pieces.append((text, row.line, .title))
    if !tail.isEmpty { takeTail(tail, row.line) }
  }

  /// A text over several lines in one.
  private static func joined(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n").map { String($0).trimmed }.joined()
  }
}
