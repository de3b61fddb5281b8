// Holds a mark that a supervisor asks for: everything but the name and the time, which are known when it is set.

/// A mark that is to be set.
public struct UnsignedMark: Equatable, Sendable {
  /// The period that is marked.
  public let period: ReviewPeriod
  /// The decision.
  public let decision: ReviewMark.Decision
  /// What the supervisor says of it; may be empty.
  public let comment: LongText
  /// What the comment speaks of; nil for the period as a whole.
  public let place: ReviewMark.Place?
  /// What the period's fields held when it was shown.
  public let contents: [EntryField: String]

  /// Makes a mark on a sheet as it was shown.
  public init(
    _ decision: ReviewMark.Decision, of period: ReviewPeriod, in shown: InitiativeSheet, comment: LongText = "",
    place: ReviewMark.Place? = nil
  ) {
    self.period = period
    self.decision = decision
    self.comment = comment
    self.place = comment.isBlank ? nil : place
    contents = Dictionary(uniqueKeysWithValues: period.fields.map { ($0, shown.content(of: $0)) })
  }

  /// The mark with its name and its time, as 2026-11-21T08:05:00Z.
  public func signed(by who: String, at when: String) -> ReviewMark {
    ReviewMark(
      period: period, decision: decision, comment: comment, place: place, who: who, when: when, contents: contents)
  }
}
