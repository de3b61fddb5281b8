// Holds the question of what becomes of the drafts of earlier programs.

import InitiativeModel
import SheetWording
import Terminal

/// The question of what becomes of each draft that was found.
struct RecoveryPanel: ChosenOfMany {
  let drafts: [RecoverableDraft]
  private var answers: [DraftAnswer]
  var count: Int { drafts.count }
  var chosen = 0
  var top = 0

  init(drafts: [RecoverableDraft]) {
    self.drafts = drafts
    // The newest draft of a sheet is gone on from; two of them together could say everything twice.
    answers = drafts.enumerated().map { place, draft in
      drafts[(place + 1)...].contains { $0.id == draft.id } ? .keep : .resume
    }
  }

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case choose(ManyMove), scroll(Int), turn(Int), answer(Int), decide, close
  }

  static let bindings = Bindings<Command>(
    [.decide(.decide)] + Binding.neighbours { .choose($0) }
      + Binding.answers(turn: { .turn($0) }, number: { .answer($0) }) + Binding.ends { .choose($0) }
      + Binding.scrolls { .scroll($0) } + [.close(.close, footer: Wording.FooterWord.later)])

  var isQuestion: Bool { true }

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    switch command {
    case .choose(let move): choose(move)
    case .scroll(let pages): scroll(by: pages, content(editor), in: editor)
    case .turn(let count): answers[chosen] = DraftAnswer.allCases.element(count, behind: answers[chosen])
    case .answer(let number): answer(number - 1)
    case .decide: return .closes(finish(&editor))
    case .close:
      editor.say(Wording.draftsLeftForLater(drafts.count))
      return .closes
    }
    return .stays
  }

  mutating func answer(_ index: Int) { answers[chosen] = DraftAnswer.allCases[index] }

  /// Where it comes up over a sheet that was opened, in the middle of work, no typed character is an answer.
  func readsTyped(_ text: String, _ editor: EditorState) -> Bool { editor.opened == nil }

  /// Other text waits for the answer; in a sheet it goes into its field, and the drafts stay as they are.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep {
    guard editor.opened == nil || editor.focus?.isChoice == true else { return .unused }
    editor.say(Wording.answerDraftsFirst)
    return .stays
  }

  private func finish(_ editor: inout EditorState) -> [Effect] {
    let asked = zip(drafts, answers).filter { $1 == .resume && editor.asks(about: $0) }.map(\.0)
    editor.draftsToSettle += asked
    let effects = zip(drafts, answers).flatMap { asked.contains($0) ? [] : editor.library.answer($1, to: $0) }
    let first = zip(drafts, answers).first { $1 == .resume }?.0
    if let first, editor.opened == nil { editor.selected = first.id }
    editor.say(Wording.recovered(answers, asked: asked.count))
    if let open = editor.openSheet {
      editor.askWaitingConflict(of: open)
      editor.askAboutDraft(of: open)
    }
    return effects.map { .file($0) }
  }

  // MARK: Drawing

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    content(editor).draw(on: &screen)
    screen.footer(RecoveryPanel.bindings.footer)
  }

  /// The drafts with their answers, and what the chosen one changes.
  private func content(_ editor: EditorState) -> ListAndDetail {
    let draft = drafts[chosen]
    var detail = editor.sheet(draft.id).map { Wording.lines(from: $0.saved, to: draft.merged(with: $0.saved)) } ?? []
    if !draft.isWhole { detail.insert(Wording.draftPartlyDamaged, at: 0) }
    if !draft.conflicts.isEmpty { detail.insert(Wording.draftConflicting(draft.conflicts), at: 0) }
    return ListAndDetail(
      title: Wording.recoveryTitle(answers),
      rows: zip(drafts, answers).map { draft, answer in
        ListAndDetail.Row(
          answer: Wording.answer(answer),
          text: "\(Wording.when(draft))  \(editor.wardPrefix(draft.id))\(Wording.origin(draft))"
            + "\(draft.merged.number) \(draft.merged.title)")
      }, chosen: chosen, options: DraftAnswer.allCases.map { Wording.answer($0) },
      option: DraftAnswer.allCases.firstIndex(of: answers[chosen]), detail: detail, top: top)
  }
}
