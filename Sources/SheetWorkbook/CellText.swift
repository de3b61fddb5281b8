// Holds how the characters of a text stand in a cell: those that XML has no place for as _xHHHH_.

/// Text in a cell as a workbook's file writes it.
enum CellText {
  /// The text as it is given to the file: what XML cannot hold, and what would be read as such, as _xHHHH_.
  static func written(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 == "_" || !isAllowed($0) }) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if !isAllowed(scalar) || (scalar == "_" && code(in: scalars, at: index) != nil) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result.append(
          contentsOf: ("_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_").unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text that a file's text stands for.
  static func read(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var units: [UInt16] = []
    var index = 0
    while index < scalars.count {
      if scalars[index] == "_", let unit = code(in: scalars, at: index) {
        units.append(unit)
        index += 7
      } else {
        units += scalars[index].utf16
        index += 1
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// What _xHHHH_ at a place stands for; nil where there is none.
  private static func code(in scalars: [Unicode.Scalar], at index: Int) -> UInt16? {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else { return nil }
    let digits = String(String.UnicodeScalarView(scalars[(index + 2)..<(index + 6)]))
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    return UInt16(digits, radix: 16)
  }

  /// Whether XML can hold a character, and gives it back as it was.
  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: true
    case 0x00..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
