// Holds keys and their word in the footer.

/// Keys and what they do, as the footer shows them.
struct FooterEntry: Equatable, Sendable {
  let keys: String
  let word: String
  /// What is pressed when the entry is.
  var stroke: Stroke?
}
