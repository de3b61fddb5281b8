// Holds the plan of the open sheet, for reading and copying.

import InitiativeModel
import SheetWording
import Terminal

/// The plan over the whole screen.
struct PlanPanel: Panel {
  /// What the rows were made of; they are made anew when it differs.
  private struct Basis: Equatable, Sendable {
    let plan: Plan
    let width: Int
    let widths: DisplayWidths
  }

  private(set) var reader = Reader()
  private var rows: [ReadRow] = []
  private var basis: Basis?

  /// What can be asked for.
  enum Command: Hashable, Sendable {
    case move(TextMove), select(TextMove), text(Int), page(Int), selectAll, copy, close
  }

  static let bindings = Bindings<Command>(
    [
      Binding(
        .page(1), [.named(.pageDown), .control("n")] + Stroke.blanks, footer: Wording.FooterWord.scroll,
        footerKeys: "↑↓", help: Wording.Help.scrollDown, shown: "PgDn Ctrl-N Space"),
      Binding(.page(-1), [.named(.pageUp), .control("p")], help: Wording.Help.scrollUp),
      Binding(.text(1), [.named(.tab)], help: Wording.Help.nextColumn),
      Binding(.text(-1), [.named(.tab, [.shift])], help: Wording.Help.previousColumn),
    ] + Binding.reading({ .move($0) }, { .select($0) }) + Binding.copying(all: .selectAll, copy: .copy) + [
      Binding(
        .close, [.named(.escape), .named(.enter), .f(3), .f(6), .control("t")], footer: Wording.FooterWord.close,
        footerKeys: "Esc F6", help: Wording.Help.closePanel)
    ])

  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep {
    let rows = ScreenBuffer.bodyRows(editor.size)
    switch command {
    case .move(let move): reader.move(move, rows: rows)
    case .select(let move): reader.move(move, selecting: true, rows: rows)
    case .text(let count): reader.moveToText(by: count, rows: rows)
    case .page(let pages): reader.scroll(by: pages, rows: rows)
    case .selectAll: reader.selectAll()
    case .copy: return .stays(editor.copyRead(reader.selectedText))
    case .close: return .closes
    }
    return .stays
  }

  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep {
    reader.point(pointer, rows: ScreenBuffer.bodyRows(editor.size))
    return .stays
  }

  mutating func follow(_ editor: EditorState) {
    guard let sheet = editor.currentSheet else { return }
    let basis = Basis(plan: sheet.edited.plan, width: max(2, editor.size.columns - 2), widths: editor.widths)
    if basis != self.basis {
      rows = PlanPane(basis.plan, width: basis.width, widths: basis.widths).rows
      reader.take(ReadText(rows.map(\.pieces), widths: basis.widths))
      self.basis = basis
    }
    reader.fit(rows: ScreenBuffer.bodyRows(editor.size))
  }

  func draw(_ editor: EditorState, on screen: inout ScreenBuffer) {
    guard let sheet = editor.currentSheet else { return }
    let body = ScreenBuffer.bodyRows(editor.size)
    screen.head(
      "\(sheet.edited.number) \(sheet.edited.title)  "
        + (editor.library.planIsOpen(of: sheet.id) ? Wording.openPlan : Wording.readOnlyPlan),
      top: reader.top, count: rows.count)
    for (offset, line) in rows.dropFirst(reader.top).prefix(body).enumerated() {
      line.draw(row: 2 + offset, column: 1, width: editor.size.columns - 2, on: &screen)
    }
    screen.spot(rows: 2..<(2 + body), columns: 1..<max(1, editor.size.columns), target: ReadSpot.body)
    screen.drawSelection(reader.selection, of: reader.text, top: reader.top, row: 2, rows: body, column: 1)
    screen.cursor = ScreenPosition(
      row: 2 + reader.row - reader.top, column: min(editor.size.columns - 1, 1 + reader.column))
    screen.footer(PlanPanel.bindings.footer)
  }
}
