// Holds the decoding of what a device reads: text, keys, escape sequences, pastes, in whatever pieces they arrive.

/// Turns batches of raw input into what the program understands; remembers what a batch left unfinished.
///
/// Esc at the end of a batch is the Esc key: the device has already waited for more. Esc and a digit in one batch is
/// the function key of that number. A sequence that nobody knows is swallowed whole and never typed as text.
public struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    case escape
    case sequence(String)
    case singleShift
    case linuxFunctionKey
    /// What stands behind ESC ], and whether another ESC came behind it.
    case report(String, isEnding: Bool)
  }

  private var state = State.ground
  private var typed = ""
  private var paste: PasteCollector?
  private var output: [TerminalInput] = []

  /// Makes a decoder with nothing pending.
  public init() {}

  /// Whether a paste has begun and not ended.
  public var isInsidePaste: Bool { paste != nil }

  /// Decodes one batch.
  public mutating func decode(_ batch: [RawInput]) -> [TerminalInput] {
    output = []
    for input in batch {
      switch input {
      case .scalar(let scalar): take(scalar)
      case .resized(let size): emit(.resized(size))
      case .hungUp: hangUp()
      }
    }
    endBatch()
    return output
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if paste != nil { return takePasted(scalar) }
    switch state {
    case .ground: takeGround(scalar)
    case .escape: takeAfterEscape(scalar)
    case .sequence(let text): takeSequence(text, scalar)
    case .singleShift: endSequence(functionKey("PQRS", scalar) ?? shifted(scalar))
    case .linuxFunctionKey: endSequence(functionKey("ABCDE", scalar))
    case .report(let text, let isEnding): takeReport(text, isEnding, scalar)
    }
  }

  // MARK: Outside sequences

  private mutating func takeGround(_ scalar: Unicode.Scalar) {
    if scalar.value == 0x1B {
      state = .escape
    } else if let key = KeyDecoder.key(ofControl: scalar.value) {
      emit(.key(key))
    } else if scalar.value >= 0x20, !(0x7F..<0xA0).contains(scalar.value) {
      typed.unicodeScalars.append(scalar)
    }
  }

  private static func key(ofControl value: UInt32) -> Key? {
    switch value {
    case 0x0D, 0x0A: return Key(name: .enter)
    case 0x09: return Key(name: .tab)
    case 0x08, 0x7F: return Key(name: .backspace)
    case 0x01...0x1A: return Unicode.Scalar(value + 0x60).map { .control(Character($0)) }
    default: return nil
    }
  }

  private mutating func takeAfterEscape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "[": state = .sequence("")
    case "O": state = .singleShift
    case "]": state = .report("", isEnding: false)
    case "0"..."9":
      let digit = Int(scalar.value) - 0x30
      endSequence(Key(name: .function(digit == 0 ? 10 : digit)))
    case "\u{1B}":
      emit(.key(Key(name: .escape)))
      state = .escape
    default:
      if scalar.value >= 0x20, scalar.value < 0x7F {
        endSequence(Key(name: .character(Character(scalar)), modifiers: .alt))
      } else {
        emit(.key(Key(name: .escape)))
        state = .ground
        takeGround(scalar)
      }
    }
  }

  // MARK: Sequences

  private mutating func takeSequence(_ text: String, _ scalar: Unicode.Scalar) {
    if text.isEmpty, scalar == "[" {
      state = .linuxFunctionKey
    } else if (0x20...0x3F).contains(scalar.value), text.utf8.count < 64 {
      state = .sequence(text + String(scalar))
    } else if (0x40...0x7E).contains(scalar.value) {
      state = .ground
      finish(ControlSequence(parameters: text, final: scalar))
    } else {
      dropSequence()
      takeGround(scalar)
    }
  }

  /// Takes what a terminal says of its background up to BEL or ESC \\; what is no such answer was typed behind Alt-].
  private mutating func takeReport(_ text: String, _ isEnding: Bool, _ scalar: Unicode.Scalar) {
    if scalar == "\u{7}" || (isEnding && scalar == "\\") {
      state = .ground
      if let background = BackgroundReport.background(text) { emit(.background(background)) }
    } else if !isEnding, !text.isEmpty, scalar == "\u{1B}" {
      state = .report(text, isEnding: true)
    } else if !isEnding, BackgroundReport.canBegin(text + String(scalar)) {
      state = .report(text + String(scalar), isEnding: false)
    } else {
      endReport(text, isEnding)
      take(scalar)
    }
  }

  /// Takes what stood behind ESC ] as what was typed behind Alt-].
  private mutating func endReport(_ text: String, _ isEnding: Bool) {
    endSequence(Key(name: .character("]"), modifiers: .alt))
    for scalar in text.unicodeScalars { take(scalar) }
    if isEnding { state = .escape }
  }

  private mutating func finish(_ sequence: ControlSequence) {
    if sequence.isPasteStart {
      flushTyped()
      paste = PasteCollector()
    } else if let input = sequence.input {
      emit(input)
    }
  }

  private func functionKey(_ finals: String, _ scalar: Unicode.Scalar) -> Key? {
    guard let place = Array(finals.unicodeScalars).firstIndex(of: scalar) else { return nil }
    return Key(name: .function(place + 1))
  }

  private func shifted(_ scalar: Unicode.Scalar) -> Key? {
    ControlSequence(parameters: "", final: scalar).cursorKey
  }

  private mutating func endSequence(_ key: Key?) {
    state = .ground
    if let key { emit(.key(key)) }
  }

  private mutating func dropSequence() { state = .ground }

  // MARK: Pastes

  private mutating func takePasted(_ scalar: Unicode.Scalar) {
    guard paste?.take(scalar) == true, let ended = paste else { return }
    paste = nil
    output.append(.pasted(ended.text, dropped: ended.dropped))
  }

  /// Takes a paste that has not ended as it stands, for when its end does not come; nothing where there is none.
  public mutating func endPaste() -> [TerminalInput] {
    defer { paste = nil }
    return paste.map { [.pasted($0.text, dropped: $0.dropped)] } ?? []
  }

  private mutating func hangUp() {
    output += endPaste()
    emit(.hungUp)
  }

  // MARK: Output

  private mutating func emit(_ input: TerminalInput) {
    flushTyped()
    output.append(input)
  }

  private mutating func flushTyped() {
    if !typed.isEmpty { output.append(.typed(typed)) }
    typed = ""
  }

  private mutating func endBatch() {
    if case .escape = state {
      emit(.key(Key(name: .escape)))
      state = .ground
    }
    if case .report("", _) = state { endReport("", false) }
    flushTyped()
  }
}
