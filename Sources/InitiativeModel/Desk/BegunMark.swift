// Holds a mark or a reply that somebody has begun to write and not given yet.

/// A mark as far as it is written, or a reply to a comment.
package struct BegunMark: Equatable, Sendable {
  /// What is asked.
  package enum Part: CaseIterable, Equatable, Sendable {
    case decision, period, place, comment
  }

  /// What can be done.
  package enum Act: Equatable, Sendable {
    /// Mark a period.
    case mark(ReviewMark.Decision)
    /// Say something to a comment.
    case reply
  }

  /// What its question is known by, and the answer to it.
  package let id: Int
  /// What the comment could speak of: the field and line at which the question was asked.
  package let candidate: ReviewMark.Place?
  /// The comment to which a reply would be; nil where there is none.
  package let answered: ReviewMark?
  /// For whom a reply would be.
  package let side: ReviewReply.Side
  /// What can be done, in the order in which it is shown.
  package let acts: [Act]
  package var act: Act
  package var period: ReviewPeriod
  /// The fields that the comment speaks of; those of the other period do not count.
  package var fields: Set<EntryField>
  /// Where the person is among what the comment can speak of: 0 for the whole period, then its fields.
  package var fieldIndex = 0
  package var comment: String
  /// What the person is at.
  package var part = Part.decision
  /// Where typing goes, in graphemes from the comment's start.
  package var caret: Int

  /// Begins a mark.
  ///
  /// - Parameters:
  ///   - answered: the comment to which a reply could be.
  ///   - mayMark: whether marks can be set; otherwise a reply is all that there is.
  package init(
    id: Int, candidate: ReviewMark.Place?, period: ReviewPeriod, comment: String, answered: ReviewMark? = nil,
    side: ReviewReply.Side = .supervisor, mayMark: Bool = true
  ) {
    self.id = id
    self.candidate = candidate
    self.answered = answered
    self.side = side
    self.period = period
    self.comment = comment
    let marks = mayMark ? ReviewMark.Decision.allCases.map { Act.mark($0) } : []
    acts = marks + (answered == nil ? [] : [.reply])
    act = acts.first ?? .mark(.confirmed)
    fields = candidate.map { [$0.field] } ?? []
    fieldIndex = candidate.flatMap { period.fields.firstIndex(of: $0.field) }.map { $0 + 1 } ?? 0
    caret = comment.count
  }

  /// The rows that there are for what is done: where only a reply is possible, nothing has to be chosen.
  package var parts: [Part] {
    switch act {
    case .mark(.withdrawn): [.decision, .period, .comment]
    case .mark: Part.allCases
    case .reply: acts.count > 1 ? [.decision, .comment] : [.comment]
    }
  }

  /// Goes to another place among the whole period and its fields, round the ends.
  package mutating func moveField(by count: Int) {
    let places = period.fields.count + 1
    fieldIndex = (min(fieldIndex, places - 1) + count + places) % places
  }

  /// Takes an answer of the row that the person is at, counted from 0.
  package mutating func take(_ index: Int) {
    switch part {
    case .decision: if acts.indices.contains(index) { act = acts[index] }
    case .period: if ReviewPeriod.allCases.indices.contains(index) { period = ReviewPeriod.allCases[index] }
    case .place:
      fieldIndex = index
      turnField()
    case .comment: break
    }
  }

  /// Takes the field that the person is at, or leaves it out; the whole period takes all fields out.
  package mutating func turnField() {
    guard period.fields.indices.contains(fieldIndex - 1) else { return fields.subtract(period.fields) }
    let field = period.fields[fieldIndex - 1]
    if fields.remove(field) == nil { fields.insert(field) }
  }

  /// What the comment speaks of, in the form's order; nothing for the whole period.
  package var places: [ReviewMark.Place] {
    period.fields.filter { fields.contains($0) }.map { field in
      ReviewMark.Place(field: field, line: candidate?.field == field ? candidate?.line : nil)
    }
  }

  /// What is written; blank lines at its end are left out.
  package var text: LongText {
    var lines = LongText(comment).lines
    while lines.last.map({ LongText($0).isBlank }) == true { lines.removeLast() }
    return LongText(lines: lines)
  }

  /// The mark on a sheet as it was shown; nil where a reply is written.
  ///
  /// - Parameter reviews: the marks that were shown: of these the last one is taken back.
  package func unsigned(in shown: InitiativeSheet, _ reviews: SheetReviews) -> UnsignedMark? {
    guard case .mark(let decision) = act else { return nil }
    return UnsignedMark(
      decision, of: period, in: shown, comment: text, places: decision == .withdrawn ? [] : places,
      withdrawing: reviews.last(period))
  }

  /// The reply; nil where a mark is set.
  package var reply: UnsignedReply? {
    guard act == .reply, let answered else { return nil }
    return UnsignedReply(text, to: answered, side: side)
  }
}
