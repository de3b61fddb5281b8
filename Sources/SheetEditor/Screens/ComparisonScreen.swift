// Holds what the differences of a sheet show.

import InitiativeModel
import SheetWording
import Terminal

enum ComparisonScreen {
  /// What the sheet can be compared with, and the chosen difference.
  static func content(_ state: EditorState, _ comparison: Comparison) -> ListAndDetail {
    let sheet = state.sheet(comparison.sheet)
    let title = sheet.map { Wording.comparisonTitle($0.saved) } ?? ""
    return ListAndDetail(
      title: title,
      rows: comparison.bases.map { base in
        ListAndDetail.Row(answer: Wording.name(base), text: text(base, comparison, state))
      }, chosen: comparison.chosen, detail: state.lines(of: comparison), top: comparison.top)
  }

  static func draw(_ state: EditorState, _ comparison: Comparison, on screen: inout ScreenBuffer) {
    content(state, comparison).draw(on: &screen)
    screen.bottom(
      message: state.message, notice: state.standingNotice,
      keys: [
        ("↑↓", Wording.FooterWord.select), ("PgDn", Wording.FooterWord.scroll), ("Esc F4", Wording.FooterWord.close),
      ])
  }

  private static func text(_ base: ComparisonBase, _ comparison: Comparison, _ state: EditorState) -> String {
    switch base {
    case .draft: Wording.draftAgainstSaved
    case .mark(let mark): "\(mark.period.printedName) \(mark.who) \(LocalTime.text(of: mark.when))"
    case .lastSave: comparison.lastSave.map { Wording.title($0) } ?? ""
    case .year(let id): "\(state.wardName(id)) \(state.sheet(id)?.saved.number ?? 0)"
    }
  }
}
