// Holds what 一覧 lists: its groups with their figures, its lines, the places of the cursor.

import InitiativeModel
import SheetWording

/// The list laid out, so that no key has to go over all sheets.
struct ListLayout: Equatable, Sendable {
  /// What it was made of.
  struct Basis: Equatable, Sendable {
    let revision: Int
    let settings: ListSettings
    let folded: Set<String>
  }

  /// One group with its figures.
  struct Group: Equatable, Sendable {
    let key: String
    let title: String
    /// The rows that are shown.
    let rows: [BookRow]
    let problems: [String]
    let isLoading: Bool
    /// How its sheets stand, by period.
    let progress: [BookProgress]
  }

  /// The groups, those that are folded too.
  private(set) var groups: [Group] = []
  /// Whether the groups have headings: a single book needs none.
  private(set) var hasHeadings = false
  /// How all sheets stand, shown or not, by period; how many rows there are, shown or not.
  private(set) var totals: [BookProgress] = []
  private(set) var rowCount = 0
  /// The lines; a group's own stands above its sheets.
  private(set) var lines: [ListLine] = []
  /// Where the cursor can stand, in order.
  private(set) var stops: [ListStop] = []
  /// For each stop its place among all stops, and its line.
  private var places: [ListStop: Place] = [:]

  private struct Place: Equatable, Sendable {
    let stop: Int
    let line: Int
  }
  private var rowGroups: [SheetID: Int] = [:]

  init() {}

  init(_ library: Library, _ settings: ListSettings, folded: Set<String>) {
    groups = library.groups(settings).map { group in
      Group(
        key: group.key, title: Wording.title(group), rows: group.rows, problems: group.problems,
        isLoading: group.isLoading, progress: library.progress(of: group.rows))
    }
    hasHeadings = library.books.count > 1 || settings.arrangement != .books
    totals =
      settings.showsAll
      ? groups.reduce([BookProgress([]), BookProgress([])]) { zip($0, $1.progress).map { $0 + $1 } }
      : library.progress(of: library.rows)
    rowCount = library.books.reduce(0) { $0 + $1.rows.count }
    for (place, group) in groups.enumerated() {
      for row in group.rows { rowGroups[row.id] = place }
    }
    fold(folded)
  }

  /// Lays the lines out with some groups folded.
  mutating func fold(_ folded: Set<String>) {
    lines.removeAll(keepingCapacity: true)
    stops.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    places.reserveCapacity(rowCount + groups.count)
    for (place, group) in groups.enumerated() {
      let isFolded = hasHeadings && folded.contains(group.key)
      if hasHeadings { append(.group(group.key), .group(place, isFolded: isFolded)) }
      lines += group.problems.map { .problem($0) }
      for row in isFolded ? [] : group.rows { append(.row(row.id), .row(row)) }
    }
  }

  private mutating func append(_ stop: ListStop, _ line: ListLine) {
    places[stop] = Place(stop: stops.count, line: lines.count)
    stops.append(stop)
    lines.append(line)
  }

  /// The place of a stop among all stops; nil where it is none.
  func place(of stop: ListStop) -> Int? { places[stop]?.stop }

  /// The line of a stop; nil where it is none.
  func line(of stop: ListStop) -> Int? { places[stop]?.line }

  /// The place of the cursor on a line; nil on one where it cannot stand.
  func stop(of line: ListLine) -> ListStop? {
    switch line {
    case .group(let place, _): .group(groups[place].key)
    case .problem: nil
    case .row(let row): .row(row.id)
    }
  }

  /// The group in which a sheet is shown; nil where it is not.
  func group(of id: SheetID) -> Group? { rowGroups[id].map { groups[$0] } }

  /// The sheets that are shown, in order, those of folded groups too.
  var sheets: [SheetID] { groups.flatMap { $0.rows.filter(\.isSheet).map(\.id) } }

  /// How many rows are shown.
  var shownCount: Int { rowGroups.count }
}
