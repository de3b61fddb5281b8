// Holds what a terminal says of itself when it is asked, after the first screen.

/// The answers to the questions that the device puts to a terminal.
///
/// For each class of ambiguous characters one glyph is drawn and the cursor's column asked for; then come the secondary
/// device attributes, and the primary ones end the answers.
public struct TerminalAnswers: Equatable, Sendable {
  /// The columns behind the glyphs that were drawn in the first column, in the classes' order, counted from 1.
  public private(set) var columns: [Int] = []
  /// The primary device attributes; nil until they come and end the answers.
  public private(set) var attributes: [Int]?
  /// The secondary device attributes; none from a terminal that does not give them.
  public private(set) var secondary: [Int] = []

  /// Whether the background is light or dark; nil from a terminal that does not say.
  public private(set) var background: TerminalBackground?

  /// Makes answers with none given.
  public init() {}

  /// Whether the last answer is there.
  public var isComplete: Bool { attributes != nil }

  /// Takes an input; false when it is no answer.
  public mutating func take(_ input: TerminalInput) -> Bool {
    switch input {
    case .cursorReport(_, let column): columns.append(column)
    case .secondaryAttributes(let numbers): secondary = numbers
    case .deviceAttributes(let numbers): attributes = numbers
    case .background(let colour): background = colour
    case .typed, .key, .mouse, .pasted, .resized, .hungUp: return false
    }
    return true
  }

  /// The widths, when every class was answered sensibly; nil otherwise.
  public var widths: AmbiguousWidths? {
    let classes = AmbiguousClass.allCases
    guard columns.count == classes.count, columns.allSatisfy({ (2...3).contains($0) }) else { return nil }
    var widths = AmbiguousWidths.narrow
    for (ambiguousClass, column) in zip(classes, columns) { widths[ambiguousClass] = column - 1 }
    return widths
  }

  /// Whether the terminal says that programs may write to its clipboard (OSC 52).
  public var takesClipboard: Bool { attributes?.contains(52) ?? false }

  /// Whether the terminal is Tera Term, which opens and closes the input method when asked to.
  public var switchesInputMethod: Bool { secondary.first == 32 }
}
