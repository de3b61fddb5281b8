// Holds a book in which every letter says which sheet and field it belongs to.

import InitiativeModel

@testable import SheetExchange

/// Sheets whose texts are made of one rare character for each sheet and field.
enum MarkedBook {
  /// The fields that have a character of their own.
  static let fields = SheetField.searched.filter { field in
    if case .entry(let entry) = field { !entry.isChoice } else { true }
  }
  private static let first: UInt32 = 0x9B80

  /// The place that a character belongs to; nil for all others.
  static func owner(of scalar: Unicode.Scalar) -> (sheet: Int, field: SheetField)? {
    guard scalar.value >= first, scalar.value < first + UInt32(20 * fields.count) else { return nil }
    let index = Int(scalar.value - first)
    return (index / fields.count + 1, fields[index % fields.count])
  }

  private static func letters(_ sheet: Int, _ field: SheetField, _ count: Int) -> String {
    let place = fields.firstIndex(of: field) ?? 0
    let scalar = Unicode.Scalar(first + UInt32((sheet - 1) * fields.count + place)) ?? "魚"
    return String(repeating: Character(scalar), count: count)
  }

  /// What is chosen in a sheet.
  static func choice(_ number: Int, _ field: EntryField) -> ChoiceOrdinal {
    let place = EntryField.allCases.firstIndex(of: field) ?? 0
    return (number + place).isMultiple(of: 3) ? .first : .second
  }

  /// Sheets 1 to a number; every field is filled, ① and ② are chosen in turns.
  static func sheets(_ count: Int) -> [InitiativeSheet] {
    (1...count).map { number in
      func text(_ field: SheetField, _ begin: [String], _ lengths: [Int]) -> LongText {
        LongText(lines: begin + lengths.map { letters(number, field, $0 + number) + "。" })
      }
      var sheet = InitiativeSheet(number: number, title: letters(number, .title, 8))
      if number.isMultiple(of: 2) { sheet.subtitle = letters(number, .subtitle, 5) }
      sheet.starred = number == 3
      sheet.plan.policyAndTargets = text(.policyAndTargets, ["(趣旨・目的)"], [20, 9, 14])
      sheet.plan.annualActions = text(.annualActions, ["(取組の内容)"], [12, 25])
      for entry in EntryField.allCases {
        if entry.isChoice {
          sheet.setChoice(choice(number, entry), of: entry)
        } else {
          sheet.setText(text(.entry(entry), [], [10, 30]), of: entry)
        }
      }
      return sheet
    }
  }
}
