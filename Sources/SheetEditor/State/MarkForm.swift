// Holds the question in which a supervisor marks a sheet.

import InitiativeModel

/// Who may mark the sheets of a book.
public enum Supervisors: Equatable, Sendable {
  /// book.json names nobody.
  case everybody
  /// The person is one of those whom book.json names.
  case oneself
  /// Only those whom book.json names may.
  case others([String])
}

/// A mark as it is being made.
struct MarkForm: Equatable, Sendable {
  /// The rows of the question.
  enum Row: CaseIterable, Equatable, Sendable {
    case decision, period, place, comment
  }

  let sheet: SheetID
  /// The sheet as it was shown when the question was asked: that is what is marked.
  var shown: InitiativeSheet
  /// What the comment could speak of: the field and line at which the question was asked.
  let candidate: ReviewMark.Place?
  var row = Row.decision
  var decision = ReviewMark.Decision.confirmed
  var period: ReviewPeriod
  /// Whether the comment speaks of the candidate.
  var isPlaced: Bool
  var comment: String

  /// The candidate where it belongs to the period that is marked.
  var usableCandidate: ReviewMark.Place? { candidate.flatMap { $0.field.period == period ? $0 : nil } }

  /// What the comment speaks of; nil for the whole period.
  var place: ReviewMark.Place? { isPlaced ? usableCandidate : nil }

  /// Goes to a neighbouring row, round the ends.
  mutating func moveRow(by count: Int) {
    let rows = Row.allCases
    let here = rows.firstIndex(of: row) ?? 0
    row = rows[(here + count + rows.count) % rows.count]
  }

  /// Changes the value of the row, round the ends; the comment has none.
  mutating func change(by count: Int) {
    switch row {
    case .decision:
      let all = ReviewMark.Decision.allCases
      decision = all[((all.firstIndex(of: decision) ?? 0) + count + all.count) % all.count]
    case .period: period = period == .midTerm ? .final : .midTerm
    case .place: isPlaced.toggle()
    case .comment: break
    }
  }
}
