// Holds one edit of a simulated person: which sheet, which field, what.

import InitiativeModel
import TestSupport

/// One edit; four of five are in the sheets that are the person's own, the others in any.
struct PersonsEdit {
  let number: Int
  let field: EntryField
  /// A line that nobody else writes, by which the edit is found again.
  let line: String
  private let isAtEnd: Bool

  init(_ person: Int, _ count: Int, _ size: SharingSimulation.Size, _ random: inout SeededGenerator) {
    let share = max(1, size.sheets / size.staff)
    let own = (person * share..<(person + 1) * share).map { $0 % size.sheets + 1 }
    let isOwn = Int.random(in: 0..<5, using: &random) > 0
    number = isOwn ? own.randomElement(using: &random) ?? 1 : Int.random(in: 1...size.sheets, using: &random)
    field = EntryField.allCases.randomElement(using: &random) ?? .results
    line = "・\(person)番の人の\(count)回目の文"
    isAtEnd = Bool.random(using: &random)
  }

  /// Makes the edit: a line more, or the other sign of a choice.
  func apply(to sheet: inout InitiativeSheet) {
    guard !field.isChoice else {
      return sheet.setChoice(sheet.choice(of: field) == .first ? .second : .first, of: field)
    }
    var lines = sheet.text(of: field).lines
    lines.insert(line, at: isAtEnd ? lines.count : min(1, lines.count))
    sheet.setText(LongText(lines: lines), of: field)
  }

  /// Whether a sheet holds the edit; nobody can tell of a choice.
  func stands(in sheet: InitiativeSheet) -> Bool { field.isChoice || sheet.text(of: field).lines.contains(line) }
}
