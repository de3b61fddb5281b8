// Holds what the keys do in the question of what the list shows.

import Terminal

extension EditorState {
  mutating func openMenu() {
    let chosen = ListMenu.rows.firstIndex(of: .filter(settings.filter)) ?? 0
    overlay = .menu(ListMenu(chosen: chosen))
  }

  /// A key of the question: Enter takes the chosen row and closes, a blank takes it and stays.
  mutating func answerMenu(_ key: Key, _ menu: ListMenu) -> [Effect] {
    var menu = menu
    switch key.name {
    case .down: menu.move(by: 1)
    case .up: menu.move(by: -1)
    case .tab: menu.move(by: key.modifiers.contains(.shift) ? -1 : 1)
    case .home, .pageUp: menu.move(by: -ListMenu.rows.count)
    case .end, .pageDown: menu.move(by: ListMenu.rows.count)
    case .enter:
      choose(ListMenu.rows[menu.chosen])
      overlay = nil
      fitToScreen()
      return []
    case .escape, .function(3), .function(6),
      .character where key == .control("t"):
      overlay = nil
      fitToScreen()
      return []
    case .character, .backspace, .delete, .insert, .left, .right, .function: break
    }
    overlay = .menu(menu)
    return []
  }

  /// A blank takes the chosen row; other text changes nothing.
  mutating func typeInMenu(_ text: String, _ menu: ListMenu) {
    if text == " " || text == "\u{3000}" { choose(ListMenu.rows[menu.chosen]) }
    overlay = .menu(menu)
  }

  /// Takes a row; the cursor stays at its sheet, or goes to the first that is shown.
  private mutating func choose(_ row: ListMenu.Row) {
    switch row {
    case .filter(let filter): settings.filter = filter
    case .onlyNotMet: settings.onlyNotMet.toggle()
    case .arrangement(let arrangement):
      settings.arrangement = arrangement
      folded = []
    }
    let rows = shownRows
    cursorGroup = nil
    if !rows.contains(where: { $0.id == selected }) { selected = rows.first?.id ?? selected }
  }
}
