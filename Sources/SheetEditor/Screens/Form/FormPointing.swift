// Holds what a mouse does in 項目.

import InitiativeModel
import Terminal

extension FormState {
  /// A press goes to a field, on an option it chooses it, on the long text that has the focus already it opens it.
  static func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> [Effect] {
    guard case .press = pointer.action, let spot = pointer.target(FormSpot.self) else { return [] }
    switch spot {
    case .field(let field):
      if field == editor.focus, !field.isChoice { return run(.open, in: &editor, at: time) }
      editor.change(FormState.self) { $0.focus = field }
      return []
    case .option(let field, let ordinal):
      editor.change(FormState.self) { $0.focus = field }
      return run(.choose(ordinal), in: &editor, at: time)
    }
  }
}
