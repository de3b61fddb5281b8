// Holds what the list shows, and how it is arranged: filters, groups, the places where the cursor can stand.

import InitiativeModel

/// Which sheets the list shows.
enum ListFilter: CaseIterable, Hashable, Sendable {
  case all
  case deficient
  case sentBack
  case draft
  case midTermOpen
  case finalOpen
  case awaitingMark
  case confirmed

  /// Whether the list shows this row; a file that cannot be read is shown wherever something is left to do.
  func shows(_ row: BookRow) -> Bool {
    guard let sheet = row.sheet else { return self != .confirmed }
    switch self {
    case .all: return true
    case .deficient: return !sheet.deficientPeriods.isEmpty
    case .sentBack: return marks(sheet).contains(.sentBack)
    case .draft: return sheet.hasDraft
    case .midTermOpen: return sheet.standing(of: .midTerm).entry != .complete
    case .finalOpen: return sheet.standing(of: .final).entry != .complete
    case .awaitingMark:
      return ReviewPeriod.allCases.contains { period in
        let standing = sheet.standing(of: period)
        return standing.entry == .complete && standing.mark != .confirmed && standing.mark != .sentBack
      }
    case .confirmed: return marks(sheet).contains(.confirmed)
    }
  }

  private func marks(_ sheet: EditedSheet) -> [MarkState?] {
    ReviewPeriod.allCases.map { sheet.standing(of: $0).mark }
  }
}

/// How the list is arranged.
enum ListArrangement: CaseIterable, Hashable, Sendable {
  /// By book, then by number.
  case books
  /// By what has to be done.
  case states
  /// By item, so that all wards' sheets of one item stand together.
  case titles
  /// By the pillar of the reform.
  case pillars
}

/// Rows of the list under one heading.
struct ListGroup: Equatable, Sendable {
  /// What tells the group from the others.
  let key: String
  let title: String
  /// The rows that the filter shows.
  let rows: [BookRow]
  /// What is wrong with a book as a whole.
  var problems: [String] = []
  /// Whether the rows are still being read.
  var isLoading = false

  /// How the group's sheets stand in a period.
  func progress(of period: ReviewPeriod) -> BookProgress { rows.progress(of: period) }
}

/// A place of the list where the cursor can stand.
enum ListStop: Equatable, Sendable {
  case group(String)
  case row(SheetID)
}

extension EditorState {
  /// Whether the list shows every row.
  private var showsAll: Bool { filter == .all && !onlyNotMet }

  /// Whether the list shows a row.
  func shows(_ row: BookRow) -> Bool {
    guard filter.shows(row) else { return false }
    guard onlyNotMet else { return true }
    return row.sheet.map { sheet in
      ReviewPeriod.allCases.contains { sheet.edited.choice(of: $0.decidingChoice) == .second }
    } ?? false
  }

  /// The groups of the list with the rows that it shows; a group without rows is left out unless it has problems.
  var groups: [ListGroup] {
    switch arrangement {
    case .books:
      return books.map { book in
        ListGroup(
          key: book.path, title: Wording.name(book), rows: showsAll ? book.rows : book.rows.filter { shows($0) },
          problems: book.problems, isLoading: book.isLoading)
      }.filter { showsAll || !$0.rows.isEmpty || !$0.problems.isEmpty }
    case .states:
      let period = currentPeriod
      return grouped {
        PeriodStanding.words[urgency($0, in: period)]
      } order: {
        urgency($0, in: period)
      }
    case .titles:
      return grouped {
        $0.edited.fullTitle
      } order: { _ in
        0
      }
    case .pillars:
      return grouped {
        $0.edited.reformPillar ?? Wording.noPillar
      } order: {
        $0.edited.reformPillar == nil ? 1 : 0
      }
    }
  }

  /// The rows that the list shows, in order, those of folded groups too.
  var shownRows: [BookRow] { groups.flatMap(\.rows) }

  /// Whether the groups have headings: a single book needs none.
  var hasHeadings: Bool { books.count > 1 || arrangement != .books }

  /// Where the cursor can stand, in order.
  func stops(_ groups: [ListGroup]) -> [ListStop] {
    groups.flatMap { group -> [ListStop] in
      let rows = folded.contains(group.key) && hasHeadings ? [] : group.rows.map { ListStop.row($0.id) }
      return (hasHeadings ? [.group(group.key)] : []) + rows
    }
  }

  /// Where the cursor stands.
  var listStop: ListStop? { cursorGroup.map { .group($0) } ?? selected.map { .row($0) } }

  /// The place among all words of how a sheet stands in a period; what is wrong in the other period comes first.
  private func urgency(_ sheet: EditedSheet, in period: ReviewPeriod) -> Int {
    let places = ReviewPeriod.allCases.compactMap { other -> Int? in
      let place = PeriodStanding.words.firstIndex(of: sheet.standing(of: other).word) ?? 0
      return other == period || place < 2 ? place : nil
    }
    return places.min() ?? 0
  }

  /// The period that is being filled in: the self-evaluation once somebody has begun with it.
  var currentPeriod: ReviewPeriod {
    let hasBegun = books.lazy.flatMap(\.rows).contains { row in
      row.standing(of: .final).map { $0.entry != .notEntered } ?? false
    }
    return hasBegun ? .final : .midTerm
  }

  /// Groups of all shown sheets under a name; names that differ only in how they are typed are one.
  private func grouped(
    _ name: (EditedSheet) -> String, order: (EditedSheet) -> Int
  ) -> [ListGroup] {
    var groups: [String: (title: String, order: Int, rows: [BookRow])] = [:]
    var keys: [String] = []
    for row in books.lazy.flatMap(\.rows) where shows(row) {
      guard let sheet = row.sheet else { continue }
      let title = name(sheet)
      let key = FoldedText(title).key
      if groups[key] == nil {
        keys.append(key)
        groups[key] = (title, order(sheet), [])
      }
      groups[key]?.rows.append(row)
    }
    let found = keys.enumerated().compactMap { index, key in groups[key].map { (index, key, $0) } }
    let sorted = found.sorted { one, other in
      (one.2.order, arrangement == .pillars ? one.1 : "", one.0)
        < (other.2.order, arrangement == .pillars ? other.1 : "", other.0)
    }
    let unreadable = books.flatMap { $0.rows.filter { $0.sheet == nil && shows($0) } }
    let problems = books.flatMap(\.problems)
    let rest = ListGroup(key: "", title: Wording.unreadableGroup, rows: unreadable, problems: problems)
    return sorted.map { ListGroup(key: $0.1, title: $0.2.title, rows: $0.2.rows) }
      + (unreadable.isEmpty && problems.isEmpty ? [] : [rest])
  }
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
