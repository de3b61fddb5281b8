// Holds a deadline, and which period of a book it is meant for.

import InitiativeModel

/// A deadline, seen from today.
public struct DueDate: Equatable, Sendable {
  /// The last day on which everything is in time.
  public let day: CivilDay
  /// Today.
  public let today: CivilDay

  /// Looks at a deadline from a day.
  public init(day: CivilDay, today: CivilDay) {
    self.day = day
    self.today = today
  }

  /// How many days have passed since the deadline; negative where it is still to come.
  public var daysLate: Int { today.number - day.number }

  /// The period that a year's book has to have complete by then: 中間振り返り up to December, 自己評価 from January on.
  ///
  /// - Returns: nil before the year begins.
  public func period(of year: FiscalYear) -> ReviewPeriod? {
    if day.year > year.year { return .final }
    return day.year == year.year && day.month > 3 ? .midTerm : nil
  }
}
