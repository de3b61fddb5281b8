// Holds which sheets a list shows, and how it arranges them.

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

  /// Whether a row is shown.
  public func shows(_ row: BookRow, in library: Library) -> Bool { shows(library[row.id]) }

  /// Whether a sheet is shown; a file that cannot be read (nil) is shown wherever something is left to do.
  package func shows(_ sheet: EditedSheet?) -> Bool {
    guard let sheet else { return filter != .confirmed && !onlyNotMet }
    guard filter.shows(sheet) else { return false }
    return !onlyNotMet
      || ReviewPeriod.allCases.contains { sheet.edited.choice(of: $0.decidingChoice) == .second }
  }
}
