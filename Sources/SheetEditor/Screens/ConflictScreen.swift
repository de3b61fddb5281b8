// Holds what the question about fields that two people changed shows.

import InitiativeModel
import SheetWording
import Terminal

enum ConflictScreen {
  /// The fields with their answers, and both texts of the chosen one.
  static func content(_ conflict: Conflict) -> ListAndDetail {
    let chosen = conflict.fields[conflict.chosen]
    let detail =
      [Wording.theirText] + lines(chosen.theirs, of: chosen.field) + ["", Wording.ourText]
      + lines(chosen.ours, of: chosen.field)
    return ListAndDetail(
      title: Wording.conflictTitle,
      rows: conflict.fields.map { conflict in
        ListAndDetail.Row(
          answer: Wording.answer(conflict.answer, isChoice: conflict.field.isChoice),
          text: Wording.fieldName(conflict.field))
      }, chosen: conflict.chosen, detail: detail, top: conflict.top)
  }

  static func draw(_ state: EditorState, _ conflict: Conflict, on screen: inout ScreenBuffer) {
    content(conflict).draw(on: &screen)
    screen.bottom(
      message: state.message, notice: state.standingNotice,
      keys: [
        ("Enter", Wording.FooterWord.decide), ("↑↓", Wording.FooterWord.select), ("←→", Wording.FooterWord.change),
        ("PgDn", Wording.FooterWord.scroll), ("Esc", Wording.FooterWord.keepBoth),
      ])
  }

  private static func lines(_ text: String, of field: EntryField) -> [String] {
    let lines = LongText(text).lines
    return lines.isEmpty ? ["  " + Wording.notEntered] : lines.map { "  " + $0 }
  }
}
