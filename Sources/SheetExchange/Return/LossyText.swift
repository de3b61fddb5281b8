// Holds finding the text again of which a file in CP932 could not hold every character.

import Glibc
import InitiativeModel

/// Text that went through CP932, in which Excel and other programs save CSV.
///
/// That character set has one — where Unicode has two, and ? for what it lacks. A line that says the same as one of the
/// book's, as far as it can say it, is the book's line.
public struct LossyText {
  private let converter: iconv_t
  private var shown: [Unicode.Scalar: Unicode.Scalar] = [:]

  private init?() {
    guard let opened = iconv_open("CP932", "UTF-8"), opened != iconv_t(bitPattern: -1) else { return nil }
    converter = opened
  }

  /// The sheet of such a file with the lines of the sheet that was exported, or else of the book's.
  public static func restored(_ returned: ReturnedSheet, from sheet: InitiativeSheet) -> ReturnedSheet {
    guard var lossy = LossyText() else { return returned }
    defer { iconv_close(lossy.converter) }
    var restored = returned
    for (field, text) in returned.texts {
      if case .entry(let entry) = field, entry.isChoice { continue }
      restored.texts[field] = lossy.restored(text, from: sheet.text(of: field))
    }
    return restored
  }

  private mutating func restored(_ returned: LongText, from stored: LongText) -> LongText {
    let storedLines = stored.lines
    var linesByKey: [[Unicode.Scalar]: [String]] = [:]
    for line in storedLines { linesByKey[key(line), default: []].append(line) }
    let lines = returned.lines.enumerated().map { place, line in
      let key = key(line)
      let same = linesByKey[key] ?? []
      if storedLines.indices.contains(place), self.key(storedLines[place]) == key { return storedLines[place] }
      return same.first.flatMap { first in same.allSatisfy { LongText($0) == LongText(first) } ? first : nil } ?? line
    }
    return LongText(lines: lines)
  }

  /// What CP932 says of a line: characters that share a place in it as one of them, ? for one or more that have none.
  private mutating func key(_ line: String) -> [Unicode.Scalar] {
    var key: [Unicode.Scalar] = []
    for scalar in line.unicodeScalars {
      let shown = shown(scalar)
      if shown != "?" || key.last != "?" { key.append(shown) }
    }
    return key
  }

  private mutating func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.value < 0x80 { return scalar }
    if let known = shown[scalar] { return known }
    let found = LossyText.twins[scalar] ?? (isHeld(scalar) ? scalar : "?")
    shown[scalar] = found
    return found
  }

  /// Characters that Windows takes for another one when it writes CP932.
  private static let twins: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2014}": "\u{2015}", "\u{301C}": "\u{FF5E}", "\u{2016}": "\u{2225}", "\u{2212}": "\u{FF0D}",
    "\u{A2}": "\u{FFE0}", "\u{A3}": "\u{FFE1}", "\u{AC}": "\u{FFE2}", "\u{A0}": " ", "\u{A5}": "\\",
  ]

  private func isHeld(_ scalar: Unicode.Scalar) -> Bool {
    var input = String(scalar).utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: 16)
    var (left, room) = (input.count, output.count)
    let converted = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        var (from, to) = (source.baseAddress, target.baseAddress)
        iconv(converter, nil, nil, nil, nil)
        return iconv(converter, &from, &left, &to, &room)
      }
    }
    return converted != Int(bitPattern: UInt.max) && left == 0
  }
}
