// Holds a reply to a supervisor's comment, by either side.

/// What somebody said to a comment without changing anything.
public struct ReviewReply: Equatable, Sendable {
  /// For whom somebody speaks.
  public enum Side: String, CaseIterable, Hashable, Sendable {
    /// Those who fill in the sheet.
    case staff
    /// Those who mark it.
    case supervisor
  }

  /// For whom it is said.
  public let side: Side
  /// What is said.
  public let comment: LongText
  /// Who said it.
  public let who: String
  /// When, as 2026-11-21T08:05:00Z.
  public let when: String

  /// Makes a reply as a file holds it.
  public init(side: Side, comment: LongText, who: String, when: String) {
    self.side = side
    self.comment = comment
    self.who = who
    self.when = when
  }
}

/// A reply that is to be given: everything but the name and the time, which are known when it is written.
public struct UnsignedReply: Equatable, Sendable {
  /// The mark whose comment is replied to, as it was shown.
  public let mark: ReviewMark
  /// For whom it is said.
  public let side: ReviewReply.Side
  /// What is said.
  public let comment: LongText

  /// Makes a reply.
  public init(_ comment: LongText, to mark: ReviewMark, side: ReviewReply.Side) {
    self.mark = mark
    self.side = side
    self.comment = comment
  }

  /// The reply with its name and its time, as 2026-11-21T08:05:00Z.
  public func signed(by who: String, at when: String) -> ReviewReply {
    ReviewReply(side: side, comment: comment, who: who, when: when)
  }
}

extension ReviewMark {
  /// The mark with other replies.
  public func withReplies(_ replies: [ReviewReply]) -> ReviewMark {
    var mark = self
    mark.replies = replies
    return mark
  }
}
