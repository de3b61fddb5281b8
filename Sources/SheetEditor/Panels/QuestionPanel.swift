// Holds the short questions: a frame over the screen, with two answers.

import InitiativeModel
import SheetWording
import Terminal

/// A question with two answers, of which the first changes nothing.
struct QuestionPanel: Panel {
  /// What is asked.
  enum Question: Equatable, Sendable {
    /// Go on editing what somebody else is editing? What was typed is in the draft already.
    case occupied
    /// Write a copy elsewhere, as the sheet cannot be saved where it is, and why?
    case copying(SheetID, reason: String)
    /// Fix the plan of a book, after which it is read-only?
    case fixingPlan(BookSection)
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case other, decide, back
  }

  let question: Question
  /// Whether the second answer has the focus.
  private var isYes = false
  /// Whether the first answer takes back what was done to the sheet, as nothing that was typed goes with it.
  private var takesBack: Bool

  init(_ question: Question, takesBack: Bool = false) {
    self.question = question
    self.takesBack = takesBack
  }

  static let bindings = Bindings<Command>([
    Binding(
      .other, [.named(.left), .named(.right), .named(.up), .named(.down), .named(.tab)],
      footer: Wording.FooterWord.select, footerKeys: "←→", help: Wording.Help.otherAnswer),
    .decide(.decide),
    Binding(
      .back, [.named(.escape), .f(3)], footer: Wording.FooterWord.back, help: Wording.Help.firstAnswer),
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
    }
  }

  private func agree(_ editor: inout EditorState) -> PanelStep {
    switch question {
    case .occupied: if let id = editor.selected { editor.withSheet(id) { $0.isEditedAnyway = true } }
    case .copying(let id, _):
      if let valid = try? editor.sheet(id)?.edited.validated() { return .closes([.file(.saveCopy(id, valid))]) }
    case .fixingPlan(let book): return .closes([.file(.fixPlan(book.path))])
    }
    return .closes
  }

  private func refuse(_ editor: inout EditorState) -> PanelStep {
    guard question == .occupied else { return .closes }
    guard takesBack || editor.focus?.isChoice ?? false else {
      editor.say(Wording.readOnlyKeptText(draftsAreKept: editor.draftsAreKept))
      return .closes
    }
    let effects = editor.undo(in: editor.focus)
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
    takesBack = false
    let isOneKey = text == .typed(text.string) && text.string.count == 1
    let effects = editor.insert(text.string, typedAt: isOneKey ? time : nil)
    editor.panels = []
    return .stays(effects)
  }

  /// An answer that is pressed is given.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard case .press = pointer.action, let answer = pointer.target(DialogAnswer.self) else { return .stays }
    isYes = answer.index == 1
    return run(.decide, in: &editor, at: time)
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let (title, lines, answers) = words(editor)
    Dialog(title: title, lines: lines, answers: zip(answers, [!isYes, isYes]).map { ($0, $1) }).draw(on: &screen)
    screen.footer(QuestionPanel.bindings.footer)
  }

  private func words(_ editor: EditorState) -> (title: String, lines: [String], answers: [String]) {
    switch question {
    case .occupied:
      (
        Wording.occupiedTitle, editor.occupant.map { [Wording.isBeingEdited(by: $0)] } ?? [],
        [Wording.justRead, Wording.editAnyway]
      )
    case .copying(_, let reason):
      (Wording.notSavedTitle, [reason, Wording.copyElsewhere], [Wording.stay, Wording.writeCopy])
    case .fixingPlan(let book):
      (
        Wording.fixPlanTitle, [Wording.name(book), Wording.fixPlanMeaning, Wording.fixPlanReopening(book.path)],
        [Wording.keepPlanOpen, Wording.fixPlanNow]
      )
    }
  }
}
