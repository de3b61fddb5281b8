// Holds what the history says of a sheet's last save.

/// What the history says of a sheet's last save.
public enum LastSave: Equatable, Sendable {
  /// Who saved, when (2026-11-21T08:05:00Z), and what changed, as lines.
  case save(who: String, when: String, changes: [String])
  /// Nothing was saved yet.
  case none
  /// The history cannot be read, and why.
  case unreadable(reason: String)
}
