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
    /// The text that the titles are narrowed down by.
    var typed = ""
  }

  /// One group with its figures.
  struct Group: Equatable, Sendable {
    let key: String
    let title: String
    /// The year of its sheets.
    let year: FiscalYear?
    /// The rows that are shown.
    fileprivate(set) var rows: [BookRow]
    let problems: [String]
    let isLoading: Bool
    /// How its sheets stand, by period; those that are not typed away count as well.
    let progress: [BookProgress]
    /// The place of its first row among all rows, and how many there are before any is typed away.
    fileprivate let first: Int
    fileprivate let count: Int
  }

  /// How all sheets of a year stand, shown or not, by period.
  struct YearTotals: Equatable, Sendable {
    let year: FiscalYear?
    fileprivate(set) var progress: [BookProgress]
  }

  /// How the sheets of a book stand, by period, and its revision at which that was found out.
  private struct BookFigures: Equatable, Sendable {
    let revision: Int
    let progress: [BookProgress]
  }

  /// A line without what stands on it.
  private enum Line: Equatable, Sendable {
    case group(Int, isFolded: Bool)
    case problem(Int, Int)
    case row(Int)
  }

  /// The groups, those that are folded or typed away too.
  private(set) var groups: [Group] = []
  /// Whether the groups have headings: a single book needs none.
  private(set) var hasHeadings = false
  /// The totals of each year, the latest first; how many rows there are, shown or not.
  private(set) var totals: [YearTotals] = []
  private(set) var rowCount = 0
  /// The figures of all books, in their order.
  private var figures: [BookFigures] = []
  /// What the library is: the one book by its ward, its year and its title, several by how many they are.
  private(set) var heading = ""
  /// How many rows are shown.
  private(set) var shownCount = 0
  /// All rows that the settings show, in order, with the place of each; and which of them are not typed away.
  private var rows: [BookRow] = []
  private var places: [SheetID: Int] = [:]
  private var isShown: [Bool] = []
  private var groupOfRow: [Int] = []
  private var titles: FoldedTitles?
  private var lines: [Line] = []
  /// The lines on which the cursor can stand; the line of each row and of each group, or -1.
  private var stops: [Int] = []
  private var lineOfRow: [Int] = []
  private var lineOfGroup: [Int] = []

  init() {}

  /// Lays the list out; of a layout that was made before it takes the figures of the books that did not change since.
  init(
    _ library: Library, _ settings: ListSettings, folded: Set<String>, typed: String, after before: ListLayout
  ) {
    let years = library.years
    figures = ListLayout.figures(library, before.figures)
    let showsBooks = settings.showsAll && settings.arrangement == .books
    for (place, group) in library.groups(settings).enumerated() {
      groups.append(
        Group(
          key: group.key, title: Wording.title(group), year: group.year ?? years.first, rows: group.rows,
          problems: group.problems, isLoading: group.isLoading,
          progress: showsBooks ? figures[place].progress : library.progress(of: group.rows),
          first: rows.count, count: group.rows.count))
      rows += group.rows
      groupOfRow += repeatElement(place, count: group.rows.count)
    }
    places.reserveCapacity(rows.count)
    for (place, row) in rows.enumerated() { places[row.id] = place }
    hasHeadings = library.books.count > 1 || settings.arrangement != .books
    rowCount = library.books.reduce(0) { $0 + $1.rows.count }
    heading = ListLayout.heading(library.books, years)
    let parts =
      settings.showsAll
      ? groups.map { YearTotals(year: $0.year, progress: $0.progress) }
      : zip(library.books, figures).map { YearTotals(year: $0.header?.fiscalYear, progress: $1.progress) }
    for part in parts { add(part) }
    totals.sort { ($0.year?.year ?? 0) > ($1.year?.year ?? 0) }
    narrow(to: typed, folded: folded, library)
  }

  /// The figures of all books; those that are known are found out anew where their book changed since.
  private static func figures(_ library: Library, _ known: [BookFigures]) -> [BookFigures] {
    zip(library.books, library.bookRevisions).enumerated().map { place, book in
      let (section, revision) = book
      if place < known.count, known[place].revision == revision { return known[place] }
      return BookFigures(revision: revision, progress: library.progress(of: section.rows))
    }
  }

  private static func heading(_ books: [BookSection], _ years: [FiscalYear]) -> String {
    let headers = books.compactMap(\.header)
    let title = headers.first?.title ?? ""
    guard books.count > 1 else {
      return headers.first.map { "\(Wording.ward($0)) \($0.fiscalYear.fullName) \(title)" } ?? ""
    }
    var (wards, last): (Set<String>, String?) = ([], nil)
    // A ward's books stand together where their folders are named for it: few of its names are looked up.
    for header in headers where header.ward != last {
      wards.insert(header.ward)
      last = header.ward
    }
    return Wording.libraryHeading(
      books: books.count, wards: wards.count, years: years,
      title: headers.allSatisfy { $0.title == title } ? title : "")
  }

  private mutating func add(_ part: YearTotals) {
    guard let place = totals.firstIndex(where: { $0.year == part.year }) else { return totals.append(part) }
    totals[place].progress = zip(totals[place].progress, part.progress).map { $0 + $1 }
  }

  /// Leaves the rows whose titles hold what was typed; the titles are folded once for all that is typed.
  mutating func narrow(to typed: String, folded: Set<String>, _ library: Library) {
    if typed.isEmpty {
      isShown = Array(repeating: true, count: rows.count)
    } else {
      let titles = titles ?? FoldedTitles(rows.map { library[$0.id]?.edited.fullTitle ?? $0.id.fileName })
      self.titles = titles
      isShown = titles.holding(typed)
    }
    shownCount = isShown.reduce(0) { $0 + ($1 ? 1 : 0) }
    for place in groups.indices {
      let all = groups[place].first..<(groups[place].first + groups[place].count)
      groups[place].rows = typed.isEmpty ? Array(rows[all]) : all.filter { isShown[$0] }.map { rows[$0] }
    }
    fold(folded, isNarrowed: !typed.isEmpty)
  }

  /// Lays the lines out with some groups folded.
  mutating func fold(_ folded: Set<String>, isNarrowed: Bool) {
    lines.removeAll(keepingCapacity: true)
    stops.removeAll(keepingCapacity: true)
    lineOfRow = Array(repeating: -1, count: rows.count)
    lineOfGroup = Array(repeating: -1, count: groups.count)
    for (place, group) in groups.enumerated() where !isNarrowed || !group.rows.isEmpty {
      let isFolded = hasHeadings && folded.contains(group.key)
      if hasHeadings {
        lineOfGroup[place] = lines.count
        stops.append(lines.count)
        lines.append(.group(place, isFolded: isFolded))
      }
      if !isNarrowed { lines += group.problems.indices.map { .problem(place, $0) } }
      guard !isFolded else { continue }
      for row in group.first..<(group.first + group.count) where isShown[row] {
        lineOfRow[row] = lines.count
        stops.append(lines.count)
        lines.append(.row(row))
      }
    }
  }

  // MARK: Lines

  /// How many lines there are.
  var lineCount: Int { lines.count }

  /// Some lines from one on.
  func lines(from first: Int, count: Int) -> [ListLine] {
    lines.dropFirst(first).prefix(count).map { line in
      switch line {
      case .group(let place, let isFolded): .group(place, isFolded: isFolded)
      case .problem(let group, let place): .problem(groups[group].problems[place])
      case .row(let place): .row(rows[place])
      }
    }
  }

  /// Whether a line is a sheet or a file.
  func isRow(_ line: Int) -> Bool {
    if lines.indices.contains(line), case .row = lines[line] { return true }
    return false
  }

  /// The line of a stop; nil where it is none.
  func line(of stop: ListStop) -> Int? {
    let line: Int?
    switch stop {
    case .group(let key): line = groups.firstIndex { $0.key == key }.map { lineOfGroup[$0] }
    case .row(let id): line = places[id].map { lineOfRow[$0] }
    }
    return line.flatMap { $0 < 0 ? nil : $0 }
  }

  /// The stop some stops behind another, no further than the ends; nil where there is none.
  func stop(_ count: Int, behind stop: ListStop?) -> ListStop? {
    guard !stops.isEmpty else { return nil }
    let line = stop.flatMap { self.line(of: $0) }
    let here = line.map { line in stops.partitioningIndex { $0 >= line } } ?? 0
    switch lines[stops[min(max(0, here + count), stops.count - 1)]] {
    case .group(let place, _): return .group(groups[place].key)
    case .row(let place): return .row(rows[place].id)
    case .problem: return nil
    }
  }

  // MARK: Rows

  /// The group in which a sheet is shown, folded away or not; nil where it is not.
  func group(of id: SheetID) -> Group? {
    places[id].flatMap { isShown[$0] ? groups[groupOfRow[$0]] : nil }
  }

  /// The row of a sheet or file that is shown, folded away or not.
  func row(of id: SheetID) -> BookRow? { places[id].flatMap { isShown[$0] ? rows[$0] : nil } }

  /// Whether a group has a line.
  func hasLine(_ key: String) -> Bool { line(of: .group(key)) != nil }

  /// The row next to one that was typed away; nil where the settings do not show it, or nothing is left.
  func neighbour(of id: SheetID) -> SheetID? {
    places[id].flatMap { nearest(to: $0, among: isShown) }.map { rows[$0].id }
  }

  /// The place of the cursor on a line; nil on one where it cannot stand.
  func stop(of line: ListLine) -> ListStop? {
    switch line {
    case .group(let place, _): .group(groups[place].key)
    case .problem: nil
    case .row(let row): .row(row.id)
    }
  }

  /// The sheets that are shown, in order, those of folded groups too.
  var sheets: [SheetID] { groups.flatMap { $0.rows.filter(\.isSheet).map(\.id) } }
}

/// The place that is true nearest to another one, the later of two that are equally far.
func nearest(to place: Int, among places: [Bool]) -> Int? {
  for distance in 0..<max(1, places.count) {
    let (behind, before) = (place + distance, place - distance)
    if places.indices.contains(behind), places[behind] { return behind }
    if places.indices.contains(before), places[before] { return before }
  }
  return nil
}

extension Array {
  /// The first place from which on a condition holds; the end where it holds nowhere.
  fileprivate func partitioningIndex(_ holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
