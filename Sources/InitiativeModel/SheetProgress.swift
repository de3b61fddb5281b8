// Holds how far a sheet's periods have come, in the states that lists and reports name.

/// How far one period of one sheet has come.
public enum PeriodState: String, CaseIterable, Hashable, Sendable {
  /// Nothing is filled in.
  case notEntered = "未入力"
  /// Something is filled in, and something that the form wants is not.
  case partlyEntered = "記入中"
  /// There are edits that are not in the sheet file yet.
  case draft = "下書き"
  /// ② stands beside a blank 課題と改善策.
  case deficient = "不備"
  /// Everything that the form wants is filled in and saved.
  case complete = "記入済"
}

extension InitiativeSheet {
  /// How far the period has come in this sheet alone: never `.draft`.
  public func state(of period: ReviewPeriod) -> PeriodState {
    if RequiredWhenNotMetRule().isBroken(in: self, period: period) { return .deficient }
    if period.fields.allSatisfy({ isBlank($0) }) { return .notEntered }
    return CompletePeriodRule(period: period).findings(in: self).isEmpty ? .complete : .partlyEntered
  }

  /// How far the period has come when this sheet holds edits and `saved` is what the file holds.
  ///
  /// A broken rule outweighs a draft, a draft outweighs the rest.
  public func state(of period: ReviewPeriod, saved: InitiativeSheet) -> PeriodState {
    let edited = state(of: period)
    if edited == .deficient { return .deficient }
    return period.fields.allSatisfy { agrees(with: saved, in: $0) } ? edited : .draft
  }
}

/// How many sheets of a book stand in each state of one period.
public struct BookProgress: Equatable, Sendable {
  /// The number of sheets by state; states without sheets are absent.
  public private(set) var counts: [PeriodState: Int] = [:]

  /// Counts the states given.
  public init(states: some Sequence<PeriodState>) {
    for state in states { counts[state, default: 0] += 1 }
  }

  /// The number of sheets in one state.
  public subscript(state: PeriodState) -> Int { counts[state] ?? 0 }

  /// The number of all sheets counted.
  public var total: Int { counts.values.reduce(0, +) }
}
