// Holds the words of the mouse.

import SheetWording
import Terminal

extension Wording {
  /// What the mouse did, and where; row and column are counted from 1.
  static func name(of mouse: MouseInput) -> String {
    let action =
      switch mouse.action {
      case .press: "押す"
      case .drag: "押したまま動かす"
      case .release: "離す"
      case .wheelUp: "ホイールを上へ"
      case .wheelDown: "ホイールを下へ"
      }
    return "マウス \(action) \(mouse.place.row + 1)行 \(mouse.place.column + 1)桁"
  }
}
