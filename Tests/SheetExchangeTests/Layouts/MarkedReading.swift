// Holds what is wrong with an import of a text in which every letter says where it belongs.

import InitiativeModel

@testable import SheetExchange

/// What is wrong with an import of a marked text.
struct MarkedReading {
  /// Letters that came into another sheet than theirs.
  private(set) var strangers: Set<String> = []
  /// Letters that came into another field of their sheet.
  private(set) var moved: Set<String> = []
  /// Letters that are nowhere, or were taken for furniture of the form.
  private(set) var lost: Set<String> = []

  /// Holds a result against a text.
  ///
  /// - Parameter numbersAreRight: whether the headings still carry the numbers that the letters stand for; otherwise it
  ///   counts only that no sheet has letters of two.
  init(_ result: ImportResult, of text: String, numbersAreRight: Bool = true) {
    for sheet in result.sheets.map(\.sheet) {
      if numbersAreRight { look(through: sheet) } else { lookForTwo(in: sheet) }
    }
    let given = LetterCount(text).counts
    let handed = LetterCount(result.pieces.map(\.text).joined()).counts
    for (scalar, count) in given where handed[scalar, default: 0] != count {
      guard let owner = MarkedBook.owner(of: scalar) else { continue }
      lost.insert("\(owner.sheet) \(owner.field.path): \(handed[scalar, default: 0]) of \(count)")
    }
    for piece in result.pieces {
      if case .furniture(let kind) = piece.place { look(through: piece.text, takenFor: kind) }
    }
    compareFields(with: result)
  }

  private mutating func look(through sheet: InitiativeSheet) {
    for field in EntryField.allCases where field.isChoice {
      guard let choice = sheet.choice(of: field), choice != MarkedBook.choice(sheet.number, field) else { continue }
      strangers.insert("\(sheet.number) \(field.rawValue) is \(field.options[choice.rawValue - 1].sign)")
    }
    for field in MarkedBook.fields {
      for scalar in sheet.text(of: field).string.unicodeScalars {
        guard let owner = MarkedBook.owner(of: scalar) else { continue }
        if owner.sheet != sheet.number {
          strangers.insert("\(owner.sheet) \(owner.field.path) in \(sheet.number) \(field.path)")
        } else if owner.field != field {
          moved.insert("\(sheet.number): \(owner.field.path) in \(field.path)")
        }
      }
    }
  }

  private mutating func lookForTwo(in sheet: InitiativeSheet) {
    let letters = MarkedBook.fields.flatMap { Array(sheet.text(of: $0).string.unicodeScalars) }
    let owners = Set(letters.compactMap { MarkedBook.owner(of: $0)?.sheet })
    if owners.count > 1 { strangers.insert("texts of \(owners.sorted()) in one sheet") }
  }

  /// A title can stand again above a page or in a list of contents, a row can be printed twice; all other furniture has
  /// nobody's text in it.
  private mutating func look(through text: String, takenFor kind: ImportedPiece.Furniture) {
    if kind == .repeated { return }
    for scalar in text.unicodeScalars {
      guard let owner = MarkedBook.owner(of: scalar) else { continue }
      let isTitle = owner.field == .title || owner.field == .subtitle
      if isTitle, kind == .heading || kind == .contents { continue }
      lost.insert("\(owner.sheet) \(owner.field.path) taken for \(kind)")
    }
  }

  /// What a field holds is what the pieces with its place hold.
  private mutating func compareFields(with result: ImportResult) {
    for (index, sheet) in result.sheets.map(\.sheet).enumerated() {
      for field in MarkedBook.fields {
        let pieces = result.pieces.filter { $0.place == .field(sheet: index, field) }
        guard LetterCount(pieces.map(\.text).joined()) != LetterCount(sheet.text(of: field).string) else { continue }
        lost.insert("\(sheet.number) \(field.path) is not what its pieces hold")
      }
    }
  }
}
