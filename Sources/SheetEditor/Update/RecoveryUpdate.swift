// Holds what the keys do while it is asked what becomes of the drafts of earlier programs.

import InitiativeModel
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
    case .down: choose(recovery.chosen + 1, &recovery)
    case .tab: choose(recovery.chosen + (key.modifiers.contains(.shift) ? -1 : 1), &recovery)
    case .up: choose(recovery.chosen - 1, &recovery)
    case .home: choose(0, &recovery)
    case .end: choose(recovery.drafts.count - 1, &recovery)
    case .right: recovery.drafts[recovery.chosen].answer = next(recovery.drafts[recovery.chosen].answer, by: 1)
    case .left: recovery.drafts[recovery.chosen].answer = next(recovery.drafts[recovery.chosen].answer, by: -1)
    case .pageDown: recovery.top = scrolled(recovery, by: 1)
    case .pageUp: recovery.top = scrolled(recovery, by: -1)
    case .character, .backspace, .delete, .insert, .function: break
    }
    overlay = .recovery(recovery)
    return []
  }

  /// Typed blanks and digits change the chosen draft's answer; other text changes nothing.
  mutating func typeInRecovery(_ text: String, _ recovery: Recovery) {
    var recovery = recovery
    let answer = recovery.drafts[recovery.chosen].answer
    switch text {
    case " ", "\u{3000}": recovery.drafts[recovery.chosen].answer = next(answer, by: 1)
    case "1", "１": recovery.drafts[recovery.chosen].answer = .resume
    case "2", "２": recovery.drafts[recovery.chosen].answer = .keep
    case "3", "３": recovery.drafts[recovery.chosen].answer = .discard
    default: say(Wording.answerDraftsFirst)
    }
    overlay = .recovery(recovery)
  }

  private func choose(_ index: Int, _ recovery: inout Recovery) {
    recovery.chosen = min(max(0, index), recovery.drafts.count - 1)
    recovery.top = 0
  }

  private func next(_ answer: DraftAnswer, by count: Int) -> DraftAnswer {
    let all = DraftAnswer.allCases
    let place = all.firstIndex(of: answer) ?? 0
    return all[(place + count + all.count) % all.count]
  }

  private func scrolled(_ recovery: Recovery, by pages: Int) -> Int {
    let content = RecoveryScreen.content(self, recovery)
    return content.scrolled(by: pages * content.detailRows(size), size, widths)
  }

  private mutating func finish(_ recovery: Recovery) -> [Effect] {
    overlay = nil
    var effects: [Effect] = []
    for draft in recovery.drafts {
      switch draft.answer {
      case .keep: break
      case .discard: effects.append(.discardDraft(draft.id))
      case .resume:
        withSheet(draft.id) {
          $0 = EditedSheet(id: draft.id, saved: $0.saved, draft: draft.merged, reviews: $0.reviews)
        }
        effects.append(.resumeDraft(draft.id, draft.merged))
      }
    }
    if let first = recovery.drafts.first(where: { $0.answer == .resume }), level == .list { selected = first.id }
    fitToScreen()
    say(Wording.recovered(recovery.drafts))
    return effects
  }
}
