// Holds all marks on one sheet, and what follows from them: how a period stands, which comments wait for an answer.

/// How a period stands with the supervisors.
public enum MarkState: String, CaseIterable, Hashable, Sendable {
  /// Sent back, and neither changed nor replied to since.
  case sentBack = "差戻し"
  /// Changed or replied to after it was sent back.
  case corrected = "修正済"
  /// Confirmed as it is.
  case confirmed = "確認済"
  /// Changed after it was confirmed.
  case changedSinceConfirmed = "確認後変更"
}

/// All marks on one sheet, the oldest first.
public struct SheetReviews: Equatable, Sendable {
  /// The marks.
  public var marks: [ReviewMark]

  /// Collects marks.
  public init(marks: [ReviewMark] = []) { self.marks = marks }

  /// How a period stands; nil where nobody has marked it, or the marks were taken back.
  public func state(of period: ReviewPeriod, in saved: InitiativeSheet) -> MarkState? {
    let standing = current(period)
    guard let last = standing.last else { return nil }
    switch last.decision {
    case .withdrawn: return nil
    case .confirmed: return last.changes(in: saved).isEmpty ? .confirmed : .changedSinceConfirmed
    case .sentBack:
      let isReplied = last.hasStaffsReply || standing.contains { $0.isReplied(since: last) }
      return isReplied || !last.changes(in: saved).isEmpty ? .corrected : .sentBack
    }
  }

  /// The comments with which a period was sent back since it was confirmed last, answered or not, the oldest first.
  public func comments(on period: ReviewPeriod) -> [ReviewMark] {
    current(period).filter { $0.decision == .sentBack && !$0.comment.isBlank }
  }

  /// The comments with which something was sent back and that the staff have not answered themselves, the oldest first:
  /// neither changed what they speak of nor replied to them.
  ///
  /// A period can be corrected while such a comment is left: any change of the period makes it so.
  public func openComments(in saved: InitiativeSheet) -> [ReviewMark] {
    ReviewPeriod.allCases.flatMap { comments(on: $0).filter { !$0.isAnswered(in: saved) } }
  }

  /// The comments on a field that the staff have not answered, or, where there are none, those on its period as a whole.
  public func openComments(on field: EntryField, in saved: InitiativeSheet) -> [ReviewMark] {
    openComments(in: saved).meant(for: field, in: saved)
  }

  /// Whether all that another reading of the marks holds stands here as well.
  public func holdsAll(of other: SheetReviews) -> Bool {
    other.marks.count <= marks.count
      && zip(marks, other.marks).allSatisfy { $0.isSame(as: $1) && $0.replies.starts(with: $1.replies) }
  }

  /// The last confirmation of a period that was not taken back, whatever came after it.
  public func lastConfirmed(_ period: ReviewPeriod) -> ReviewMark? {
    standing(period).last { $0.decision == .confirmed }
  }

  /// The last mark of a period that was not taken back; nil where there is none.
  public func last(_ period: ReviewPeriod) -> ReviewMark? { standing(period).last }

  /// The marks of a period that were not taken back.
  private func standing(_ period: ReviewPeriod) -> [ReviewMark] {
    var standing: [ReviewMark] = []
    for mark in marks where mark.period == period {
      if mark.decision == .withdrawn { _ = standing.popLast() } else { standing.append(mark) }
    }
    return standing
  }

  /// The marks of a period from the last confirmation on.
  private func current(_ period: ReviewPeriod) -> ArraySlice<ReviewMark> {
    let all = standing(period)
    return all[(all.lastIndex { $0.decision == .confirmed } ?? 0)...]
  }
}

extension [ReviewMark] {
  /// Those of a field, or, where there are none, those on its period as a whole.
  func meant(for field: EntryField, in saved: InitiativeSheet) -> [ReviewMark] {
    guard !field.isPlan else { return [] }
    let placed = filter { $0.openFields(in: saved).contains(field) }
    return placed.isEmpty ? filter { $0.period == field.period && $0.places.isEmpty } : placed
  }
}

extension ReviewMark {
  /// Whether the staff replied to the comment after another mark was set, and nobody replied to that.
  fileprivate func isReplied(since other: ReviewMark) -> Bool {
    decision == .sentBack && hasStaffsReply && (replies.last?.when ?? "") >= other.when
  }
}
