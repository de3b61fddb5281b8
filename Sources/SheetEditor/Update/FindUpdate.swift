// Holds what the keys do while something is looked for in a text.

import Terminal

extension EditorState {
  /// Opens the search, with what is selected in one line or else with the last search.
  mutating func openFind() {
    guard case .text(let area) = level else { return }
    let selected = area.selectedText.flatMap { $0.contains("\n") ? nil : $0 }
    show(TextFind(in: area.buffer, from: area.selection?.lowerBound ?? area.cursor, query: selected ?? lastQuery))
  }

  /// A key of the search; any key that is none of its own closes it and does what it does in the text.
  mutating func find(_ key: Key, _ find: TextFind, at time: Int) -> [Effect] {
    var find = find
    let isBack = key.modifiers.contains(.shift)
    switch key.name {
    case .enter, .tab, .function(7): find.move(by: isBack ? -1 : 1)
    case .character where key == .control("f"): find.move(by: 1)
    case .down: find.move(by: 1)
    case .up: find.move(by: -1)
    case .backspace: find.change { $0.removeLast() }
    case .delete: find.change { $0.clear() }
    case .character where key == .control("v"): find.change { $0.add(firstLine(of: clipboard)) }
    case .escape, .function(3):
      overlay = nil
      return []
    case .function, .character, .insert, .left, .right, .home, .end, .pageUp, .pageDown:
      overlay = nil
      return take(.key(key), at: time)
    }
    show(find)
    return []
  }

  /// Typed or pasted text is looked for; of several lines the first.
  mutating func find(_ text: String, _ find: TextFind) {
    var find = find
    find.change { $0.add(firstLine(of: text)) }
    show(find)
  }

  private func firstLine(of text: String) -> String { String(text.prefix { $0 != "\n" }) }

  /// Shows a search and brings its hit on the screen.
  private mutating func show(_ find: TextFind) {
    overlay = .find(find)
    lastQuery = find.query
    moveCursor(to: find.place)
    fitToScreen()
  }
}
