// Holds which sheets a list shows, and how it arranges them.

/// Which sheets a list shows.
public enum ListFilter: CaseIterable, Hashable, Sendable {
  /// All of them.
  case all
  /// Those in which the ② rule is broken.
  case deficient
  /// Those that were sent back.
  case sentBack
  /// Those with edits that no file holds.
  case draft
  /// Those whose 中間振り返り is not complete.
  case midTermOpen
  /// Those whose 自己評価 is not complete.
  case finalOpen
  /// Those of which a period is complete and waits for a supervisor.
  case awaitingMark
  /// Those of which a period is confirmed.
  case confirmed

  /// Whether a list shows a sheet.
  func shows(_ sheet: EditedSheet) -> Bool {
    let standings = ReviewPeriod.allCases.map { sheet.standing(of: $0) }
    switch self {
    case .all: return true
    case .deficient: return standings.contains { $0.entry == .deficient }
    case .sentBack: return standings.contains { $0.mark == .sentBack }
    case .draft: return sheet.hasDraft
    case .midTermOpen: return sheet.standing(of: .midTerm).entry != .complete
    case .finalOpen: return sheet.standing(of: .final).entry != .complete
    case .awaitingMark:
      return standings.contains { $0.entry == .complete && $0.mark != .confirmed && $0.mark != .sentBack }
    case .confirmed: return standings.contains { $0.mark == .confirmed }
    }
  }
}

/// How a list is arranged.
public enum ListArrangement: CaseIterable, Hashable, Sendable {
  /// By book, then by number.
  case books
  /// By what has to be done.
  case states
  /// By item, so that all wards' sheets of one item stand together.
  case titles
  /// By the pillar of the reform.
  case pillars
}

/// Which sheets a list shows, and how it arranges them.
public struct ListSettings: Hashable, Sendable {
  /// Which sheets.
  public var filter = ListFilter.all
  /// Whether only sheets in which ② was chosen.
  public var onlyNotMet = false
  /// How they are arranged.
  public var arrangement = ListArrangement.books

  /// The list as it is at the start: all sheets by book.
  public init() {}

  /// Whether every row is shown.
  package var showsAll: Bool { filter == .all && !onlyNotMet }

  /// Whether a row is shown; a file that cannot be read is shown wherever something is left to do.
  public func shows(_ row: BookRow, in library: Library) -> Bool {
    guard let sheet = library[row.id] else { return filter != .confirmed && !onlyNotMet }
    guard filter.shows(sheet) else { return false }
    return !onlyNotMet
      || ReviewPeriod.allCases.contains { sheet.edited.choice(of: $0.decidingChoice) == .second }
  }
}
