// Holds what a mouse does in 一覧.

import InitiativeModel
import Terminal

extension ListState {
  /// A press puts the cursor on a sheet, and opens the one that it stands on; on a group's line it folds or unfolds it.
  static func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> [Effect] {
    switch pointer.action {
    case .wheel(let rows): editor.list.scroll(by: rows, editor.size)
    case .press(let count):
      guard let stop = pointer.target(ListStop.self) else { break }
      let stoodThere = editor.list.stop == stop
      editor.list.put(stop)
      if case .group = stop {
        if count == 1 { return run(.open, in: &editor, at: time) }
      } else if stoodThere {
        return run(.open, in: &editor, at: time)
      }
    case .drag, .release: break
    }
    return []
  }
}
