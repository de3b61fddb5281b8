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
  /// The fields that the comment speaks of; none for the period as a whole.
  public let places: [Place]
  /// Who set the mark.
  public let who: String
  /// When, as 2026-11-21T08:05:00Z.
  public let when: String
  /// What the period's fields held, as `content(of:)` gives it; a field that is absent was blank.
  public let contents: [EntryField: String]
  /// What both sides said to the comment since, the newest last.
  public internal(set) var replies: [ReviewReply]

  /// Makes a mark as a file holds it.
  public init(
    period: ReviewPeriod, decision: Decision, comment: LongText = "", places: [Place], who: String, when: String,
    contents: [EntryField: String], replies: [ReviewReply] = []
  ) {
    self.period = period
    self.decision = decision
    self.comment = comment
    self.places = places
    self.who = who
    self.when = when
    self.contents = contents
    self.replies = replies
  }

  /// Makes a mark whose comment speaks of one place at the most.
  public init(
    period: ReviewPeriod, decision: Decision, comment: LongText = "", place: Place? = nil, who: String, when: String,
    contents: [EntryField: String]
  ) {
    self.init(
      period: period, decision: decision, comment: comment, places: place.map { [$0] } ?? [], who: who, when: when,
      contents: contents)
  }

  /// The first place that the comment speaks of; nil for the period as a whole.
  public var place: Place? { places.first }

  /// Whether the comment speaks of a field.
  public func speaks(of field: EntryField) -> Bool { places.contains { $0.field == field } }

  /// The line of a field of which the comment speaks; nil for all of the field, and where it does not speak of it.
  public func line(of field: EntryField) -> Int? { places.first { $0.field == field }?.line }

  /// Whether two are one and the same mark, whatever was said to it since.
  public func isSame(as other: ReviewMark) -> Bool {
    who == other.who && when == other.when && period == other.period && decision == other.decision
      && comment == other.comment && places == other.places
      && period.fields.allSatisfy { (contents[$0] ?? "") == (other.contents[$0] ?? "") }
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

  /// Whether the staff have answered the comment: by changing all that it speaks of, or with the newest reply.
  public func isAnswered(in saved: InitiativeSheet) -> Bool {
    let changes = changes(in: saved)
    let isChanged = places.isEmpty ? !changes.isEmpty : places.allSatisfy { changes.contains($0.field) }
    return isChanged || hasStaffsReply
  }

  /// The fields of which it speaks and that the staff have neither changed nor answered for, in the form's order.
  public func openFields(in saved: InitiativeSheet) -> [EntryField] {
    guard !hasStaffsReply else { return [] }
    let changes = changes(in: saved)
    return period.fields.filter { speaks(of: $0) && !changes.contains($0) }
  }

  /// Whether the newest reply is the staff's.
  var hasStaffsReply: Bool { replies.last?.side == .staff }
}
