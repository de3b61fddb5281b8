// Holds how a list is arranged.

/// How a list is arranged.
public enum ListArrangement: CaseIterable, Hashable, Sendable {
  /// By book, then by number.
  case books
  /// By what has to be done.
  case states
  /// By item, so that all wards' sheets of one item stand together.
  case titles
  /// By the pillar of the reform.
  case pillars
}
