// Holds the taking out of the markup that text conversions and web pages leave in a form.

/// Finds the tags of a text, and takes them out of a cell.
enum FormMarkup {
  /// The longest tag that is taken for one, in bytes.
  private static let longestTag = 2000

  /// A tag as it stands: its name in lower case, such as td or /td, and all of it.
  struct Tag: Equatable {
    let name: String
    let range: Range<Int>
  }

  /// The tag that begins at a <; nil for what only looks like one.
  ///
  /// A > within a quoted attribute does not end it; a < outside one shows that it is none.
  static func tag(in bytes: ArraySlice<UInt8>, at open: Int) -> Tag? {
    var place = open + 1
    var quote: UInt8?
    let end = min(bytes.endIndex, open + longestTag)
    while place < end {
      let byte = bytes[place]
      if let mark = quote {
        if byte == mark { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return tagName(bytes[(open + 1)..<place]).map { Tag(name: $0, range: open..<(place + 1)) }
      } else if byte == UInt8(ascii: "<") {
        return nil
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), bytes[place - 1] == UInt8(ascii: "=") {
        quote = byte
      }
      place += 1
    }
    return nil
  }

  /// The text of a cell: paragraphs become lines, other known tags go, everything else stays.
  static func plain(_ cell: String) -> String {
    guard cell.utf8.contains(UInt8(ascii: "<")) else { return cell.trimmed }
    var out = ""
    var joinsNext = false
    forEachPart(of: cell) { part, tag in
      guard let tag else {
        out += joinsNext ? part.trimmedAtStart : part
        joinsNext = false
        return
      }
      if blocks.contains(tag) {
        out += "\n"
      } else if tag == "sub" || tag == "sup" {
        while out.unicodeScalars.last?.isSpace == true { out.unicodeScalars.removeLast() }
      } else if tag == "/sub" || tag == "/sup" {
        joinsNext = true
      } else if !inlines.contains(tag) {
        out += part
      }
    }
    return out.filledLines
  }

  private static let blocks = withEnds([
    "p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "head",
    "body", "section", "article", "header", "footer", "main", "nav", "center", "caption", "blockquote", "pre",
    "figure", "form", "address", "title",
  ])
  private static let inlines = withEnds([
    "b", "strong", "u", "span", "em", "font", "a", "small", "big", "ruby", "rt", "rp", "s", "del", "ins", "label",
    "img", "meta", "link", "wbr", "col", "colgroup", "tbody", "thead", "tfoot", "mark", "time", "!doctype", "o:p",
  ])

  private static func withEnds(_ names: [String]) -> Set<String> { Set(names.flatMap { [$0, "/" + $0, $0 + "/"] }) }

  /// Walks over text and tags; `tag` is the lower-case name of a tag, or nil for text.
  ///
  /// A text is walked over once whatever stands in it.
  private static func forEachPart(of text: String, _ body: (_ part: String, _ tag: String?) -> Void) {
    let bytes = Array(text.utf8)
    func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var start = 0
    var place = 0
    while let open = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = open + 1
      guard let tag = tag(in: bytes[...], at: open) else { continue }
      if open > start { body(part(start..<open), nil) }
      body(part(tag.range), tag.name)
      place = tag.range.upperBound
      start = place
    }
    if start < bytes.count { body(part(start..<bytes.count), nil) }
  }

  /// The name of a tag, such as td or /td, in lower case; nil for what only looks like one.
  private static func tagName(_ inside: ArraySlice<UInt8>) -> String? {
    let name = inside.prefix { $0 > 0x20 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    let letters = name.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "!") }
    guard let first = letters.first, (0x61...0x7A).contains(first), name.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }
}

/// The characters that a web page names instead of writing them.
enum HTMLEntities {
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "mdash": "—", "ndash": "–", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "middot": "·", "hellip": "…", "times": "×", "yen": "¥", "deg": "°",
    "sup2": "²", "copy": "©", "bull": "•", "ensp": " ", "emsp": " ", "thinsp": " ", "minus": "−", "star": "☆",
    "starf": "★", "sect": "§", "para": "¶", "plusmn": "±",
  ]

  /// The text with the characters themselves; what names none stays.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var out = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "&", let end = rest.prefix(12).firstIndex(of: ";"),
        let named = named(String(rest[rest.index(after: rest.startIndex)..<end]))
      {
        out.append(named)
        rest = rest[rest.index(after: end)...]
      } else {
        out.append(scalar)
        rest = rest.dropFirst()
      }
    }
    return String(out)
  }

  private static func named(_ name: String) -> Unicode.Scalar? {
    guard name.hasPrefix("#") else { return named[name] }
    let isHex = name.hasPrefix("#x") || name.hasPrefix("#X")
    guard let value = UInt32(name.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10), value >= 0x20 else { return nil }
    return value == 0xA0 ? " " : Unicode.Scalar(value)
  }
}
