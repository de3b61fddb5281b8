// Holds the going back of a whole sheet to what is saved, from the differences of its draft.

import SheetWording

extension ComparisonPanel {
  /// Puts back what is saved of the whole sheet, where the difference of the draft is shown, and closes.
  func revert(in editor: inout EditorState) -> PanelStep {
    guard bases.indices.contains(chosen), bases[chosen] == .draft, sheet == editor.selected else {
      editor.say(Wording.revertIsOfDraft)
      return .stays
    }
    let effects = editor.revertSheet()
    return effects.isEmpty ? .stays : .closes(effects)
  }
}
