// Holds what the question of what becomes of earlier drafts shows.

import InitiativeModel
import SheetWording
import Terminal

enum RecoveryScreen {
  /// The drafts with their answers, and what the chosen one changes.
  static func content(_ state: EditorState, _ recovery: Recovery) -> ListAndDetail {
    let draft = recovery.drafts[recovery.chosen]
    var detail = state.sheet(draft.id).map { recovery.difference(from: $0.saved) } ?? []
    if !draft.isWhole { detail.insert(Wording.draftPartlyDamaged, at: 0) }
    if !draft.conflicts.isEmpty { detail.insert(Wording.draftConflicting(draft.conflicts), at: 0) }
    return ListAndDetail(
      title: Wording.recoveryTitle(recovery.drafts.count),
      rows: zip(recovery.drafts, recovery.answers).map { draft, answer in
        ListAndDetail.Row(
          answer: Wording.answer(answer), text: "\(Wording.when(draft))  \(draft.merged.number) \(draft.merged.title)")
      }, chosen: recovery.chosen, detail: detail, top: recovery.top)
  }

  static func draw(_ state: EditorState, _ recovery: Recovery, on screen: inout ScreenBuffer) {
    content(state, recovery).draw(on: &screen)
    screen.bottom(
      message: state.message, notice: state.standingNotice,
      keys: [
        ("Enter", Wording.FooterWord.decide), ("↑↓", Wording.FooterWord.select), ("←→", Wording.FooterWord.change),
        ("PgDn", Wording.FooterWord.scroll), ("Esc", Wording.FooterWord.later),
      ])
  }
}
