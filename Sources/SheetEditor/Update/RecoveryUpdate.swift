// Holds what the keys do while it is asked what becomes of the drafts of earlier programs.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  /// A key of the question: Enter does what is chosen for each draft, Esc leaves all of them for later.
  mutating func answerRecovery(_ key: Key, _ recovery: Recovery) -> [Effect] {
    var recovery = recovery
    switch key.name {
    case .enter: return finish(recovery)
    case .escape, .function(3):
      overlay = nil
      say(Wording.draftsLeftForLater(recovery.drafts.count))
      return []
    case .down: recovery.choose(recovery.chosen + 1)
    case .tab: recovery.choose(recovery.chosen + (key.modifiers.contains(.shift) ? -1 : 1))
    case .up: recovery.choose(recovery.chosen - 1)
    case .home: recovery.choose(0)
    case .end: recovery.choose(recovery.drafts.count - 1)
    case .right:
      recovery.answers[recovery.chosen] = DraftAnswer.allCases.element(1, behind: recovery.answers[recovery.chosen])
    case .left:
      recovery.answers[recovery.chosen] = DraftAnswer.allCases.element(-1, behind: recovery.answers[recovery.chosen])
    case .pageDown: recovery.top = RecoveryScreen.content(self, recovery).scrolled(byPages: 1, size, widths)
    case .pageUp: recovery.top = RecoveryScreen.content(self, recovery).scrolled(byPages: -1, size, widths)
    case .character, .backspace, .delete, .insert, .function: break
    }
    overlay = .recovery(recovery)
    return []
  }

  /// Typed blanks and digits change the chosen draft's answer; other text changes nothing.
  mutating func typeInRecovery(_ text: String, _ recovery: Recovery) {
    var recovery = recovery
    let answer = recovery.answers[recovery.chosen]
    switch text {
    case " ", "\u{3000}": recovery.answers[recovery.chosen] = DraftAnswer.allCases.element(1, behind: answer)
    case "1", "１": recovery.answers[recovery.chosen] = .resume
    case "2", "２": recovery.answers[recovery.chosen] = .keep
    case "3", "３": recovery.answers[recovery.chosen] = .discard
    default: say(Wording.answerDraftsFirst)
    }
    overlay = .recovery(recovery)
  }

  private mutating func finish(_ recovery: Recovery) -> [Effect] {
    overlay = nil
    var effects: [Effect] = []
    for (draft, answer) in zip(recovery.drafts, recovery.answers) {
      switch answer {
      case .keep: break
      case .discard: effects.append(.file(.discardDraft(draft.id)))
      case .resume:
        withSheet(draft.id) { $0.takeOver(draft.merged(with: $0.edited)) }
        guard let sheet = sheet(draft.id) else { break }
        effects.append(.file(.resumeDraft(draft.id, sheet.edited, change: draftChange(draft.id))))
      }
    }
    if let first = zip(recovery.drafts, recovery.answers).first(where: { $1 == .resume })?.0, level == .list {
      selected = first.id
    }
    fitToScreen()
    say(Wording.recovered(recovery.answers))
    return effects
  }
}
