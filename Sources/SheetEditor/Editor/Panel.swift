// Holds what a panel is: something that lies over a screen, takes the keys and goes again.

import SheetWording
import Terminal

/// Something over a screen: help, a question, a search.
///
/// A panel stands in one file: its state, its commands with their keys and words, what they do, how it is drawn.
protocol Panel: Equatable, Sendable {
  associatedtype Command: Hashable & Sendable

  /// The commands with their keys and words; help, quitting and redrawing come of themselves.
  static var bindings: Bindings<Command> { get }

  /// Runs a command; `time` is a monotonic time in milliseconds. The panel is not among the open ones meanwhile.
  mutating func run(_ command: Command, in editor: inout EditorState, at time: Int) -> PanelStep
  /// Takes text that is no command.
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep
  /// Takes what the mouse did over something that the drawing registered as a spot.
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep
  /// Whether a typed character that is bound is a command just now, rather than text.
  func readsTyped(_ text: String, _ editor: EditorState) -> Bool
  /// Brings the panel in step with what happened.
  mutating func follow(_ editor: EditorState)
  /// Draws it, alone or over the screen beneath; the cursor stands where typing goes.
  func draw(_ editor: EditorState, on screen: inout ScreenBuffer)

  /// Whether the screen beneath is seen.
  var showsScreen: Bool { get }
  /// Whether it asks something that nothing else may take away.
  var isQuestion: Bool { get }
  /// Whether Japanese is likely to be typed into it.
  var takesJapanese: Bool { get }
  /// Whether a key that is none of its own closes it and does what it does beneath.
  var passesKeysOn: Bool { get }
}

extension Panel {
  mutating func take(_ text: WrittenText, in editor: inout EditorState, at time: Int) -> PanelStep { .unused }
  mutating func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> PanelStep { .stays }
  func readsTyped(_ text: String, _ editor: EditorState) -> Bool { true }
  mutating func follow(_ editor: EditorState) {}
  var showsScreen: Bool { false }
  var isQuestion: Bool { false }
  var takesJapanese: Bool { false }
  var passesKeysOn: Bool { false }
}

/// What a panel made of a key or a text.
enum PanelStep {
  /// It stays open.
  case stays([Effect])
  /// It closes.
  case closes([Effect])
  /// It has no use for it and stays: text goes to the text beneath, where there is one.
  case unused

  static let stays = PanelStep.stays([])
  static let closes = PanelStep.closes([])
}

/// A panel that is open.
struct OpenPanel: Equatable, Sendable {
  var panel: any Panel

  init(_ panel: any Panel) { self.panel = panel }

  static func == (left: OpenPanel, right: OpenPanel) -> Bool {
    func isSame<P: Panel>(_ panel: P) -> Bool { right.panel as? P == panel }
    return isSame(left.panel)
  }
}

extension EditorState {
  /// The panel that takes the keys.
  var panel: (any Panel)? { panels.last?.panel }

  /// Shows a panel in the place of all others.
  mutating func show(_ panel: some Panel) { panels = [OpenPanel(panel)] }

  /// The open panel of a type.
  func panel<P: Panel>(_: P.Type) -> P? { panels.lazy.compactMap { $0.panel as? P }.first }

  /// Changes the open panel of a type.
  mutating func change<P: Panel>(panel type: P.Type, _ change: (inout P) -> Void) {
    for place in panels.indices {
      guard var panel = panels[place].panel as? P else { continue }
      change(&panel)
      panels[place] = OpenPanel(panel)
    }
  }

  /// Closes the panels of a type.
  mutating func close<P: Panel>(_: P.Type) { panels.removeAll { $0.panel is P } }

  // MARK: Keys and text

  mutating func press<P: Panel>(_ key: Key, over panel: P, at time: Int) -> [Effect] {
    // Alt makes another key of any, which closes and answers nothing where it means nothing.
    let plain = Stroke.key(key.isText || key.modifiers.contains(.alt) ? key : Key(name: key.name))
    switch P.bindings.action(for: .key(key)) ?? P.bindings.action(for: plain) {
    case .own(let command)?: return step(panel) { $0.run(command, in: &$1, at: time) } ?? []
    case .shared(let command)?: return run(command)
    case nil: break
    }
    if key.modifiers.contains(.alt) {
      say(Wording.unknownKey)
      return []
    }
    let shared = SharedCommand.ofPanels.action(for: .key(key))
    if panel.passesKeysOn, shared != .shared(.redraw), shared != .shared(.help) {
      panels = []
      return take(.key(key), at: time)
    }
    if case .shared(let command)? = shared { return run(command) }
    return []
  }

  /// Text is a command, goes where the panel puts it, or into the text beneath.
  mutating func take<P: Panel>(_ text: WrittenText, over panel: P, at time: Int) -> [Effect] {
    if case .typed(let typed) = text, panel.readsTyped(typed, self),
      case .own(let command)? = P.bindings.action(for: .typed(typed))
    {
      return step(panel) { $0.run(command, in: &$1, at: time) } ?? passOn(text, at: time)
    }
    return put(text, into: panel, at: time)
  }

  /// Lets a panel do something; nil where it has no use for it.
  private mutating func step<P: Panel>(
    _ open: P, _ body: (inout P, inout EditorState) -> PanelStep
  ) -> [Effect]? {
    var panel = open
    panels.removeLast()
    let step = body(&panel, &self)
    if case .closes(let effects) = step { return effects }
    panels.append(OpenPanel(panel))
    if case .stays(let effects) = step { return effects }
    return nil
  }

  /// Lets what lies beneath the last panel take the text: a panel as text, never as an answer, or the long text.
  ///
  /// What is passed on from is closed; where nothing takes the text, nothing is.
  mutating func passOn(_ text: WrittenText, at time: Int) -> [Effect] {
    if panels.count > 1 {
      panels.removeLast()
      if let panel { return put(text, into: panel, at: time) }
    }
    guard isWriting || form?.focus.isChoice == false else {
      say(Wording.closeFirst)
      return []
    }
    panels = []
    return write(text, at: time)
  }

  private mutating func put<P: Panel>(_ text: WrittenText, into panel: P, at time: Int) -> [Effect] {
    step(panel) { $0.take(text, in: &$1, at: time) } ?? passOn(text, at: time)
  }

  /// Tells the panel on top what the mouse did.
  mutating func point<P: Panel>(_ pointer: Pointer, over panel: P, at time: Int) -> [Effect] {
    step(panel) { $0.point(pointer, in: &$1, at: time) } ?? []
  }

  /// Brings the open panels in step with what happened.
  mutating func followPanels() {
    for place in panels.indices {
      var open = panels[place]
      open.panel.follow(self)
      panels[place] = open
    }
  }
}

extension Key {
  /// Whether it is a character with modifiers, which are then what makes it a key.
  fileprivate var isText: Bool {
    if case .character = name { return true }
    return false
  }
}
