// Holds the drawing of the whole screen: the level, and what lies over it.

import SheetWording
import Terminal

/// Draws the state into a screen of its size; the cursor stands where the next character would go.
public func draw(_ state: EditorState) -> ScreenBuffer {
  var screen = ScreenBuffer(size: state.size, widths: state.widths)
  guard SmallestScreen.fits(state.size) else {
    for (row, line) in Wording.tooSmall(rows: state.size.rows, columns: state.size.columns).enumerated() {
      screen.write(line, at: ScreenPosition(row: row, column: 0))
    }
    screen.cursor = ScreenPosition(row: 0, column: 0)
    return screen
  }
  if case .search(let search) = state.overlay, !search.isInPlace {
    SearchScreen.draw(state, search, on: &screen)
    return screen
  }
  switch state.overlay {
  case .help, .plan, .findings, .recovery, .conflict, .menu, .comparison:
    OverlayScreen.draw(state, on: &screen)
    return screen
  case .leaving, .find, .search, .occupied, .copying, .marking, nil: break
  }
  switch state.level {
  case .list: ListScreen.draw(state, on: &screen)
  case .sheet: SheetScreen.draw(state, on: &screen)
  case .text(let area): TextScreen.draw(state, area, on: &screen)
  case .page(let page): PageScreen.draw(state, page, on: &screen)
  }
  switch state.overlay {
  case .leaving(let drafts, let answer):
    QuestionBox(
      question: Wording.leaving(drafts: drafts, areKept: state.draftsAreKept), answers: [Wording.stay, Wording.leave],
      chosen: answer == .stay ? 0 : 1
    ).draw(on: &screen)
  case .occupied(let edits):
    let question = state.occupant.map { Wording.isBeingEdited(by: $0) } ?? ""
    QuestionBox(question: question, answers: [Wording.justRead, Wording.editAnyway], chosen: edits ? 1 : 0)
      .draw(on: &screen)
  case .copying(_, let copies):
    QuestionBox(
      question: Wording.copyElsewhere, answers: [Wording.stay, Wording.writeCopy], chosen: copies ? 1 : 0
    ).draw(on: &screen)
  case .marking(let form):
    let title = "\(state.wardName(form.sheet)) \(Wording.markTitle(form.shown))"
    MarkBox(form: form, title: title).draw(on: &screen)
  case .search(let search): SearchScreen.prompt(state, search, on: &screen)
  case .help, .plan, .findings, .find, .recovery, .conflict, .menu, .comparison, nil: break
  }
  return screen
}
