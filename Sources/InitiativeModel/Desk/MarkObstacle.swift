// Holds why a supervisor's mark makes no sense.

/// Why a mark is not set.
public enum MarkObstacle: Error, Equatable, Sendable {
  /// A period is sent back without a word about why.
  case commentMissing
  /// Nothing is entered that could be confirmed.
  case notEntered(ReviewPeriod)
  /// ② stands beside a blank 課題と改善策, which nobody can confirm.
  case deficient(ReviewPeriod)
  /// There is no mark to take back.
  case nothingToWithdraw
  /// The mark that was to be taken back is not the last one any more; which one is.
  case markedMeanwhile(ReviewMark)
}

extension UnsignedMark {
  /// Why the mark makes no sense on a sheet as it was shown; nil where it does.
  ///
  /// - Parameter reviews: the marks that the sheet has.
  public func obstacle(on shown: InitiativeSheet, _ reviews: SheetReviews) -> MarkObstacle? {
    switch (decision, shown.state(of: period)) {
    case (.sentBack, _): comment.isBlank ? .commentMissing : nil
    case (.withdrawn, _):
      switch reviews.last(period) {
      case nil: .nothingToWithdraw
      case let last? where withdrawn.map { !$0.isSame(as: last) } ?? false: .markedMeanwhile(last)
      case _?: nil
      }
    case (.confirmed, .notEntered): .notEntered(period)
    case (.confirmed, .deficient): .deficient(period)
    case (.confirmed, .partlyEntered), (.confirmed, .draft), (.confirmed, .complete): nil
    }
  }
}
