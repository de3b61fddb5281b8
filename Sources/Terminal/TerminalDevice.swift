// Holds what the program needs of a terminal, real or imaginary.

/// The edge to a terminal.
public protocol TerminalDevice: AnyObject {
  /// The size now.
  var size: ScreenSize { get }
  /// Shows a screen.
  func draw(_ buffer: ScreenBuffer)
  /// Waits for input and gives all there is; empty when the wait ended without any. No timeout waits on.
  func read(timeoutMilliseconds: Int32?) -> [RawInput]
  /// Draws everything at the next `draw`, whatever the terminal is believed to show.
  func redrawEverything()
  /// Gives the terminal back.
  func close()
}
