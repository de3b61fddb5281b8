// Holds where the cursor can go in a long text.

/// Where the cursor can go in a long text.
enum TextMove: Hashable, Sendable {
  case left, right, wordLeft, wordRight, up, down, rowStart, rowEnd, start, end, screenDown, screenUp
}
