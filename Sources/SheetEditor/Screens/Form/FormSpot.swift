// Holds what can be pressed in 項目.

import InitiativeModel

/// What can be pressed in a sheet's form.
enum FormSpot: Hashable, Sendable {
  case field(EntryField)
  /// An option of a choice.
  case option(EntryField, ChoiceOrdinal)
}
