// Holds a finding with its sheet.

import InitiativeModel

/// A finding with its sheet.
struct LocatedFinding: Equatable, Sendable {
  let sheet: SheetID
  /// The sheet's printed number.
  let number: Int
  let finding: Finding
}
