// Holds the state of 項目, and the room that its parts have.

import InitiativeModel

/// The form of the chosen sheet.
struct FormState: Equatable, Sendable {
  /// The field that the person is at.
  var focus = EntryField.implementationForecast

  /// From how many columns on the plan stands beside form and text.
  static let wide = 120

  /// Moves the focus to a neighbour among the fields that are written, and stops at the first and the last.
  mutating func moveFocus(by count: Int, in fields: [EntryField]) {
    let here = fields.firstIndex(of: focus) ?? 0
    focus = fields[min(max(0, here + count), fields.count - 1)]
  }
}
