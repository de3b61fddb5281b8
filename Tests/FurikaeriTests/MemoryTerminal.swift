import Foundation
import Terminal
import TestSupport
import Testing

/// A terminal in memory, with somebody who waits for a text on the screen before doing something.
final class MemoryTerminal: TerminalDevice {
  /// What is waited for on the screen, and what is done then.
  typealias Step = (sees: String, does: [RawInput])

  let size = ScreenSize(rows: 24, columns: 80)
  let colours = 256
  var theme = Theme.monochrome
  var reportsMouse = false
  /// What the program asked of the terminal beside screens, in order.
  private(set) var calls: [String] = []
  /// What is done when the first screen is drawn.
  var onFirstScreen: () -> Void = {}
  /// The screen as it was drawn last.
  private var screen = ""
  /// The widths that it was drawn with.
  private(set) var widths = AmbiguousWidths.narrow
  private var steps: [Step]
  private let end = Date(timeIntervalSinceNow: Waiting.longest)

  init(_ steps: [Step]) { self.steps = steps }

  /// Text as it is typed, keys by what they send.
  static func typed(_ text: String) -> [RawInput] { text.unicodeScalars.map { .scalar($0) } }

  func draw(_ buffer: ScreenBuffer) {
    if screen.isEmpty { onFirstScreen() }
    screen = buffer.lines.joined(separator: "\n")
    widths = buffer.widths.ambiguous
  }

  func read(timeoutMilliseconds: Int32) -> [RawInput] {
    if let step = steps.first, screen.contains(step.sees) { return steps.removeFirst().does }
    if Date() > end {
      Issue.record("never shows \(steps.first?.sees ?? "the end"):\n\(screen)")
      return [.hungUp]
    }
    usleep(1000)
    return []
  }

  func redrawEverything() { calls.append("redraw") }
  func suspend() { calls.append("suspend") }
  func resume() { calls.append("resume") }
  func ask(widths: Bool, background: Bool) { calls.append("ask \(widths)") }
  func restoreProbeRow() { calls.append("restore") }
  func offerClipboard(_ text: String) { calls.append("copy \(text)") }
  func switchInputMethod(on: Bool) { calls.append("ime \(on)") }
}
