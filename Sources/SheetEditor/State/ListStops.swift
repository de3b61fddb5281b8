// Holds the places of the list where the cursor can stand.

import InitiativeModel

/// A place of the list where the cursor can stand.
enum ListStop: Equatable, Sendable {
  case group(String)
  case row(SheetID)
}

extension EditorState {
  /// The groups of the list.
  var groups: [ListGroup] { library.groups(settings) }

  /// The rows that the list shows, in order, those of folded groups too.
  var shownRows: [BookRow] { groups.flatMap(\.rows) }

  /// Whether the groups have headings: a single book needs none.
  var hasHeadings: Bool { library.books.count > 1 || settings.arrangement != .books }

  /// Where the cursor can stand, in order.
  func stops(_ groups: [ListGroup]) -> [ListStop] {
    groups.flatMap { group -> [ListStop] in
      let rows = folded.contains(group.key) && hasHeadings ? [] : group.rows.map { ListStop.row($0.id) }
      return (hasHeadings ? [.group(group.key)] : []) + rows
    }
  }

  /// Where the cursor stands.
  var listStop: ListStop? { cursorGroup.map { .group($0) } ?? selected.map { .row($0) } }
}

/// The question of what the list shows.
struct ListMenu: Equatable, Sendable {
  /// The rows of the question.
  enum Row: Equatable, Sendable {
    case filter(ListFilter)
    case onlyNotMet
    case arrangement(ListArrangement)
  }

  static let rows =
    ListFilter.allCases.map { Row.filter($0) } + [.onlyNotMet] + ListArrangement.allCases.map { Row.arrangement($0) }

  /// The row with the focus.
  var chosen = 0

  /// Moves the focus, and stops at the ends.
  mutating func move(by count: Int) { chosen = min(max(0, chosen + count), ListMenu.rows.count - 1) }
}
