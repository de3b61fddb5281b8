// Holds what has to hold for the text of a published form: every letter has one place, and the fields hold their pieces.

import InitiativeModel
import SheetExchange

enum PublishedFuzzing {
  static func read(_ bytes: [UInt8]) throws -> String {
    let text: String
    let result: ImportResult
    do throws(PublishedTextError) {
      text = try PublishedText.decode(bytes)
      result = try PublishedSheetImporter.survey(text)
    } catch {
      return "refused \(String(describing: error).prefix(16))"
    }
    try account(for: text, result)
    for (index, sheet) in result.sheets.map(\.sheet).enumerated() { try compareFields(of: sheet, index, result) }
    let surely = try? PublishedSheetImporter.read(text)
    try FuzzFinding.unless(surely == (result.doubts.isEmpty ? result : nil), "a result with doubts is taken")
    if let doubt = result.doubts.first { return "doubts \(String(describing: doubt).prefix(24))" }
    return "sheets \(min(result.sheets.count, 4)) \(result.layouts.first?.rawValue ?? "")"
  }

  /// Every letter of the text stands in a piece, once; what could be markup or an entity can have letters of its own.
  private static func account(for text: String, _ result: ImportResult) throws {
    let given = letters(text)
    let handed = letters(result.pieces.map(\.text).joined(separator: "\n"))
    let hasMarkup = text.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    for (letter, count) in handed where !hasMarkup || !text.utf8.contains(UInt8(ascii: "&")) {
      try FuzzFinding.unless(given[letter, default: 0] >= count, "\(letter) stands there more often than in the text")
    }
    guard !hasMarkup else { return }
    for (letter, count) in given {
      let found = handed[letter, default: 0]
      try FuzzFinding.unless(found == count, "\(letter): \(found) of \(count)")
    }
  }

  private static func compareFields(of sheet: InitiativeSheet, _ index: Int, _ result: ImportResult) throws {
    let entries = EntryField.allCases.filter { !$0.isChoice }.map { SheetField.entry($0) }
    for field in [.title, .subtitle, .policyAndTargets, .annualActions] + entries {
      let pieces = result.pieces.filter { $0.place == .field(sheet: index, field) }
      try FuzzFinding.unless(
        letters(pieces.map(\.text).joined(separator: "\n")) == letters(sheet.text(of: field).string),
        "\(sheet.number) \(field.path) is not what its pieces hold")
    }
  }

  /// How often each letter stands in a text: those of Japanese, of which no markup is made.
  private static func letters(_ text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars where (0x3041...0x9FFF).contains(scalar.value) { counts[scalar, default: 0] += 1 }
    return counts
  }
}
