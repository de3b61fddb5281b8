// Holds what can be pressed where one of several things is chosen.

/// The row of one of several things, counted from 0, where it can be pressed.
struct ManyRow: Hashable, Sendable {
  let index: Int
}
