// Holds what the keys do in the differences of a sheet.

import Terminal

extension EditorState {
  mutating func compare(_ key: Key, _ comparison: Comparison) -> [Effect] {
    var comparison = comparison
    switch key.name {
    case .down: choose(comparison.chosen + 1, &comparison)
    case .up: choose(comparison.chosen - 1, &comparison)
    case .tab: choose(comparison.chosen + (key.modifiers.contains(.shift) ? -1 : 1), &comparison)
    case .home: choose(0, &comparison)
    case .end: choose(comparison.bases.count - 1, &comparison)
    case .pageDown: comparison.top = scrolled(comparison, by: 1)
    case .pageUp: comparison.top = scrolled(comparison, by: -1)
    case .escape, .enter, .function(3), .function(4):
      overlay = nil
      return []
    case .character where key == .control("d"):
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
    if text == " " || text == "\u{3000}" { comparison.top = scrolled(comparison, by: 1) }
    overlay = .comparison(comparison)
  }

  /// Takes what the history says of the last save.
  mutating func lastSaveWasRead(_ id: SheetID, _ lastSave: LastSave) {
    guard case .comparison(var comparison) = overlay, comparison.sheet == id else { return }
    comparison.lastSave = lastSave
    overlay = .comparison(comparison)
  }

  private func choose(_ index: Int, _ comparison: inout Comparison) {
    comparison.chosen = min(max(0, index), comparison.bases.count - 1)
    comparison.top = 0
  }

  private func scrolled(_ comparison: Comparison, by pages: Int) -> Int {
    let content = ComparisonScreen.content(self, comparison)
    return content.scrolled(by: pages * content.detailRows(size), size, widths)
  }
}
