// Holds what came of reading a rendered book: all of it in place, some of it left over, a refusal, or a misplaced text.

import InitiativeModel

@testable import SheetExchange

/// How a text came in, held against the sheets that it was rendered from.
enum LayoutOutcome: Equatable {
  /// Every field of every sheet is as in the source.
  case exact
  /// What is in a field belongs there; the rest was said to have no place: the fields that are not whole.
  case partial([Gap])
  /// Nothing came in.
  case refused(String)
  /// A text stands where it does not belong, or is nowhere.
  case misplaced(String)

  /// A field that is not whole; a number of 0 stands for what was said to have no place although nothing is missing.
  struct Gap: Hashable {
    let sheet: Int
    let field: SheetField
    let got: String
  }

  /// Reads bytes and compares.
  init(reading bytes: [UInt8], of source: [InitiativeSheet], keeps: KeptSpace) {
    do throws(PublishedTextError) {
      self.init(try PublishedSheetImporter.read(try PublishedText.decode(bytes)), of: source, keeps: keeps)
    } catch {
      self = .refused("\(error)")
    }
  }

  /// Compares what was read.
  init(_ result: ImportResult, of source: [InitiativeSheet], keeps: KeptSpace) {
    let read = Dictionary(grouping: result.sheets.map(\.sheet), by: \.number)
    let unplaced = result.notes.compactMap(LayoutOutcome.unplacedText).joined()
    var left = LetterCount(unplaced)
    var missing: [Gap] = []
    if let stranger = read.keys.first(where: { number in !source.contains { $0.number == number } }) {
      self = .misplaced("a sheet \(stranger) that is not in the source")
      return
    }
    for sheet in source {
      let found = read[sheet.number, default: []]
      guard found.count <= 1 else {
        self = .misplaced("\(found.count) sheets \(sheet.number)")
        return
      }
      let got = found.first ?? InitiativeSheet(number: sheet.number, title: "")
      for field in SheetField.searched {
        let (want, have) = (sheet.source(of: field), got.source(of: field))
        if keeps.normal(want) == keeps.normal(have) { continue }
        let place = "\(sheet.number) \(field.printedName): 「\(have.prefix(300))」 for 「\(want.prefix(300))」"
        guard LayoutOutcome.isPart(have, of: want) else {
          self = .misplaced(place)
          return
        }
        if !left.take(want, without: have) {
          self = .misplaced("lost: " + place)
          return
        }
        missing.append(Gap(sheet: sheet.number, field: field, got: have))
      }
      if found.first?.starred != sheet.starred || !LayoutOutcome.sameSigns(got, sheet) {
        missing.append(Gap(sheet: sheet.number, field: .title, got: "★ or the sign of the note"))
      }
    }
    if missing.isEmpty, !unplaced.isEmpty { missing.append(Gap(sheet: 0, field: .number, got: unplaced)) }
    self = missing.isEmpty ? .exact : .partial(missing)
  }

  private static func sameSigns(_ one: InitiativeSheet, _ other: InitiativeSheet) -> Bool {
    ReviewPeriod.allCases.allSatisfy { one.printedRequirement(of: $0) == other.printedRequirement(of: $0) }
  }

  private static func unplacedText(_ note: ImportNote) -> String? {
    if case .unplaced(let text) = note.reason { text } else { nil }
  }

  /// Whether the letters of one text stand in the other in the same order.
  private static func isPart(_ part: String, of whole: String) -> Bool {
    var rest = KeptSpace.letters.normal(whole).unicodeScalars[...]
    for scalar in KeptSpace.letters.normal(part).unicodeScalars {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }
}

/// How often each letter stands in a text.
struct LetterCount: Equatable {
  private(set) var counts: [Unicode.Scalar: Int] = [:]

  init(_ text: String) {
    for scalar in KeptSpace.letters.normal(text).unicodeScalars { counts[scalar, default: 0] += 1 }
  }

  /// Takes the letters of a text but for those of another; whether all were there.
  mutating func take(_ text: String, without other: String) -> Bool {
    var wanted = LetterCount(text).counts
    for (letter, count) in LetterCount(other).counts { wanted[letter, default: 0] -= count }
    for (letter, count) in wanted where count > 0 { counts[letter, default: 0] -= count }
    return wanted.keys.allSatisfy { counts[$0, default: 0] >= 0 }
  }

  /// The letters that are more or fewer than in another count, for a message.
  func difference(from other: LetterCount) -> String {
    Set(counts.keys).union(other.counts.keys).sorted().compactMap { letter in
      let more = counts[letter, default: 0] - other.counts[letter, default: 0]
      return more == 0 ? nil : "\(letter)\(more > 0 ? "+" : "")\(more)"
    }.joined(separator: " ")
  }
}

extension InitiativeSheet {
  /// A field's content as it is compared: a choice as its sign.
  fileprivate func source(of field: SheetField) -> String {
    if case .entry(let entry) = field { return content(of: entry) }
    return text(of: field).string
  }
}
