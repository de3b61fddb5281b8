// Holds the question in which a supervisor marks a sheet.

import InitiativeModel
import SheetWording
import Terminal

/// The question of how a sheet is marked.
struct MarkPanel: Panel {
  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case mark, newLine, close, next, previous, changeForward, changeBackward, turn, decide(Int)
    case removeBackward, removeForward, start, end, paste
  }

  let sheet: SheetID
  /// The sheet as it was shown when the question was asked: that is what is marked.
  let shown: InitiativeSheet
  private(set) var mark: BegunMark

  init(sheet: SheetID, shown: InitiativeSheet, mark: BegunMark) {
    self.sheet = sheet
    self.shown = shown
    self.mark = mark
  }

  /// The largest comment, in bytes.
  static let largestComment = 1024 * 1024

  // MARK: The comment

  /// Puts text in where the caret stands.
  private mutating func insert(_ text: String) {
    let front = mark.comment.prefix(mark.caret) + text
    mark.comment = String(front + mark.comment.dropFirst(mark.caret))
    mark.caret = min(front.count, mark.comment.count)
  }

  /// Takes out the grapheme before the caret.
  private mutating func removeBackward() {
    guard mark.caret > 0 else { return }
    mark.caret -= 1
    removeForward()
  }

  /// Takes out the grapheme behind the caret.
  private mutating func removeForward() {
    guard mark.caret < mark.comment.count else { return }
    mark.comment.remove(at: mark.comment.index(mark.comment.startIndex, offsetBy: mark.caret))
    mark.caret = min(mark.caret, mark.comment.count)
  }

  /// Moves the caret, and stops at the ends.
  private mutating func moveCaret(by count: Int) { mark.caret = min(max(0, mark.caret + count), mark.comment.count) }

  /// Goes to a neighbouring row, round the ends.
  private mutating func moveRow(by count: Int) {
    mark.part = BegunMark.Part.allCases.element(count, behind: mark.part)
  }

  /// Changes the value of the row, round the ends; the comment has none.
  private mutating func change(by count: Int) {
    switch mark.part {
    case .decision: mark.decision = ReviewMark.Decision.allCases.element(count, behind: mark.decision)
    case .period: mark.period = mark.period == .midTerm ? .final : .midTerm
    case .place: mark.isPlaced.toggle()
    case .comment: break
    }
  }

  // MARK: Keys

  static let bindings = Bindings<Command>([
    Binding(.mark, [.named(.enter), .f(2), .control("s")], help: Wording.Help.giveMark),
    Binding(
      .newLine, (1..<8).map { .named(.enter, Key.Modifiers(rawValue: $0)) },
      help: Wording.Help.newLine, shown: "Alt-Enter"),
    Binding(.close, [.named(.escape), .f(3), .f(9), .control("o")], help: Wording.Help.leaveMark),
    Binding(.next, [.named(.down), .named(.tab)], help: Wording.Help.nextOfMany),
    Binding(.previous, [.named(.up), .named(.tab, [.shift])], help: Wording.Help.previousOfMany),
    Binding(.changeForward, [.named(.right)], help: Wording.Help.nextAnswer),
    Binding(.changeBackward, [.named(.left)], help: Wording.Help.previousAnswer),
    Binding(.turn, Stroke.blanks, help: Wording.Help.nextAnswer, shown: "Space"),
    Binding(.decide(1), Stroke.digit(1), help: Wording.Help.numberedAnswer, shown: "1 2 3"),
    Binding(.decide(2), Stroke.digit(2)), Binding(.decide(3), Stroke.digit(3)),
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
    case .mark, .newLine: return give(&editor)
    case .close:
      editor.withSheet(sheet) { $0.comments.keep(mark) }
      return .closes
    case .next: moveRow(by: 1)
    case .previous: moveRow(by: -1)
    case .changeForward: isInComment ? moveCaret(by: 1) : change(by: 1)
    case .changeBackward: isInComment ? moveCaret(by: -1) : change(by: -1)
    case .turn: change(by: 1)
    case .decide(let number): mark.decision = ReviewMark.Decision.allCases[number - 1]
    case .start: if isInComment { moveCaret(by: -mark.comment.count) }
    case .end: if isInComment { moveCaret(by: mark.comment.count) }
    case .paste: return type(editor.clipboard, &editor)
    case .removeBackward:
      guard !mark.comment.isEmpty else { break }
      mark.part = .comment
      removeBackward()
      return keep(&editor)
    case .removeForward:
      guard isInComment else { break }
      removeForward()
      return keep(&editor)
    }
    return .stays
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
    insert(text)
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

  /// Gives the mark, or says why it cannot be given.
  private mutating func give(_ editor: inout EditorState) -> PanelStep {
    guard let marked = editor.sheet(sheet) else { return .closes }
    let unsigned = mark.unsigned(in: shown)
    if let obstacle = unsigned.obstacle(on: shown, marked.reviews) {
      if obstacle == .commentMissing { mark.part = .comment }
      editor.refuse(Wording.sentence(obstacle))
      return .stays
    }
    editor.say(Wording.marking)
    editor.withSheet(sheet) {
      $0.comments.keep(mark)
      _ = $0.comments.setGiven(true, mark.id)
    }
    return .closes([.file(.mark(sheet, unsigned, ticket: mark.id))])
  }

  // MARK: Drawing

  private static let height = 10
  private static let commentRows = 3

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let title = "\(editor.wardName(sheet)) \(Wording.markTitle(shown))"
    let width = min(screen.size.columns - 4, 76)
    let column = (screen.size.columns - width) / 2
    let low = max(1, screen.size.rows - MarkPanel.height - 2)
    let top = (screen.cursor?.row ?? 0) >= low ? 1 : low
    screen.dialog(row: top, column: column, width: width, height: MarkPanel.height)
    let pen = (left: column + 2, limit: column + width - 1)
    screen.write([Run(title, Look.heading)], row: top + 1, column: pen.left, limit: pen.limit)
    options(
      .decision, ReviewMark.Decision.allCases.map(\.rawValue), chosen(mark.decision), row: top + 2, pen, &screen)
    options(.period, ReviewPeriod.allCases.map(\.printedName), chosen(mark.period), row: top + 3, pen, &screen)
    let whole = Wording.wholePeriod(mark.period)
    let room = pen.limit - pen.left - 24 - screen.widths.columns(of: whole)
    let places = [whole] + (mark.usableCandidate.map { [name($0, toColumns: room, screen.widths)] } ?? [])
    options(.place, places, mark.place == nil ? 0 : 1, row: top + 4, pen, &screen)
    comment(row: top + 5, pen, &screen)
    let keys = Run(Wording.markKeys, Look.quiet)
    screen.write([keys], row: top + MarkPanel.height - 2, column: pen.left, limit: pen.limit)
  }

  /// The field and line in full, or in short where there is no room.
  private func name(_ place: ReviewMark.Place, toColumns room: Int, _ widths: DisplayWidths) -> String {
    let full = Wording.name(place)
    return widths.columns(of: full) <= room ? full : Wording.shortName(place)
  }

  private func chosen<Value: CaseIterable & Equatable>(_ value: Value) -> Int {
    Array(Value.allCases).firstIndex(of: value) ?? 0
  }

  private func options(
    _ row: BegunMark.Part, _ words: [String], _ chosen: Int, row line: Int, _ pen: (left: Int, limit: Int),
    _ screen: inout ScreenBuffer
  ) {
    let isFocused = mark.part == row
    var column = label(row, line, pen, &screen)
    for (index, word) in words.enumerated() {
      let isChosen = index == chosen
      if isFocused, isChosen { screen.cursor = ScreenPosition(row: line, column: column + 1) }
      let style = isChosen ? (isFocused ? Look.focus : Look.heading) : Look.plain
      column = screen.write(
        [Run(isChosen ? "(*) " : "( ) ", style), Run(word, style), Run("  ")], row: line, column: column,
        limit: pen.limit)
    }
  }

  private func label(
    _ row: BegunMark.Part, _ line: Int, _ pen: (left: Int, limit: Int), _ screen: inout ScreenBuffer
  ) -> Int {
    let sign = mark.part == row ? "> " : "  "
    let text = screen.widths.padded(sign + Wording.name(row), toColumns: 14)
    return screen.write(
      [Run(text, mark.part == row ? Look.heading : Look.plain)], row: line, column: pen.left, limit: pen.limit)
  }

  /// The comment, as much as there is room for around the caret.
  private func comment(row line: Int, _ pen: (left: Int, limit: Int), _ screen: inout ScreenBuffer) {
    let column = label(.comment, line, pen, &screen)
    let breaker = LineBreaker(width: max(2, pen.limit - column - 2), widths: screen.widths)
    let characters = Array(mark.comment)
    let lines = breaker.wrap(characters)
    let caretLine = lines.lastIndex { $0.range.lowerBound <= mark.caret } ?? 0
    let top = min(max(0, caretLine - MarkPanel.commentRows + 1), max(0, lines.count - MarkPanel.commentRows))
    for (offset, wrapped) in lines.dropFirst(top).prefix(MarkPanel.commentRows).enumerated() {
      let isCut = offset == 0 && top > 0 && caretLine > top
      let text = isCut ? Wording.moreLines(top + 1) : String(characters[wrapped.range])
      screen.write([Run(text, isCut ? Look.quiet : Look.plain)], row: line + offset, column: column, limit: pen.limit)
      if mark.part == .comment, top + offset == caretLine {
        let front = characters[wrapped.range.lowerBound..<mark.caret]
        let place = column + front.reduce(0) { $0 + screen.widths.columns(ofVisible: $1) }
        screen.cursor = ScreenPosition(row: line + offset, column: min(place, pen.limit - 1))
      }
    }
    guard mark.comment.isEmpty else { return }
    screen.write([Run(Wording.commentHint, Look.quiet)], row: line + 1, column: column, limit: pen.limit)
  }
}
