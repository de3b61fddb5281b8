// Holds what the program needs of a terminal, real or imaginary.

/// The edge to a terminal that was taken over.
public protocol TerminalDevice: AnyObject {
  /// The size now.
  var size: ScreenSize { get }
  /// Shows a screen.
  func draw(_ buffer: ScreenBuffer)
  /// Waits some milliseconds at most for input and gives all there is; empty when the wait ended without any.
  func read(timeoutMilliseconds: Int32) -> [RawInput]
  /// Draws everything at the next `draw`, whatever the terminal is believed to show.
  func redrawEverything()
  /// Gives the terminal back for a while.
  func suspend()
  /// Takes the terminal again after a stop, however it was left, and draws everything at the next `draw`.
  func resume()
  /// How many colours it has; 0 for none.
  var colours: Int { get }
  /// What styles look like; another one draws everything anew at the next `draw`.
  var theme: Theme { get set }
  /// Whether the terminal is asked to report its mouse.
  var reportsMouse: Bool { get set }
  /// Asks the terminal what it is and, when they are asked for too, what colour its background has and how wide it draws
  /// each class of ambiguous characters; the answers come as input.
  func ask(widths: Bool, background: Bool)
  /// Draws the row that `ask` used anew at the next `draw`.
  func restoreProbeRow()
  /// Offers a text to the terminal's clipboard; one that is longer than terminals take is not sent.
  func offerClipboard(_ text: String)
  /// Opens or closes the input method of a terminal that does that on request.
  func switchInputMethod(on: Bool)
}
