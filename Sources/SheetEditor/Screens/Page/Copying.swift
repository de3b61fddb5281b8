// Holds the copying of what is selected.

import SheetWording

extension EditorState {
  /// Copies what is selected, for pasting here and elsewhere; without a selection it is said how one is made.
  mutating func copyRead(_ text: String?) -> [Effect] {
    guard let text else {
      say(Wording.nothingSelected)
      return []
    }
    say(Wording.copied(Wording.characterCount(of: text)))
    return keep(text)
  }
}
