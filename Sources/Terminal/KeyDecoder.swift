// Holds the decoding of what a device reads: text, keys, escape sequences, pastes, in whatever pieces they arrive.

/// Turns batches of raw input into what the program understands; remembers what a batch left unfinished.
///
/// Esc at the end of a batch is the Esc key: the device has already waited for more, as long as ESCDELAY says. Esc and
/// another key in one batch are that key with Alt, Esc and a digit the function key of that number. A line that holds
/// keys back may bring Esc and the next key together although a hand pressed one after the other; that too is Alt: it
/// then does nothing and says so, where Esc and the key apart might close something and write into what lies beneath.
/// So it is with keys: ASCII, control keys and sequences. Characters from U+00A0 up come from an input method, which
/// sends none with Alt: an Esc before them stays Esc, so that no text is lost.
/// A sequence that nobody knows is swallowed whole and never typed as text, and so are what a mouse sends and a report
/// that nobody asked for.
public struct KeyDecoder: Sendable {
  private enum State: Sendable {
    case ground
    case escape
    case sequence(String)
    /// A sequence that is too long to be one, until it ends.
    case endlessSequence
    case singleShift
    case linuxFunctionKey
    /// Behind ESC [ M: so many characters of the place of a mouse.
    case oldMouse(Int)
    /// What stands behind ESC ], and whether another ESC came behind it.
    case report(String, isEnding: Bool)
  }

  private var state = State.ground
  /// Whether an Esc stands before the sequence: its key is one with Alt.
  private var isAlt = false
  private var typed = ""
  private var paste: PasteCollector?
  private var output: [TerminalInput] = []

  /// Whether the terminal was asked for its background and has not said all yet: its answer may come in pieces.
  public var awaitsReport = false

  /// Makes a decoder with nothing pending.
  public init() {}

  /// Whether a paste has begun and not ended.
  public var isInsidePaste: Bool { paste != nil }

  /// Decodes one batch.
  public mutating func decode(_ batch: [RawInput]) -> [TerminalInput] {
    output = []
    var rest = batch[...]
    while let input = rest.first {
      let foreign = isAtGround ? RawKey.lengthOfForeignReport(in: rest) : nil
      rest = rest.dropFirst(foreign ?? 1)
      guard foreign == nil else { continue }
      switch input {
      case .scalar(let scalar): take(scalar)
      case .resized(let size): emit(.resized(size))
      case .hungUp: hangUp()
      }
    }
    endBatch()
    return output
  }

  /// Whether nothing has begun: neither a sequence nor a paste.
  private var isAtGround: Bool {
    if case .ground = state { paste == nil } else { false }
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if paste != nil { return takePasted(scalar) }
    switch state {
    case .ground: takeGround(scalar)
    case .escape: takeAfterEscape(scalar)
    case .sequence(let text): takeSequence(text, scalar)
    case .endlessSequence: takeEndless(scalar)
    case .singleShift: takeSingleShift(scalar)
    case .linuxFunctionKey: takeLinuxFunctionKey(scalar)
    case .oldMouse(let count): takeOldMouse(count, scalar)
    case .report(let text, let isEnding): takeReport(text, isEnding, scalar)
    }
  }

  // MARK: Outside sequences

  private mutating func takeGround(_ scalar: Unicode.Scalar) {
    if scalar.value == 0x1B {
      state = .escape
      isAlt = false
    } else if let key = KeyDecoder.key(ofControl: scalar.value) {
      emit(.key(key))
    } else if KeyDecoder.isText(scalar) {
      typed.unicodeScalars.append(scalar)
    }
  }

  private static func isText(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value)
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
      endEscape(Key(name: .function(digit == 0 ? 10 : digit)))
    case "\u{1B}":
      if isAlt { emit(.key(Key(name: .escape))) }
      isAlt = true
    default:
      if scalar.value >= 0xA0 {
        endEscape(Key(name: .escape))
        takeGround(scalar)
      } else if KeyDecoder.isText(scalar) {
        endEscape(Key(name: .character(Character(scalar)), modifiers: .alt))
      } else {
        endEscape(KeyDecoder.key(ofControl: scalar.value).map { KeyDecoder.withAlt($0) })
      }
    }
  }

  /// Ends what an Esc began; of two of them the first is a key of its own.
  private mutating func endEscape(_ key: Key?) {
    state = .ground
    if isAlt { emit(.key(Key(name: .escape))) }
    isAlt = false
    if let key { emit(.key(key)) }
  }

  private static func withAlt(_ key: Key) -> Key { Key(name: key.name, modifiers: key.modifiers.union(.alt)) }

  // MARK: Sequences

  private mutating func takeSequence(_ text: String, _ scalar: Unicode.Scalar) {
    if text.isEmpty, scalar == "[" {
      state = .linuxFunctionKey
    } else if (0x20...0x3F).contains(scalar.value) {
      state = text.utf8.count < KeyDecoder.longestSequence ? .sequence(text + String(scalar)) : .endlessSequence
    } else if (0x40...0x7E).contains(scalar.value) {
      state = .ground
      finish(ControlSequence(parameters: text, final: scalar))
    } else {
      endSequence(nil)
      takeGround(scalar)
    }
  }

  private static let longestSequence = 64

  private mutating func takeEndless(_ scalar: Unicode.Scalar) {
    if (0x20...0x3F).contains(scalar.value) { return }
    endSequence(nil)
    if !(0x40...0x7E).contains(scalar.value) { takeGround(scalar) }
  }

  /// Takes what stands behind ESC O; a character that is on no such key is text, or a key, behind Alt-O.
  private mutating func takeSingleShift(_ scalar: Unicode.Scalar) {
    guard !RawKey.canEnd(scalar) else { return endSequence(functionKey("PQRS", scalar) ?? shifted(scalar)) }
    endSequence(Key(name: .character("O"), modifiers: .alt))
    takeGround(scalar)
  }

  /// Takes what stands behind ESC [ [; a character that is on no such key is text, or a key, of its own.
  private mutating func takeLinuxFunctionKey(_ scalar: Unicode.Scalar) {
    guard !RawKey.canEnd(scalar) else { return endSequence(functionKey("ABCDE", scalar)) }
    endSequence(nil)
    takeGround(scalar)
  }

  private mutating func takeOldMouse(_ count: Int, _ scalar: Unicode.Scalar) {
    guard scalar.value >= 0x20 else {
      endSequence(nil)
      return takeGround(scalar)
    }
    if count == 1 { endSequence(nil) } else { state = .oldMouse(count - 1) }
  }

  /// Takes what a terminal says of its background up to BEL or ESC \\; what is no such answer was typed behind Alt-].
  private mutating func takeReport(_ text: String, _ isEnding: Bool, _ scalar: Unicode.Scalar) {
    let isEnd = scalar == "\u{7}" || (isEnding && scalar == "\\")
    if isEnd, let background = BackgroundReport.background(text) {
      endSequence(nil)
      emit(.background(background))
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
    let input = sequence.input
    if case .key(let key)? = input, !sequence.isOldMouse { return endSequence(key) }
    // What is no key is none with Alt: the Esc before it stands alone.
    if isAlt { emit(.key(Key(name: .escape))) }
    isAlt = false
    if sequence.isPasteStart {
      flushTyped()
      paste = PasteCollector()
    } else if sequence.isOldMouse {
      state = .oldMouse(3)
    } else if let input {
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
    if let key { emit(.key(isAlt ? KeyDecoder.withAlt(key) : key)) }
    isAlt = false
  }

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
    switch state {
    case .escape: endEscape(Key(name: .escape))
    // A place beyond column 95 arrives as fewer characters: none that is typed afterwards belongs to it.
    case .oldMouse(1): endSequence(nil)
    case .report(let text, let isEnding) where !awaitsReport: endReport(text, isEnding)
    case .ground, .sequence, .endlessSequence, .singleShift, .linuxFunctionKey, .oldMouse, .report: break
    }
    flushTyped()
  }
}
