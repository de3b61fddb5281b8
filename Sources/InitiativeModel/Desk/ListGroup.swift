// Holds the groups of a list: rows under one heading.

/// Rows of a list under one heading.
public struct ListGroup: Equatable, Sendable {
  /// What the rows have in common.
  public enum Heading: Equatable, Sendable {
    /// A book.
    case book(BookSection)
    /// How they stand, in the word of `PeriodStanding`; with the year where there are several.
    case standing(String, FiscalYear?)
    /// The item's whole title.
    case title(String, FiscalYear?)
    /// The pillar of the reform; nil where none is named.
    case pillar(String?, FiscalYear?)
    /// That they cannot be read.
    case unreadable
  }

  /// What tells the group from the others.
  public let key: String
  /// What the rows have in common.
  public let heading: Heading
  /// The rows that are shown.
  public let rows: [BookRow]
  /// What is wrong with a book as a whole.
  public var problems: [String] = []
  /// Whether the rows are still being read.
  public var isLoading = false

  /// The year that its heading names; nil where there is but one.
  public var year: FiscalYear? {
    switch heading {
    case .book(let book): book.header?.fiscalYear
    case .standing(_, let year), .title(_, let year), .pillar(_, let year): year
    case .unreadable: nil
    }
  }
}

extension Library {
  /// The groups of a list with the rows that it shows; a group without rows is left out unless it has problems.
  public func groups(_ settings: ListSettings) -> [ListGroup] {
    switch settings.arrangement {
    case .books:
      return books.map { book in
        ListGroup(
          key: book.path, heading: .book(book),
          rows: settings.showsAll ? book.rows : book.rows.filter { settings.shows($0, in: self) },
          problems: book.problems, isLoading: book.isLoading)
      }.filter { settings.showsAll || !$0.rows.isEmpty || !$0.problems.isEmpty }
    case .states:
      let period = currentPeriod
      return groups(settings) { sheet, year in
        let place = urgency(sheet, in: period)
        return (.standing(PeriodStanding.words[place], year), PeriodStanding.words[place], place)
      }
    case .titles:
      return groups(settings) { sheet, year in
        (.title(sheet.edited.fullTitle, year), sheet.edited.fullTitle, 0)
      }
    case .pillars:
      return groups(settings) { sheet, year in
        let pillar = sheet.edited.reformPillar
        return (.pillar(pillar, year), pillar ?? "-", pillar == nil ? 1 : 0)
      }
    }
  }

  /// The place among all words of how a sheet stands in a period; what is wrong in the other period comes first.
  private func urgency(_ sheet: EditedSheet, in period: ReviewPeriod) -> Int {
    let places = ReviewPeriod.allCases.compactMap { other -> Int? in
      let place = PeriodStanding.words.firstIndex(of: sheet.standing(of: other).word) ?? 0
      return other == period || place < 2 ? place : nil
    }
    return places.min() ?? 0
  }

  /// Groups of all shown sheets under a name; names that differ only in how they are typed are one, those of two years
  /// are two, the latest first.
  private func groups(
    _ settings: ListSettings,
    by name: (EditedSheet, FiscalYear?) -> (heading: ListGroup.Heading, name: String, order: Int)
  ) -> [ListGroup] {
    var groups: [String: (heading: ListGroup.Heading, order: (Int, Int), rows: [BookRow])] = [:]
    var keys: [String] = []
    var unreadable: [BookRow] = []
    let hasYears = years.count > 1
    for book in books {
      let year = hasYears ? book.header?.fiscalYear : nil
      for row in book.rows where settings.shows(row, in: self) {
        guard let sheet = self[row.id] else {
          unreadable.append(row)
          continue
        }
        let (heading, name, order) = name(sheet, year)
        let key = FoldedText(name).key + (year.map { "/\($0.year)" } ?? "")
        if groups[key] == nil {
          keys.append(key)
          groups[key] = (heading, (-(year?.year ?? 0), order), [])
        }
        groups[key]?.rows.append(row)
      }
    }
    let found = keys.enumerated().compactMap { index, key in groups[key].map { (index, key, $0) } }
    let isByName = settings.arrangement == .pillars
    let sorted = found.sorted { one, other in
      (one.2.order.0, one.2.order.1, isByName ? one.1 : "", one.0)
        < (other.2.order.0, other.2.order.1, isByName ? other.1 : "", other.0)
    }
    let problems = books.flatMap(\.problems)
    let rest = ListGroup(key: "", heading: .unreadable, rows: unreadable, problems: problems)
    return sorted.map { ListGroup(key: $0.1, heading: $0.2.heading, rows: $0.2.rows) }
      + (unreadable.isEmpty && problems.isEmpty ? [] : [rest])
  }
}
