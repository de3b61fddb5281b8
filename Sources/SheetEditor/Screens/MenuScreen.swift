// Holds the drawing of the question of what the list shows and how it is arranged.

import InitiativeModel
import SheetWording
import Terminal

enum MenuScreen {
  static func draw(_ state: EditorState, _ menu: ListMenu, on screen: inout ScreenBuffer) {
    let width = state.size.columns
    screen.write([Run(Wording.menuTitle, Look.heading)], row: 0, column: 1, limit: width)
    screen.rule(row: 1, from: 0, to: width)
    var row = 2
    for (index, item) in ListMenu.rows.enumerated() {
      if case .arrangement(.books) = item {
        screen.rule(row: row, from: 0, to: width)
        row += 1
      }
      let isChosen = index == menu.chosen
      let mark = isMarked(item, state)
      let style = isChosen ? Look.focus : mark ? Look.heading : Look.plain
      screen.write(
        [Run(isChosen ? "> " : "  "), Run(sign(item, mark) + " " + Wording.name(item), style)], row: row, column: 1,
        limit: width)
      if let count = count(item, state) {
        screen.writeRight([Run(Wording.itemCount(count))], row: row, endingAt: min(width - 1, 62), from: 0)
      }
      if isChosen { screen.cursor = ScreenPosition(row: row, column: 1) }
      row += 1
    }
    screen.bottom(
      message: state.message, notice: nil,
      keys: [
        ("↑↓", Wording.FooterWord.select), ("Enter", Wording.FooterWord.decide), ("Space", Wording.FooterWord.change),
        ("Esc", Wording.FooterWord.close),
      ])
  }

  private static func isMarked(_ item: ListMenu.Row, _ state: EditorState) -> Bool {
    switch item {
    case .filter(let filter): state.settings.filter == filter
    case .onlyNotMet: state.settings.onlyNotMet
    case .arrangement(let arrangement): state.settings.arrangement == arrangement
    }
  }

  private static func sign(_ item: ListMenu.Row, _ isMarked: Bool) -> String {
    if case .onlyNotMet = item { return isMarked ? "[*]" : "[ ]" }
    return isMarked ? "(*)" : "( )"
  }

  /// How many sheets the list would show.
  private static func count(_ item: ListMenu.Row, _ state: EditorState) -> Int? {
    var other = state.settings
    switch item {
    case .filter(let filter): other.filter = filter
    case .onlyNotMet: other.onlyNotMet = true
    case .arrangement: return nil
    }
    return state.library.rows.reduce(0) { $0 + (other.shows($1, in: state.library) ? 1 : 0) }
  }
}
