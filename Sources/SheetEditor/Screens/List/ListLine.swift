// Holds the lines of the list.

import InitiativeModel

/// One line of the list.
enum ListLine: Equatable, Sendable {
  /// The line of a group, by its place among all groups.
  case group(Int, isFolded: Bool)
  case problem(String)
  case row(BookRow)

  /// Whether it is a sheet or a file.
  var isRow: Bool {
    if case .row = self { return true }
    return false
  }
}
