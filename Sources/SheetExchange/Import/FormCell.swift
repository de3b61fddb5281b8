// Holds the cells of a published form's rows, cleaned of markup, and the form's labels in them.

import InitiativeModel

/// One cell of a row: its text with in-cell line breaks, and a squeezed form for comparing.
struct FormCell: Equatable {
  /// The text without markup; line breaks inside the cell are LF.
  let text: String
  /// The text without white space, brackets, colons and roman numbers in their plain form.
  let squeezed: String

  init(_ raw: String) {
    text = FormMarkup.plain(raw)
    squeezed = FormCell.squeeze(text)
  }

  var isEmpty: Bool { squeezed.isEmpty }

  /// Whether the cell is only a Markdown rule.
  var isRule: Bool {
    squeezed.utf8.count > 1 && squeezed.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }
      && squeezed.contains("--")
  }

  /// Whether the cell is only a dash, which the form prints for nothing.
  var isDash: Bool { !isEmpty && squeezed.unicodeScalars.allSatisfy { "—―－-ー–".unicodeScalars.contains($0) } }

  /// What stands behind a label at the cell's start; nil when the cell begins otherwise.
  ///
  /// White space counts for nothing.
  func rest(behind label: String) -> String? {
    guard mayBegin(with: label) else { return nil }
    let wanted = Array(FormCell.squeeze(label).unicodeScalars)
    guard squeezed.unicodeScalars.starts(with: wanted) else { return nil }
    var matched = 0
    var place = text.unicodeScalars.startIndex
    while matched < wanted.count, place < text.unicodeScalars.endIndex {
      matched += FormCell.squeeze(String(text.unicodeScalars[place])).unicodeScalars.count
      place = text.unicodeScalars.index(after: place)
    }
    return String(text.unicodeScalars[place...]).trimmed
  }

  /// Whether the cell begins as the label does; the labels begin with characters that squeezing leaves as they are.
  private func mayBegin(with label: String) -> Bool { squeezed.unicodeScalars.first == label.unicodeScalars.first }

  /// Leaves out white space and writes full-width brackets, colons, letters and roman numbers in ASCII.
  static func squeeze(_ text: String) -> String {
    var squeezed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isSpace {
      switch scalar {
      case "（": squeezed.append("(")
      case "）": squeezed.append(")")
      case "：": squeezed.append(":")
      case "ⅰ", "ｉ": squeezed.append("i")
      case "ⅱ": squeezed.append(contentsOf: "ii".unicodeScalars)
      case "１": squeezed.append("1")
      case "２": squeezed.append("2")
      default: squeezed.append(scalar)
      }
    }
    return String(squeezed)
  }
}

/// Removes the HTML that text conversions leave in a form.
enum FormMarkup {
  /// The longest tag that is taken for one, in characters.
  private static let longestTag = 400

  /// Turns tables into rows and cells: a line feed for a row, a tab for a cell; other tags are left as they are.
  static func withTablesAsRows(_ line: String) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "<")) else { return [line] }
    var out = ""
    forEachPart(of: line) { part, tag in
      switch tag {
      case "table", "/table", "tr", "/tr": out += "\n"
      case "td", "th": out += "\t"
      case "/td", "/th", "tbody", "/tbody", "thead", "/thead": break
      default: out += part
      }
    }
    return out.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The text of a cell: paragraphs become lines, other known tags go, everything else stays.
  static func plain(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "<")) else { return cell.trimmed }
    var out = ""
    var joinsNext = false
    forEachPart(of: cell) { part, tag in
      switch tag {
      case "p", "/p", "br", "br/", "div", "/div": out += "\n"
      case "sub", "sup": while out.unicodeScalars.last?.isSpace == true { out.unicodeScalars.removeLast() }
      case "/sub", "/sup": joinsNext = true
      case "b", "/b", "strong", "/strong", "u", "/u", "span", "/span", "em", "/em": break
      default:
        out += joinsNext ? part.trimmedAtStart : part
        joinsNext = false
      }
    }
    return out.filledLines
  }

  /// Walks over text and tags; `tag` is the lower-case name of a tag, or nil for text.
  ///
  /// A tag is looked for up to the next <, so that a text is walked over once whatever stands in it.
  private static func forEachPart(of text: String, _ body: (_ part: String, _ tag: String?) -> Void) {
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var start = 0
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      let end = bytes[place...].prefix(longestTag).firstIndex { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }
      guard let end, bytes[end] == UInt8(ascii: ">"), let name = tagName(bytes[place..<end]) else { continue }
      if open > start { body(part(start..<open), nil) }
      body(part(open..<(end + 1)), name)
      place = end + 1
      start = place
    }
    if start < bytes.count { body(part(start..<bytes.count), nil) }
  }

  /// The name of a tag, such as td or /td, in lower case; nil for what only looks like one.
  private static func tagName(_ inside: ArraySlice<UInt8>) -> String? {
    let name = inside.prefix { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let letters = name.drop { $0 == UInt8(ascii: "/") }
    guard let first = letters.first, (0x61...0x7A).contains(first), letters.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isSpace }), let last = scalars.lastIndex(where: { !$0.isSpace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The text without white space at its start.
  var trimmedAtStart: String { String(unicodeScalars.drop { $0.isSpace }) }

  /// The lines that are not blank, trimmed.
  var filledLines: String {
    unicodeScalars.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension Unicode.Scalar {
  /// Whether Unicode calls this white space; U+3000 is.
  var isSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0x3000, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: true
    default: false
    }
  }
}
