// Holds a line of the help.

/// A line of the help.
struct HelpRow: Equatable, Sendable {
  let keys: String
  let sentence: String
}
