// Holds what arrives from a terminal as the program understands it.

/// What the program understands.
public enum TerminalInput: Equatable, Sendable {
  /// Text that was typed; what came in one go, such as an IME's commit, is one text.
  case typed(String)
  /// A key.
  case key(Key)
  /// The mouse did something.
  case mouse(MouseInput)
  /// Text that was pasted, lines ending in LF; how many control characters were left out of it.
  case pasted(String, dropped: Int)
  /// The terminal has another size.
  case resized(ScreenSize)
  /// The terminal says where its cursor is; row and column from 1.
  case cursorReport(row: Int, column: Int)
  /// The terminal says what it can do; ends its answers to questions.
  case deviceAttributes([Int])
  /// The terminal says which it is.
  case secondaryAttributes([Int])
  /// The terminal says what colour its background has.
  case background(TerminalBackground)
  /// The terminal is gone.
  case hungUp
}
