// Holds the copying of text that is only read.

import SheetWording

extension EditorState {
  /// Copies what is selected, for pasting here and elsewhere; without a selection it is said how one is made.
  mutating func copyRead(_ text: String?) -> [Effect] {
    guard let text else {
      say(Wording.nothingSelectedToCopy)
      return []
    }
    say(Wording.copiedRead(characters: text.count { $0 != "\n" }))
    return keep(text)
  }
}
