// Holds the keys with which a text is gone through and selected, and one that is only read is copied.

import SheetWording
import Terminal

extension Binding {
  /// The rows for moving the cursor, and those with Shift that select, of which the help says nothing apart.
  static func reading(
    start: String = Wording.Help.textStart, end: String = Wording.Help.textEnd, _ move: (TextMove) -> Command,
    _ select: (TextMove) -> Command
  ) -> [Binding] {
    let moves: [(TextMove, Key.Name, Key.Modifiers, String)] = [
      (.left, .left, [], Wording.Help.moveLeft), (.right, .right, [], Wording.Help.moveRight),
      (.wordLeft, .left, .control, Wording.Help.wordLeft), (.wordRight, .right, .control, Wording.Help.wordRight),
      (.up, .up, [], Wording.Help.moveUp), (.down, .down, [], Wording.Help.moveDown),
      (.rowStart, .home, [], Wording.Help.rowStart), (.rowEnd, .end, [], Wording.Help.rowEnd),
      (.start, .home, .control, start), (.end, .end, .control, end),
    ]
    return moves.flatMap {
      [
        Binding(move($0.0), [.named($0.1, $0.2)], help: $0.3),
        Binding(select($0.0), [.named($0.1, $0.2.union(.shift))]),
      ]
    } + [
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
