// Holds a mark that a supervisor has begun to write and not given yet.

/// A mark as far as it is written.
package struct BegunMark: Equatable, Sendable {
  /// What is asked.
  package enum Part: CaseIterable, Equatable, Sendable {
    case decision, period, place, comment
  }

  /// What its question is known by, and the answer to it.
  package let id: Int
  /// What the comment could speak of: the field and line at which the question was asked.
  package let candidate: ReviewMark.Place?
  package var decision = ReviewMark.Decision.confirmed
  package var period: ReviewPeriod
  /// Whether the comment speaks of the candidate.
  package var isPlaced: Bool
  package var comment: String
  /// What the person is at.
  package var part = Part.decision
  /// Where typing goes, in graphemes from the comment's start.
  package var caret: Int

  package init(id: Int, candidate: ReviewMark.Place?, period: ReviewPeriod, comment: String) {
    self.id = id
    self.candidate = candidate
    self.period = period
    self.comment = comment
    isPlaced = candidate != nil
    caret = comment.count
  }

  /// The candidate where it belongs to the period that is marked.
  package var usableCandidate: ReviewMark.Place? { candidate.flatMap { $0.field.period == period ? $0 : nil } }

  /// What the comment speaks of; nil for the whole period.
  package var place: ReviewMark.Place? { isPlaced ? usableCandidate : nil }

  /// The mark on a sheet as it was shown; blank lines at the comment's end are left out.
  package func unsigned(in shown: InitiativeSheet) -> UnsignedMark {
    var lines = LongText(comment).lines
    while lines.last.map({ LongText($0).isBlank }) == true { lines.removeLast() }
    return UnsignedMark(decision, of: period, in: shown, comment: LongText(lines: lines), place: place)
  }
}
