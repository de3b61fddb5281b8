// Holds the marks of supervisors and the replies to them: given on what is saved, with comments that are kept at once.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// Confirms a period of the open sheet, or sends it back with a comment.
  mutating func mark(_ decision: ReviewMark.Decision, _ words: [String]) {
    guard let period = period(decision == .confirmed ? .confirm : .sendBack, words), mayMark() else { return }
    guard let begun = begin(.mark(decision), period) else { return }
    give(begun)
  }

  /// Replies to the comment on a period of the open sheet: the newest without an answer, or else the newest.
  mutating func reply(_ words: [String]) {
    guard let period = period(.reply, words), let sheet else { return }
    let comments = sheet.reviews.comments(on: period)
    guard let comment = comments.last(where: { !$0.isAnswered(in: sheet.saved) }) ?? comments.last else {
      return refuse(Wording.Plain.noCommentToAnswer(period), .notUnderstood)
    }
    say(Wording.lines(of: comment))
    guard let begun = begin(.reply, period, answering: comment) else { return }
    guard let reply = begun.reply, !reply.comment.isBlank else {
      return refuse(Wording.Plain.nothingReplied, .notUnderstood)
    }
    request(.reply(sheet.id, reply, ticket: begun.id), of: sheet.id, begun.id)
  }

  /// Takes the last mark of a period back, once it is certain which.
  mutating func withdraw(_ words: [String]) {
    guard let period = period(.withdraw, words), mayMark(), let sheet else { return }
    guard let last = sheet.reviews.last(period) else {
      return refuse(Wording.sentence(.nothingToWithdraw), .notUnderstood)
    }
    say([Wording.goes(last)])
    guard choose(among: [Wording.Plain.keepMark, Wording.Plain.removeMark]) == 1 else { return }
    guard let begun = begin(.mark(.withdrawn), period) else { return }
    give(begun)
  }

  /// The period that a word names, or nil after saying which there are.
  private mutating func period(_ command: DialogueCommand, _ words: [String]) -> ReviewPeriod? {
    let named = words.count == 1 ? ReviewPeriod.allCases.first { $0.printedName.hasPrefix(words[0]) } : nil
    if named == nil { refuse(Wording.Plain.usage(command), .notUnderstood) }
    return named
  }

  private mutating func mayMark() -> Bool {
    guard let item, case .others(let names)? = library.book(of: item)?.supervisors else { return true }
    refuse(Wording.onlyNamedMayMark(names), .conflict)
    return false
  }

  /// Begins a mark or a reply, and has its comment entered where it needs one; each line is kept before the next prompt.
  private mutating func begin(
    _ act: BegunMark.Act, _ period: ReviewPeriod, answering comment: ReviewMark? = nil
  ) -> BegunMark? {
    guard let sheet else { return nil }
    let needsComment = act == .reply || act == .mark(.sentBack)
    let waiting = needsComment ? sheet.comments.next : nil
    var number = waiting?.id ?? 0
    if waiting == nil { library.change(sheet.id) { number = $0.comments.number() } }
    var begun = BegunMark(
      id: number, candidate: nil, period: period, comment: waiting?.text ?? "", answered: comment,
      side: library.book(of: sheet.id)?.supervisors == .oneself ? .supervisor : .staff)
    begun.act = act
    guard needsComment else { return begun }
    if let waiting { say([Wording.Plain.begunComment] + LongText(waiting.text).lines) }
    return enter(&begun) ? begun : nil
  }

  /// Has a comment entered; whether it has its end mark.
  private mutating func enter(_ begun: inout BegunMark) -> Bool {
    say([Wording.Plain.endMark])
    var lines = LongText(begun.comment).lines
    while let line = wait(behind: Wording.Plain.linePrompt(lines.count + 1, goesOn: false), isText: true) {
      guard case .text(let text, let keys, false) = line else {
        refuse(Wording.Plain.sentence(line), .notUnderstood)
        guard ending == nil else { return false }
        continue
      }
      if keys > 0 { say([Wording.Plain.keysLeftOut(keys, text)]) }
      switch TextLine(text) {
      case .end: return true
      case .line(let text), .dots(let text): lines.append(text)
      }
      begun.comment = LongText(lines: lines).string
      let kept = begun
      changeComments { $0.keep(kept) }
    }
    if ending == nil, !reader.isTerminal { refuse(Wording.Plain.commentNotEnded, .notUnderstood) }
    return false
  }

  private mutating func changeComments(_ change: (inout WaitingComments) -> Void) {
    guard let item else { return }
    library.change(item) { change(&$0.comments) }
    if let sheet { run([.keepComments(item, sheet.comments.texts)]) }
  }

  /// Sets a mark, where it makes sense on what is saved.
  private mutating func give(_ begun: BegunMark) {
    guard let sheet, let mark = begun.unsigned(in: sheet.saved, sheet.reviews) else { return }
    if let obstacle = mark.obstacle(on: sheet.saved, sheet.reviews) {
      return refuse(Wording.sentence(obstacle), .notUnderstood)
    }
    if !sheet.edited.entryDifferences(from: sheet.saved).isEmpty { say([Wording.Plain.markIsOfSaved]) }
    request(.mark(sheet.id, mark, ticket: begun.id), of: sheet.id, begun.id)
  }

  /// Has a mark or a reply written, and waits for what comes of it.
  private mutating func request(_ effect: FileEffect, of id: SheetID, _ ticket: Int) {
    library.change(id) { _ = $0.comments.setGiven(true, ticket) }
    marking = (id, ticket)
    run([effect])
    for _ in 0..<40 where marking != nil {
      session.finish(within: 0.5)
      catchUp()
    }
    if marking != nil { refuse(Wording.Plain.markTakesLong, .unreadable) }
  }

  /// Says what came of a mark or a reply.
  mutating func tellOfMark(_ id: SheetID, _ ticket: Int, failure: String?) {
    if let marking, marking == (id, ticket) { self.marking = nil }
    guard let sheet = library[id] else { return }
    let number = sheet.saved.number
    let isReply = sheet.comments.isReply(ticket)
    if let failure {
      var hasComment = false
      library.change(id) { hasComment = $0.comments.setGiven(false, ticket) }
      return refuse(Wording.markFailed(number, failure, keepsComment: hasComment), .unreadable)
    }
    var wasKept = false
    library.change(id) { wasKept = $0.comments.forget(ticket) }
    if wasKept, let texts = library[id]?.comments.texts { run([.keepComments(id, texts)]) }
    let mark = sheet.reviews.marks.last
    let period = mark?.period ?? .midTerm
    say([
      isReply
        ? Wording.replied(number) : Wording.wasMarked(number, mark, standing: sheet.reviews.last(period), period)
    ])
  }
}
