// Holds what is looked for while it is typed.

/// A change of what is looked for, other than by typing.
enum QueryEdit: Hashable, Sendable {
  case removeLast, clear, paste
}

/// The text of a search: the last one is shown first, and typing begins a new one.
struct SearchQuery: Equatable, Sendable {
  /// What is looked for, as it was typed.
  private(set) var text: String
  private var isLast = true

  /// Begins with an earlier search, or with a text that was chosen.
  init(last text: String) { self.text = text }

  /// Adds typed text, or puts it in the place of the last search.
  mutating func add(_ typed: String) {
    text = isLast ? typed : text + typed
    isLast = false
  }

  /// Adds pasted text; of several lines the first.
  mutating func add(firstLineOf text: String) { add(String(text.prefix { $0 != "\n" })) }

  /// Takes the last grapheme or everything away, or adds what was copied.
  mutating func change(_ edit: QueryEdit, clipboard: String) {
    isLast = isLast && edit == .paste
    switch edit {
    case .removeLast: if !text.isEmpty { text.removeLast() }
    case .clear: text = ""
    case .paste: add(firstLineOf: clipboard)
    }
  }

  /// Goes on with the search that is shown: what is typed next is added to it.
  mutating func take() { isLast = false }
}
