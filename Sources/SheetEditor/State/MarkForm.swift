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

  /// What the question is known by, and the answer to its mark.
  let id: Int
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
  private(set) var comment: String
  /// Where typing goes, in graphemes from the comment's start.
  private(set) var caret: Int

  init(
    id: Int, sheet: SheetID, shown: InitiativeSheet, candidate: ReviewMark.Place?, period: ReviewPeriod, comment: String
  ) {
    self.id = id
    self.sheet = sheet
    self.shown = shown
    self.candidate = candidate
    self.period = period
    self.comment = comment
    isPlaced = candidate != nil
    caret = comment.count
  }

  /// The largest comment, in bytes.
  static let largestComment = 1024 * 1024

  /// Puts text in where the caret stands.
  mutating func insert(_ text: String) {
    let front = comment.prefix(caret) + text
    comment = String(front + comment.dropFirst(caret))
    caret = min(front.count, comment.count)
  }

  /// Takes out the grapheme before the caret.
  mutating func removeBackward() {
    guard caret > 0 else { return }
    caret -= 1
    removeForward()
  }

  /// Takes out the grapheme behind the caret.
  mutating func removeForward() {
    guard caret < comment.count else { return }
    comment.remove(at: comment.index(comment.startIndex, offsetBy: caret))
    caret = min(caret, comment.count)
  }

  /// Moves the caret, and stops at the ends.
  mutating func moveCaret(by count: Int) { caret = min(max(0, caret + count), comment.count) }

  /// The candidate where it belongs to the period that is marked.
  var usableCandidate: ReviewMark.Place? { candidate.flatMap { $0.field.period == period ? $0 : nil } }

  /// What the comment speaks of; nil for the whole period.
  var place: ReviewMark.Place? { isPlaced ? usableCandidate : nil }

  /// Goes to a neighbouring row, round the ends.
  mutating func moveRow(by count: Int) { row = Row.allCases.element(count, behind: row) }

  /// Changes the value of the row, round the ends; the comment has none.
  mutating func change(by count: Int) {
    switch row {
    case .decision: decision = ReviewMark.Decision.allCases.element(count, behind: decision)
    case .period: period = period == .midTerm ? .final : .midTerm
    case .place: isPlaced.toggle()
    case .comment: break
    }
  }
}
