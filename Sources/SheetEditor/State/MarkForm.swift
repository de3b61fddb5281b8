// Holds the question in which a supervisor marks a sheet.

import InitiativeModel

/// A mark as it is being made.
struct MarkForm: Equatable, Sendable {
  /// The rows of the question.
  enum Row: CaseIterable, Equatable, Sendable {
    case decision, period, place, comment
  }

  let sheet: SheetID
  /// The sheet as it was shown when the question was asked: that is what is marked.
  let shown: InitiativeSheet
  var mark: BegunMark
  var row = Row.decision
  /// Where typing goes, in graphemes from the comment's start.
  private(set) var caret: Int

  init(sheet: SheetID, shown: InitiativeSheet, mark: BegunMark, row: Row = .decision) {
    self.sheet = sheet
    self.shown = shown
    self.mark = mark
    self.row = row
    caret = mark.comment.count
  }

  /// The largest comment, in bytes.
  static let largestComment = 1024 * 1024

  /// Puts text in where the caret stands.
  mutating func insert(_ text: String) {
    let front = mark.comment.prefix(caret) + text
    mark.comment = String(front + mark.comment.dropFirst(caret))
    caret = min(front.count, mark.comment.count)
  }

  /// Takes out the grapheme before the caret.
  mutating func removeBackward() {
    guard caret > 0 else { return }
    caret -= 1
    removeForward()
  }

  /// Takes out the grapheme behind the caret.
  mutating func removeForward() {
    guard caret < mark.comment.count else { return }
    mark.comment.remove(at: mark.comment.index(mark.comment.startIndex, offsetBy: caret))
    caret = min(caret, mark.comment.count)
  }

  /// Moves the caret, and stops at the ends.
  mutating func moveCaret(by count: Int) { caret = min(max(0, caret + count), mark.comment.count) }

  /// Goes to a neighbouring row, round the ends.
  mutating func moveRow(by count: Int) { row = Row.allCases.element(count, behind: row) }

  /// Changes the value of the row, round the ends; the comment has none.
  mutating func change(by count: Int) {
    switch row {
    case .decision: mark.decision = ReviewMark.Decision.allCases.element(count, behind: mark.decision)
    case .period: mark.period = mark.period == .midTerm ? .final : .midTerm
    case .place: mark.isPlaced.toggle()
    case .comment: break
    }
  }
}
