// Holds the places of the list where the cursor can stand.

import InitiativeModel

/// A place of the list where the cursor can stand.
enum ListStop: Hashable, Sendable {
  case group(String)
  case row(SheetID)
}
