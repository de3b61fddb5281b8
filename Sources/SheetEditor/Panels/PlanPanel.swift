// Holds the plan of the open sheet, for reading.

import SheetWording
import Terminal

/// The plan over the whole screen.
struct PlanPanel: ScrollPanel {
  var top = 0

  static let bindings = Bindings(rows(closing: [.f(6), .control("t")], name: "F6"))

  func lineCount(_ editor: EditorState) -> Int { plan(editor)?.rows.count ?? 0 }

  private func plan(_ editor: EditorState) -> PlanPane? {
    editor.currentSheet.map { PlanPane($0.edited.plan, width: editor.size.columns - 2, widths: editor.widths) }
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let pane = plan(editor), let sheet = editor.currentSheet else { return }
    let title = "\(sheet.edited.number) \(sheet.edited.title)  \(Wording.readOnlyPlan)"
    screen.head(title, top: top, count: pane.rows.count)
    pane.draw(
      from: top, row: 2, rows: ScreenBuffer.bodyRows(editor.size), column: 1, width: editor.size.columns - 2,
      on: &screen)
    screen.cursor = ScreenPosition(row: 2, column: 1)
    screen.footer(PlanPanel.bindings.footer)
  }
}
