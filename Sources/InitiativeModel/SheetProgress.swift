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

/// How one period of one sheet stands: how far it is filled in, and what the supervisors say of it.
public struct PeriodStanding: Hashable, Sendable {
  /// How far it is filled in.
  public let entry: PeriodState
  /// What the supervisors say; nil where they say nothing.
  public let mark: MarkState?

  /// Puts both together.
  public init(entry: PeriodState, mark: MarkState?) {
    self.entry = entry
    self.mark = mark
  }

  /// Whether a supervisor is asked to look at it: it is complete and neither confirmed nor sent back, or was corrected.
  public var awaitsMark: Bool {
    switch mark {
    case .corrected?: true
    case .confirmed?, .sentBack?: false
    case .changedSinceConfirmed?, nil: entry == .complete
    }
  }

  /// The one word that tells most: what somebody has to do comes before what is done.
  public var word: String {
    switch (entry, mark) {
    case (.deficient, _): entry.rawValue
    case (_, .sentBack?): MarkState.sentBack.rawValue
    case (.draft, _): entry.rawValue
    case (_, let mark?): mark.rawValue
    case (_, nil): entry.rawValue
    }
  }

  /// All words, in the order in which something has to be done about them.
  public static let words =
    [PeriodState.deficient.rawValue, MarkState.sentBack.rawValue]
    + [PeriodState.draft, .notEntered, .partlyEntered].map(\.rawValue)
    + [MarkState.changedSinceConfirmed, .corrected].map(\.rawValue)
    + [PeriodState.complete.rawValue, MarkState.confirmed.rawValue]
}

/// How many sheets stand in each state of one period.
public struct BookProgress: Equatable, Sendable {
  /// The number of sheets by how far they are filled in; states without sheets are absent.
  public private(set) var counts: [PeriodState: Int] = [:]
  /// The number of sheets by what the supervisors say.
  public private(set) var marks: [MarkState: Int] = [:]

  /// Counts the standings given.
  public init(_ standings: some Sequence<PeriodStanding>) {
    for standing in standings {
      counts[standing.entry, default: 0] += 1
      if let mark = standing.mark { marks[mark, default: 0] += 1 }
    }
  }

  /// The number of sheets in one state.
  public subscript(state: PeriodState) -> Int { counts[state] ?? 0 }

  /// The number of sheets with one mark.
  public subscript(mark: MarkState) -> Int { marks[mark] ?? 0 }

  /// The number of all sheets counted.
  public var total: Int { counts.values.reduce(0, +) }

  /// The counts of several books together.
  public static func + (one: BookProgress, other: BookProgress) -> BookProgress {
    var sum = one
    sum.counts.merge(other.counts) { $0 + $1 }
    sum.marks.merge(other.marks) { $0 + $1 }
    return sum
  }
}
