// Holds the question in which a supervisor marks a sheet, and either side replies to a comment.

import InitiativeModel
import SheetWording
import Terminal

/// The question of how a sheet is marked, or of what is replied to a comment.
struct MarkPanel: Panel {
  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case mark, newLine, close, next, previous, changeForward, changeBackward, turn, decide(Int)
    case nextRow, previousRow, removeBackward, removeForward, start, end, paste
  }

  let sheet: SheetID
  /// The sheet as it was shown when the question was asked: that is what is marked.
  let shown: InitiativeSheet
  /// The marks as they were shown: the last of them is what is taken back.
  private(set) var reviews: SheetReviews
  private(set) var mark: BegunMark

  init(_ sheet: EditedSheet, _ mark: BegunMark) {
    self.sheet = sheet.id
    shown = sheet.saved
    reviews = sheet.reviews
    self.mark = mark
  }

  /// The largest comment, in bytes.
  static let largestComment = 1024 * 1024

  /// The mark that would be taken back; nil where that is not asked.
  var withdrawn: ReviewMark? { mark.act == .mark(.withdrawn) ? reviews.last(mark.period) : nil }

  /// Goes to a neighbouring row, round the ends.
  private mutating func moveRow(by count: Int) { mark.part = mark.parts.element(count, behind: mark.part) }

  /// Moves the caret a row up or down, and from the first or the last one to the neighbouring row of the question.
  private mutating func moveUpOrDown(by count: Int, _ editor: EditorState) {
    let box = CommentBox(mark, width: MarkPanel.commentWidth(editor.size), widths: editor.widths)
    if mark.part == .comment, let caret = box.caret(movedBy: count) { mark.caret = caret } else { moveRow(by: count) }
  }

  /// Changes the value of the row, round the ends; among the fields it goes to another one.
  private mutating func change(by count: Int) {
    switch mark.part {
    case .decision: mark.act = mark.acts.element(count, behind: mark.act)
    case .period: mark.period = mark.period == .midTerm ? .final : .midTerm
    case .place: mark.moveField(by: count)
    case .comment: mark.moveCaret(by: count)
    }
  }

  // MARK: Keys

  static let bindings = Bindings<Command>([
    Binding(
      .mark, [.named(.enter), .f(2), .control("s")], footer: Wording.FooterWord.decide, help: Wording.Help.giveMark),
    Binding(
      .newLine, (1..<8).map { .named(.enter, Key.Modifiers(rawValue: $0)) }, footer: Wording.FooterWord.newLine,
      footerKeys: "Alt-Enter", help: Wording.Help.newLineInComment, shown: "Alt-Enter"),
    Binding(
      .turn, Stroke.blanks, footer: Wording.FooterWord.turnField, footerKeys: "Space", help: Wording.Help.turnInMark,
      shown: "Space"),
    Binding(
      .close, [.named(.escape), .f(3), .f(9), .control("o")], footer: Wording.FooterWord.leaveMark,
      help: Wording.Help.leaveMark),
    Binding(
      .changeForward, [.named(.right)], footer: Wording.FooterWord.select, footerKeys: "←→",
      help: Wording.Help.nextAnswer),
    Binding(.changeBackward, [.named(.left)], help: Wording.Help.previousAnswer),
    Binding(.next, [.named(.tab)], help: Wording.Help.nextOfMany),
    Binding(.previous, [.named(.tab, [.shift])], help: Wording.Help.previousOfMany),
    Binding(
      .nextRow, [.named(.down)], footer: Wording.FooterWord.row, footerKeys: "↑↓", help: Wording.Help.nextRowOfMark),
    Binding(.previousRow, [.named(.up)], help: Wording.Help.previousRowOfMark),
    Binding(.decide(1), Stroke.digit(1), help: Wording.Help.numberedAnswer, shown: "1 2 3 4"),
    Binding(.decide(2), Stroke.digit(2)), Binding(.decide(3), Stroke.digit(3)), Binding(.decide(4), Stroke.digit(4)),
    Binding(.removeBackward, [.named(.backspace)], help: Wording.Help.removeLeft),
    Binding(.removeForward, [.named(.delete)], help: Wording.Help.removeRight),
    Binding(.start, [.named(.home)], help: Wording.Help.textStart),
    Binding(.end, [.named(.end)], help: Wording.Help.textEnd),
    Binding(.paste, [.control("v")], help: Wording.Help.paste),
  ])

  var showsScreen: Bool { true }
  var isQuestion: Bool { true }
  var takesJapanese: Bool { true }

  /// In the comment all is text; a blank chooses on the other rows, a digit on that of the decision.
  func readsTyped(_ text: String, _ editor: EditorState) -> Bool {
    Stroke.blanks.contains(.typed(text)) ? mark.part != .comment : mark.part == .decision
  }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    let isInComment = mark.part == .comment
    switch command {
    case .newLine where isInComment: return type("\n", &editor)
    case .newLine: editor.say(Wording.unknownKey)
    case .mark: return give(&editor)
    case .close:
      editor.withSheet(sheet) { $0.comments.keep(mark) }
      return .closes
    case .next: moveRow(by: 1)
    case .previous: moveRow(by: -1)
    case .nextRow: moveUpOrDown(by: 1, editor)
    case .previousRow: moveUpOrDown(by: -1, editor)
    case .changeForward: change(by: 1)
    case .changeBackward: change(by: -1)
    case .turn: if mark.part == .place { mark.turnField() } else { change(by: 1) }
    case .decide(let number): choose(number)
    case .start: if isInComment { mark.moveCaret(by: -mark.comment.count) }
    case .end: if isInComment { mark.moveCaret(by: mark.comment.count) }
    case .paste:
      guard !editor.clipboard.isEmpty else {
        editor.say(Wording.nothingCopied)
        return .stays
      }
      return type(editor.clipboard, &editor)
    case .removeBackward:
      guard !mark.comment.isEmpty else { break }
      mark.part = .comment
      mark.removeBackward()
      return keep(&editor)
    case .removeForward:
      guard isInComment, mark.caret < mark.comment.count else { break }
      mark.removeForward()
      return keep(&editor)
    }
    return .stays
  }

  /// A press takes the answer, or goes to the place of the comment.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard case .press = pointer.action, let spot = pointer.spot, let target = pointer.target(MarkSpot.self) else {
      return .stays
    }
    switch target {
    case .choice(let part, let index):
      mark.part = part
      mark.take(index)
    case .comment(let row):
      let box = CommentBox(mark, width: MarkPanel.commentWidth(editor.size), widths: editor.widths)
      mark.part = .comment
      mark.caret = box.caret(row: row, column: pointer.place.column - spot.columns.lowerBound)
    }
    return .stays
  }

  /// Chooses what is done by its number, where it is offered.
  private mutating func choose(_ number: Int) {
    let all = ReviewMark.Decision.allCases.map { BegunMark.Act.mark($0) } + [.reply]
    if all.indices.contains(number - 1), mark.acts.contains(all[number - 1]) { mark.act = all[number - 1] }
  }

  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    type(text.string, &editor)
  }

  private mutating func type(_ text: String, _ editor: inout EditorState) -> PanelStep {
    guard mark.comment.utf8.count + text.utf8.count <= MarkPanel.largestComment else {
      editor.refuse(Wording.commentTooLarge)
      return .stays
    }
    mark.part = .comment
    mark.insert(text)
    return keep(&editor)
  }

  /// The comment is on disk before the next key.
  private func keep(_ editor: inout EditorState) -> PanelStep {
    .stays(
      editor.changeComments(of: sheet) {
        $0.keep(mark)
        return true
      })
  }

  // MARK: Giving

  /// Gives the mark or the reply, or says why it cannot be given.
  private mutating func give(_ editor: inout EditorState) -> PanelStep {
    guard let marked = editor.sheet(sheet) else { return .closes }
    if let reply = mark.reply {
      guard !reply.comment.isBlank else { return refuse(Wording.replyMissing, atComment: true, &editor) }
      return give(.reply(sheet, reply, ticket: mark.id), saying: Wording.replying, &editor)
    }
    guard let unsigned = mark.unsigned(in: shown, reviews) else { return .closes }
    if let obstacle = unsigned.obstacle(on: shown, marked.reviews) {
      // What would be taken back is shown anew: the next key is about what is there by then.
      reviews = marked.reviews
      return refuse(Wording.sentence(obstacle), atComment: obstacle == .commentMissing, &editor)
    }
    if editor.isReviewing, unsigned.decision != .withdrawn, let page = editor.page {
      editor.review.awaited = ReviewWork.Awaited(
        sheet: sheet, ticket: mark.id, cursor: page.cursor, top: page.top)
    }
    return give(.mark(sheet, unsigned, ticket: mark.id), saying: Wording.marking, &editor)
  }

  private mutating func refuse(_ text: String, atComment: Bool, _ editor: inout EditorState) -> PanelStep {
    if atComment { mark.part = .comment }
    editor.refuse(text)
    return .stays
  }

  /// Hands it to the files; what is written stays kept until the answer.
  private func give(_ effect: FileEffect, saying text: String, _ editor: inout EditorState) -> PanelStep {
    editor.say(text)
    editor.withSheet(sheet) {
      $0.comments.keep(mark)
      _ = $0.comments.setGiven(true, mark.id)
    }
    return .closes([.file(effect)])
  }
}
