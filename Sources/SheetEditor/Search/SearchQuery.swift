// Holds what is looked for while it is typed.

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

  /// Takes the last grapheme away.
  mutating func removeLast() {
    isLast = false
    if !text.isEmpty { text.removeLast() }
  }

  /// Takes everything away.
  mutating func clear() {
    isLast = false
    text = ""
  }

  /// Goes on with the search that is shown: what is typed next is added to it.
  mutating func take() { isLast = false }
}
