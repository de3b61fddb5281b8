// Holds the sentences about marks and replies that every front end needs.

import InitiativeModel

extension Wording {
  /// Why somebody may not mark the sheets of a book.
  public static func onlyNamedMayMark(_ names: [String]) -> String {
    "この綴りに印を付けられるのは \(names.joined(separator: "、")) だけです(book.json の supervisors)。"
  }

  /// For whom somebody replied.
  public static func name(_ side: ReviewReply.Side) -> String {
    switch side {
    case .staff: "担当"
    case .supervisor: "確認者"
    }
  }

  /// Who replied, for whom and when.
  public static func head(_ reply: ReviewReply) -> String {
    "返答 \(reply.who)(\(name(reply.side))) \(LocalTime.text(of: reply.when))"
  }

  /// To whose comment somebody replied, and for whom.
  public static func replyTo(_ mark: ReviewMark, by side: ReviewReply.Side) -> String {
    "\(mark.who)さんのコメントに返答(\(name(side)))"
  }

  /// What a comment speaks of: fields with their lines, or the whole period.
  public static func places(of mark: ReviewMark) -> String {
    mark.places.isEmpty
      ? "\(mark.period.printedName)全体" : mark.places.map { name($0) }.joined(separator: "、")
  }
}
