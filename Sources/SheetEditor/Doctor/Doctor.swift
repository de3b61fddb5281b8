// Holds the look at a terminal that `doctor` takes: what it is, how wide it draws, and what its keys send.

import SheetWording
import Terminal

/// What is known of a terminal before it is asked.
public struct DoctorFacts: Equatable, Sendable {
  /// TERM.
  public let type: String
  /// The widths that the environment sets; nil when the terminal is asked.
  public let setWidths: AmbiguousWidths?
  /// Whether the program runs inside tmux or screen.
  public let isInMultiplexer: Bool

  /// Takes the facts.
  public init(type: String, setWidths: AmbiguousWidths?, isInMultiplexer: Bool) {
    self.type = type
    self.setWidths = setWidths
    self.isInMultiplexer = isInMultiplexer
  }
}

/// One batch of input: what arrived, and what it means.
struct ArrivedInput: Equatable, Sendable {
  let raw: String
  let meaning: String
}

/// The state of `doctor`; `take` changes it, `draw` shows it, `report` sums it up.
public struct Doctor: Equatable, Sendable {
  let facts: DoctorFacts
  var size: ScreenSize
  /// The widths that the screen is drawn with.
  var widths: DisplayWidths
  var answers = TerminalAnswers()
  /// The last inputs, the newest last.
  var arrived: [ArrivedInput] = []
  /// What was typed into the box last.
  var typed = ""
  private var lastEndingKey: Key?

  /// Whether the terminal has answered.
  public var hasAnswers: Bool { answers.isComplete }

  /// How many inputs are kept.
  static let kept = 20

  /// Begins with a terminal that has not been asked yet.
  public init(facts: DoctorFacts, size: ScreenSize) {
    self.facts = facts
    self.size = size
    widths = DisplayWidths(ambiguous: facts.setWidths ?? .narrow)
  }

  /// Takes one batch of input, as it arrived and as it was decoded; true when the person wants to leave.
  ///
  /// Every key is only shown; Esc, F10 or Ctrl-Q twice in a row leaves.
  public mutating func take(_ raw: [RawInput], _ inputs: [TerminalInput]) -> Bool {
    var isAnswer = false
    for input in inputs {
      if answers.take(input) { isAnswer = true }
      if case .resized(let size) = input { self.size = size }
    }
    if let measured = answers.widths, facts.setWidths == nil { widths = DisplayWidths(ambiguous: measured) }
    let meanings = inputs.compactMap { Wording.meaning(of: $0) }
    guard !isAnswer, !meanings.isEmpty else { return false }
    arrived.append(ArrivedInput(raw: Wording.bytes(raw), meaning: meanings.joined(separator: " ")))
    arrived.removeFirst(max(0, arrived.count - Doctor.kept))
    return inputs.contains { takesKey($0) }
  }

  /// Follows one input; true when it is the second of two ending keys.
  private mutating func takesKey(_ input: TerminalInput) -> Bool {
    switch input {
    case .typed(let text), .pasted(let text, _):
      typed = text
      lastEndingKey = nil
    case .key(let key):
      let ends = key.name == .escape || key.name == .function(10) || key == .control("q")
      guard ends else {
        lastEndingKey = nil
        return false
      }
      if lastEndingKey == key { return true }
      lastEndingKey = key
    case .hungUp: return true
    case .mouse, .resized, .cursorReport, .deviceAttributes, .secondaryAttributes, .background: break
    }
    return false
  }
}
