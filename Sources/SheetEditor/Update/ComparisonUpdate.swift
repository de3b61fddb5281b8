// Holds what the keys do in the differences of a sheet.

import InitiativeModel
import Terminal

extension EditorState {
  mutating func compare(_ key: Key, _ comparison: Comparison) -> [Effect] {
    var comparison = comparison
    switch key.name {
    case .down: comparison.choose(comparison.chosen + 1)
    case .up: comparison.choose(comparison.chosen - 1)
    case .tab: comparison.choose(comparison.chosen + (key.modifiers.contains(.shift) ? -1 : 1))
    case .home: comparison.choose(0)
    case .end: comparison.choose(comparison.bases.count - 1)
    case .pageDown: comparison.top = ComparisonScreen.content(self, comparison).scrolled(byPages: 1, size, widths)
    case .pageUp: comparison.top = ComparisonScreen.content(self, comparison).scrolled(byPages: -1, size, widths)
    case .escape, .enter, .function(3), .function(4),
      .character where key == .control("d"):
      overlay = nil
      return []
    case .character, .backspace, .delete, .insert, .left, .right, .function: break
    }
    overlay = .comparison(comparison)
    return []
  }

  /// A blank scrolls.
  mutating func typeInComparison(_ text: String, _ comparison: Comparison) {
    var comparison = comparison
    if text == " " || text == "\u{3000}" {
      comparison.top = ComparisonScreen.content(self, comparison).scrolled(byPages: 1, size, widths)
    }
    overlay = .comparison(comparison)
  }

  /// Takes what the history says of the last save.
  mutating func lastSaveWasRead(_ id: SheetID, _ lastSave: LastSave) {
    guard case .comparison(var comparison) = overlay, comparison.sheet == id else { return }
    comparison.lastSave = lastSave
    overlay = .comparison(comparison)
  }

}
