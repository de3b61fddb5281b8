// Holds the check of sheets for characters that not every computer shows, and their replacing in what is exported.

import InitiativeModel

/// 公開用チェック: the special characters of a sheet, field by field.
public enum PublishingCheck {
  /// How often one special character stands in one field.
  public struct Row: Equatable, Sendable {
    /// The field.
    public let field: SheetField
    /// The character.
    public let character: SpecialCharacter
    /// How often it stands there.
    public let count: Int
  }

  /// The special characters of a sheet in the form's order, each once a field.
  public static func rows(in sheet: InitiativeSheet) -> [Row] {
    SheetField.searched.flatMap { field -> [Row] in
      if case .entry(let entry) = field, entry.isChoice { return [] }
      var order: [SpecialCharacter] = []
      var counts: [SpecialCharacter: Int] = [:]
      for character in SpecialCharacters.found(in: sheet.text(of: field).string) {
        if counts[character] == nil { order.append(character) }
        counts[character, default: 0] += 1
      }
      return order.map { Row(field: field, character: $0, count: counts[$0] ?? 0) }
    }
  }
}

extension ExportContent {
  /// Replaces the special characters in the texts of all sheets that there is a replacement for; how many those are.
  ///
  /// Ward, year and number stay. A sheet in which something was replaced goes out without its version: nobody can tell
  /// what was replaced from what others wrote, so that every difference is asked for when it comes back.
  public mutating func replaceSpecialCharacters() -> Int {
    var count = 0
    func replace(_ text: String) -> String {
      let replaced = SpecialCharacters.replaced(in: text)
      count += replaced.count
      return replaced.text
    }
    for book in books.indices {
      for place in books[book].sheets.indices {
        var sheet = books[book].sheets[place].sheet
        let before = count
        sheet.title = replace(sheet.title)
        sheet.subtitle = replace(sheet.subtitle)
        sheet.plan.policyAndTargets = LongText(replace(sheet.plan.policyAndTargets.string))
        sheet.plan.annualActions = LongText(replace(sheet.plan.annualActions.string))
        for field in EntryField.allCases where !field.isChoice {
          sheet.setText(LongText(replace(sheet.text(of: field).string)), of: field)
        }
        books[book].sheets[place].sheet = sheet
        if count > before { books[book].sheets[place].version = "" }
      }
    }
    return count
  }
}
