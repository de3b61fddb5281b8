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
  var isRule: Bool { !isEmpty && squeezed.allSatisfy { $0 == "-" || $0 == ":" } && squeezed.contains("--") }

  /// Whether the cell is only a dash, which the form prints for nothing.
  var isDash: Bool { !isEmpty && squeezed.allSatisfy { "—―－-ー–".contains($0) } }

  /// What stands behind a label at the cell's start; nil when the cell begins otherwise.
  ///
  /// White space counts for nothing.
  func rest(behind label: String) -> String? {
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

  /// Leaves out white space and writes full-width brackets, colons, letters and roman numbers in ASCII.
  static func squeeze(_ text: String) -> String {
    var squeezed = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      switch scalar {
      case "（": squeezed += "("
      case "）": squeezed += ")"
      case "：": squeezed += ":"
      case "ⅰ", "ｉ": squeezed += "i"
      case "ⅱ": squeezed += "ii"
      case "１": squeezed += "1"
      case "２": squeezed += "2"
      default: squeezed.unicodeScalars.append(scalar)
      }
    }
    return squeezed
  }
}

/// Removes the HTML that text conversions leave in a form.
enum FormMarkup {
  /// The longest tag that is taken for one, in characters.
  private static let longestTag = 400

  /// Turns tables into rows and cells: a line feed for a row, a tab for a cell; other tags are left as they are.
  static func withTablesAsRows(_ line: String) -> [String] {
    guard line.contains("<t") || line.contains("</t") else { return [line] }
    var out = ""
    forEachPart(of: line) { part, tag in
      switch tag {
      case "table", "/table", "tr", "/tr": out += "\n"
      case "td", "th": out += "\t"
      case "/td", "/th", "tbody", "/tbody", "thead", "/thead": break
      default: out += part
      }
    }
    return out.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The text of a cell: paragraphs become lines, other known tags go, everything else stays.
  static func plain(_ cell: String) -> String {
    guard cell.contains("<") else { return cell.trimmed }
    var out = ""
    var joinsNext = false
    forEachPart(of: cell) { part, tag in
      switch tag {
      case "p", "/p", "br", "br/", "div", "/div": out += "\n"
      case "sub", "sup": while out.last?.isWhitespace == true { out.removeLast() }
      case "/sub", "/sup": joinsNext = true
      case "b", "/b", "strong", "/strong", "u", "/u", "span", "/span", "em", "/em": break
      default:
        out += joinsNext ? part.trimmedAtStart : part
        joinsNext = false
      }
    }
    return out.split(separator: "\n").map { String($0).trimmed }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Walks over text and tags; `tag` is the lower-case name of a tag, or nil for text.
  private static func forEachPart(of text: String, _ body: (_ part: String, _ tag: String?) -> Void) {
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      if open > rest.startIndex { body(String(rest[..<open]), nil) }
      rest = rest[open...]
      guard let close = rest.prefix(longestTag).firstIndex(of: ">"),
        let name = tagName(rest[rest.index(after: open)..<close])
      else {
        body("<", nil)
        rest = rest.dropFirst()
        continue
      }
      body(String(rest[...close]), name)
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { body(String(rest), nil) }
  }

  /// The name of a tag, such as td or /td; nil for what only looks like one.
  private static func tagName(_ inside: Substring) -> String? {
    let name = inside.prefix { !$0.isWhitespace }.lowercased()
    let letters = name.drop { $0 == "/" }
    guard let first = letters.first, first.isASCII, first.isLetter, letters.allSatisfy({ $0.isASCII }) else {
      return nil
    }
    return name
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String { String(String(self.trimmedAtStart.reversed()).trimmedAtStart.reversed()) }

  /// The text without white space at its start.
  var trimmedAtStart: String { String(self.drop { $0.isWhitespace }) }
}
