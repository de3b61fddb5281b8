// Holds a mark that a supervisor asks for: everything but the name and the time, which are known when it is set.

/// A mark that is to be set.
public struct UnsignedMark: Equatable, Sendable {
  /// The period that is marked.
  public let period: ReviewPeriod
  /// The decision.
  public let decision: ReviewMark.Decision
  /// What the supervisor says of it; may be empty.
  public let comment: LongText
  /// The fields that the comment speaks of; none for the period as a whole.
  public let places: [ReviewMark.Place]
  /// What the period's fields held when it was shown.
  public let contents: [EntryField: String]
  /// The mark that is taken back, as it was shown; another one in its place stays, and nil takes back whichever is last.
  public let withdrawn: ReviewMark?

  /// Makes a mark on a sheet as it was shown.
  public init(
    _ decision: ReviewMark.Decision, of period: ReviewPeriod, in shown: InitiativeSheet, comment: LongText = "",
    places: [ReviewMark.Place] = [], withdrawing withdrawn: ReviewMark? = nil
  ) {
    self.period = period
    self.decision = decision
    self.comment = comment
    self.places = comment.isBlank ? [] : places
    self.withdrawn = decision == .withdrawn ? withdrawn : nil
    contents = Dictionary(uniqueKeysWithValues: period.fields.map { ($0, shown.content(of: $0)) })
  }

  /// The first place that the comment speaks of; nil for the period as a whole.
  public var place: ReviewMark.Place? { places.first }

  /// The mark with its name and its time, as 2026-11-21T08:05:00Z.
  public func signed(by who: String, at when: String) -> ReviewMark {
    ReviewMark(
      period: period, decision: decision, comment: comment, places: places, who: who, when: when, contents: contents)
  }
}
