// Holds the question of what becomes of the fields that two people changed.

import InitiativeModel

/// The question of what becomes of the fields that two people changed; until it is answered both texts stand.
struct Conflict: ChosenOfMany, Equatable, Sendable {
  let sheet: SheetID
  var fields: [FieldConflict]
  var count: Int { fields.count }
  var chosen = 0
  var top = 0
}
