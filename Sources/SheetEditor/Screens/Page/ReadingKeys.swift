// Holds the keys with which text that is only read is gone through, selected and copied.

import SheetWording
import Terminal

extension Binding {
  /// The rows for moving the cursor, and those with Shift that select, of which the help says nothing apart.
  static func reading(
    start: String = Wording.Help.textStart, end: String = Wording.Help.textEnd, _ move: (TextMove) -> Command,
    _ select: (TextMove) -> Command
  ) -> [Binding] {
    let moves: [(TextMove, [Stroke], String)] = [
      (.down, [.named(.down)], Wording.Help.readDown), (.up, [.named(.up)], Wording.Help.lineUp),
      (.left, [.named(.left)], Wording.Help.readLeft), (.right, [.named(.right)], Wording.Help.moveRight),
      (.start, [.named(.home), .named(.home, [.control])], start),
      (.end, [.named(.end), .named(.end, [.control])], end),
    ]
    return moves.map { Binding(move($0.0), $0.1, help: $0.2) }
      + moves.map { Binding(select($0.0), $0.1.compactMap(\.withShift)) } + [
        Binding(select(.screenDown), [.named(.pageDown, [.shift])]),
        Binding(select(.screenUp), [.named(.pageUp, [.shift])]),
      ]
  }

  /// The rows for selecting everything and for copying.
  static func copying(all: Command, copy: Command, help: String = Wording.Help.selectAllRead) -> [Binding] {
    [
      Binding(all, [.control("a")], help: help),
      Binding(copy, [.control("c")], footer: Wording.FooterWord.copy, help: Wording.Help.copyRead),
    ]
  }
}

extension Stroke {
  /// The same key with Shift; nil for typed text.
  fileprivate var withShift: Stroke? {
    key.map { .key(Key(name: $0.name, modifiers: $0.modifiers.union(.shift))) }
  }
}
