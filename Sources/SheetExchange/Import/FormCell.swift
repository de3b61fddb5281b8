// Holds the cells of a published form's rows, cleaned of markup, and the form's labels in them.

import InitiativeModel

/// One cell of a row: its text with in-cell line breaks, and a squeezed form for comparing.
struct FormCell: Equatable {
  /// The text without markup; line breaks inside the cell are LF.
  let text: String
  /// The text without white space, brackets, colons, digits and roman numbers in their plain form.
  let squeezed: String

  init(_ raw: String, hasEntities: Bool = false) {
    let plain = FormMarkup.plain(raw)
    text = hasEntities ? HTMLEntities.decoded(plain).trimmed : plain
    squeezed = FormCell.squeeze(text)
  }

  /// Makes a cell of a text that has no markup.
  init(plain: String) {
    text = plain.trimmed
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
  func rest(behind label: String) -> String? { parts(at: label)?.rest }

  /// The label as it stands at the cell's start, and what stands behind it; nil when the cell begins otherwise.
  func parts(at label: String) -> (label: String, rest: String)? {
    guard mayBegin(with: label) else { return nil }
    let wanted = Array(FormCell.squeeze(label).unicodeScalars)
    guard squeezed.unicodeScalars.starts(with: wanted) else { return nil }
    var matched = 0
    var place = text.unicodeScalars.startIndex
    while matched < wanted.count, place < text.unicodeScalars.endIndex {
      matched += FormCell.squeeze(String(text.unicodeScalars[place])).unicodeScalars.count
      place = text.unicodeScalars.index(after: place)
    }
    while place < text.unicodeScalars.endIndex,
      text.unicodeScalars[place].isSpace || ":：".unicodeScalars.contains(text.unicodeScalars[place])
    {
      place = text.unicodeScalars.index(after: place)
    }
    return (String(text.unicodeScalars[..<place]), String(text.unicodeScalars[place...]).trimmed)
  }

  /// Whether the cell begins as the label does; the labels begin with characters that squeezing leaves as they are.
  private func mayBegin(with label: String) -> Bool { squeezed.unicodeScalars.first == label.unicodeScalars.first }

  /// Leaves out white space and writes full-width brackets, colons, digits and roman numbers in ASCII.
  static func squeeze(_ text: String) -> String {
    var squeezed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isSpace {
      squeezed.append(plainForm(of: scalar))
      if scalar == "ⅱ" { squeezed.append("i") }
    }
    return String(squeezed)
  }

  /// The form of a scalar in which texts are compared: brackets, colons, digits and roman numbers in ASCII; ⅱ is two of it.
  static func plainForm(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "（": "("
    case "）": ")"
    case "：": ":"
    case "．": "."
    case "･": "・"
    case "ⅰ", "ⅱ", "ｉ": "i"
    case "０"..."９": Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
    default: scalar
    }
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
