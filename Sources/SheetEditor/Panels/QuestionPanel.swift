// Holds the short questions: a frame over the screen, with two answers.

import InitiativeModel
import SheetWording
import Terminal

/// An answer of a question, counted from 0.
struct QuestionAnswer: Hashable, Sendable {
  let index: Int
}

/// A question with two answers, of which the first changes nothing.
struct QuestionPanel: Panel {
  /// What is asked.
  enum Question: Equatable, Sendable {
    /// Leave, although there are drafts?
    case leaving(drafts: Int)
    /// Go on editing what somebody else is editing? What was typed is in the draft already.
    case occupied
    /// Write a copy elsewhere, as the sheet cannot be saved where it is?
    case copying(SheetID)
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case other, decide, back, leave
  }

  let question: Question
  /// Whether the second answer has the focus.
  private var isYes = false

  init(_ question: Question) { self.question = question }

  static let bindings = Bindings<Command>([
    Binding(
      .other, [.named(.left), .named(.right), .named(.up), .named(.down), .named(.tab)],
      help: Wording.Help.otherAnswer),
    Binding(.decide, [.named(.enter)], help: Wording.Help.decide),
    Binding(.back, [.named(.escape), .f(3)], help: Wording.Help.firstAnswer),
    Binding(.leave, SharedCommand.quit.strokes),
  ])

  var showsScreen: Bool { true }
  var isQuestion: Bool { true }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .other:
      isYes.toggle()
      return .stays
    case .back: return refuse(&editor)
    case .decide: return isYes ? agree(&editor) : refuse(&editor)
    case .leave:
      guard case .leaving = question else { return .closes(editor.run(.quit)) }
      return .stays(editor.draftsAreKept ? [.quit] : [])
    }
  }

  private func agree(_ editor: inout EditorState) -> PanelStep {
    switch question {
    case .leaving: return .closes([.quit])
    case .occupied: if let id = editor.selected { editor.withSheet(id) { $0.isEditedAnyway = true } }
    case .copying(let id):
      if let valid = try? editor.sheet(id)?.edited.validated() { return .closes([.file(.saveCopy(id, valid))]) }
    }
    return .closes
  }

  private func refuse(_ editor: inout EditorState) -> PanelStep {
    guard question == .occupied, let focus = editor.focus else { return .closes }
    guard focus.isChoice else {
      editor.say(Wording.readOnlyKeptText(draftsAreKept: editor.draftsAreKept))
      return .closes
    }
    let effects = editor.undo(in: focus)
    editor.say(Wording.readOnly)
    return .closes(effects)
  }

  /// Text that is typed or pasted on while somebody else is editing goes where it was going; a choice waits for the
  /// answer.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard question == .occupied else { return .unused }
    guard editor.isWriting else {
      editor.say(Wording.answerFirst)
      return .stays
    }
    let isOneKey = text == .typed(text.string) && text.string.count == 1
    let effects = editor.insert(text.string, typedAt: isOneKey ? time : nil)
    editor.panels = []
    return .stays(effects)
  }

  /// An answer that is pressed is given.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard case .press = pointer.action, let answer = pointer.target(QuestionAnswer.self) else { return .stays }
    isYes = answer.index == 1
    return run(.decide, in: &editor, at: time)
  }

  // MARK: Drawing

  private static let keys = "← → Enter"

  /// Draws a box in the middle of the screen, in ASCII; the cursor stands on the answer with the focus.
  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let (question, answers) = words(editor)
    let answerColumns = answers.reduce(1 + screen.widths.columns(of: QuestionPanel.keys)) {
      $0 + screen.widths.columns(of: $1) + 6
    }
    let width = min(screen.size.columns - 2, max(screen.widths.columns(of: question) + 6, answerColumns + 6))
    let column = (screen.size.columns - width) / 2
    let row = max(1, screen.size.rows / 2 - 3)
    screen.dialog(row: row, column: column, width: width, height: 5)
    screen.write([Run(question, Look.heading)], row: row + 1, column: column + 3, limit: column + width - 1)
    var next = column + 3
    for (index, answer) in answers.enumerated() {
      let isFocused = isYes == (index == 1)
      if isFocused { screen.cursor = ScreenPosition(row: row + 3, column: next) }
      screen.spot(
        row: row + 3, columns: next..<(next + screen.widths.columns(of: answer) + 4),
        target: QuestionAnswer(index: index))
      next = screen.write(
        [Run("[ \(answer) ]", isFocused ? Look.focus : Look.plain), Run("  ")], row: row + 3, column: next,
        limit: column + width - 1)
    }
    screen.write([Run(QuestionPanel.keys, Look.quiet)], row: row + 3, column: next + 1, limit: column + width - 1)
  }

  private func words(_ editor: EditorState) -> (question: String, answers: [String]) {
    switch question {
    case .leaving(let drafts):
      (Wording.leaving(drafts: drafts, areKept: editor.draftsAreKept), [Wording.stay, Wording.leave])
    case .occupied:
      (editor.occupant.map { Wording.isBeingEdited(by: $0) } ?? "", [Wording.justRead, Wording.editAnyway])
    case .copying: (Wording.copyElsewhere, [Wording.stay, Wording.writeCopy])
    }
  }
}
