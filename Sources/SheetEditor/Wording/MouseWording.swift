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

extension Wording.Doctor {
  /// What is known of the mouse: what is set, whether the terminal is asked for it, whether it came.
  static func mouse(set: Bool?, isKnown: Bool, wasSeen: Bool) -> String {
    let setting = "設定 mouse=\(set.map { $0 ? "on" : "off" } ?? "auto")"
    if wasSeen { return "マウス: 届いています。\(setting)" }
    if set == false { return "マウス: 使いません。\(setting)" }
    guard set == true || isKnown else { return "マウス: この端末からは届きません。\(setting)" }
    return "マウス: 使えます(押すと下に出ます)。\(setting)"
  }
}
