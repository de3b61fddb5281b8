// Holds the marks that supervisors set on a sheet: confirmed or sent back, with a comment.

/// One mark on one period of a sheet; it remembers what it was set on.
public struct ReviewMark: Equatable, Sendable {
  /// What a supervisor decides.
  public enum Decision: String, CaseIterable, Hashable, Sendable {
    /// The period is in order.
    case confirmed = "確認済"
    /// The staff are asked to look at it again.
    case sentBack = "差戻し"
    /// The period's last mark is taken back.
    case withdrawn = "取消"
  }

  /// The part of a sheet that a comment speaks of.
  public struct Place: Hashable, Sendable {
    /// The field.
    public let field: EntryField
    /// The line of its text, counted from 1; nil for all of it.
    public let line: Int?

    /// Names a place.
    public init(field: EntryField, line: Int? = nil) {
      self.field = field
      self.line = line
    }
  }

  /// The period that is marked.
  public let period: ReviewPeriod
  /// The decision.
  public let decision: Decision
  /// What the supervisor says of it; may be empty.
  public let comment: LongText
  /// What the comment speaks of; nil for the period as a whole.
  public let place: Place?
  /// Who set the mark.
  public let who: String
  /// When, as 2026-11-21T08:05:00Z.
  public let when: String
  /// What the period's fields held, as `content(of:)` gives it; a field that is absent was blank.
  public let contents: [EntryField: String]

  /// Makes a mark as a file holds it.
  public init(
    period: ReviewPeriod, decision: Decision, comment: LongText = "", place: Place? = nil, who: String, when: String,
    contents: [EntryField: String]
  ) {
    self.period = period
    self.decision = decision
    self.comment = comment
    self.place = place
    self.who = who
    self.when = when
    self.contents = contents
  }

  /// The sheet's period as it was when the mark was set, over the sheet as it is now.
  public func marked(_ sheet: InitiativeSheet) -> InitiativeSheet {
    var marked = sheet
    for field in period.fields { marked.setContent(contents[field] ?? "", of: field) }
    return marked
  }

  /// The fields that were changed since the mark was set, in the form's order.
  public func changes(in saved: InitiativeSheet) -> [EntryField] {
    let before = marked(saved)
    return period.fields.filter { !before.agrees(with: saved, in: $0) }
  }

  /// Whether what the comment speaks of has been changed since: that is the staff's answer to it.
  public func isAnswered(in saved: InitiativeSheet) -> Bool {
    let changes = changes(in: saved)
    return place.map { changes.contains($0.field) } ?? !changes.isEmpty
  }
}

/// How a period stands with the supervisors.
public enum MarkState: String, CaseIterable, Hashable, Sendable {
  /// Sent back, and not changed since.
  case sentBack = "差戻し"
  /// Changed after it was sent back.
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
      return standing.allSatisfy { $0.decision != .sentBack || $0.isAnswered(in: saved) } ? .corrected : .sentBack
    }
  }

  /// The comments with which something was sent back and that the staff have not answered by changing what they speak
  /// of, the oldest first.
  public func openComments(in saved: InitiativeSheet) -> [ReviewMark] {
    ReviewPeriod.allCases.flatMap { period in
      current(period).filter { $0.decision == .sentBack && !$0.comment.isBlank && !$0.isAnswered(in: saved) }
    }
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
