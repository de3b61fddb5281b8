// Holds the question before the program ends with drafts: save them, keep them as drafts, or go back.

import InitiativeModel
import SheetWording
import Terminal

/// What becomes of the drafts when the program ends? The answer that changes nothing has the focus.
struct LeavingPanel: Panel {
  /// The answers, the safe one first.
  enum Answer: CaseIterable, Equatable, Sendable {
    case back, save, leave
  }

  /// One sheet with edits that no file holds, and why it would stay a draft; nil where it can be saved.
  struct Row: Equatable, Sendable {
    let name: String
    let obstacle: String?
  }

  private var answer = Answer.back
  /// The sheets; none where the last save was answered while the question stood.
  private(set) var rows: [Row] = []
  /// The library of which that is so.
  private var revision: Int?

  init(_ editor: EditorState) { follow(editor) }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case next, previous, decide, back, leave
  }

  static let bindings = Bindings<Command>([
    Binding(
      .next, [.named(.right), .named(.down), .named(.tab)], footer: Wording.FooterWord.select, footerKeys: "←→",
      help: Wording.Help.nextAnswer),
    Binding(.previous, [.named(.left), .named(.up), .named(.tab, [.shift])], help: Wording.Help.previousAnswer),
    Binding(.decide, [.named(.enter)], footer: Wording.FooterWord.decide, help: Wording.Help.decide),
    Binding(.back, [.named(.escape), .f(3)], footer: Wording.FooterWord.back, help: Wording.Help.backFromLeaving),
    Binding(.leave, SharedCommand.quit.strokes),
  ])

  var showsScreen: Bool { true }
  var isQuestion: Bool { true }
  private var answers: [Answer] { rows.isEmpty ? [.back, .leave] : Answer.allCases }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .next: answer = answers.element(1, behind: answer)
    case .previous: answer = answers.element(-1, behind: answer)
    case .back: return .closes
    case .leave: return .stays(editor.draftsAreKept ? [.quit] : [])
    case .decide: return decide(&editor)
    }
    return .stays
  }

  private func decide(_ editor: inout EditorState) -> PanelStep {
    switch answer {
    case .back: return .closes
    case .leave: return .closes([.quit])
    case .save: return .closes(editor.saveAll(leaving: true))
    }
  }

  /// An answer that is pressed is given.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard case .press = pointer.action, let pressed = pointer.target(DialogAnswer.self),
      answers.indices.contains(pressed.index)
    else { return .stays }
    answer = answers[pressed.index]
    return decide(&editor)
  }

  /// Names the sheets anew where the library is another one.
  mutating func follow(_ editor: EditorState) {
    guard revision != editor.library.revision else { return }
    revision = editor.library.revision
    rows = editor.draftSheets.map { sheet, obstacle in
      Row(name: editor.itemName(sheet.id), obstacle: obstacle.map { Wording.word($0) })
    }
    if !answers.contains(answer) { answer = .leave }
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    let answers = answers.map {
      (Wording.name($0, hasDrafts: !rows.isEmpty, draftsAreKept: editor.draftsAreKept), $0 == answer)
    }
    let lines = Wording.leaving(drafts: rows.count, areKept: editor.draftsAreKept)
    let about = rows.map { Dialog.Row(text: $0.name, note: $0.obstacle.map { Wording.staysDraft($0) }) }
    Dialog(title: Wording.leavingTitle, lines: lines, rows: about, answers: answers).draw(on: &screen)
    screen.footer(LeavingPanel.bindings.footer)
  }
}
