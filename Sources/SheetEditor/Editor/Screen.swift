// Holds what a screen is: its commands, what it makes of text, how it is drawn.

import Terminal

/// One screen: 一覧, 項目, 本文 or 確認.
///
/// What its commands do stands beside their table; they change the editor, in which the screen's own state lies. A
/// screen has a folder of `Screens` with its state, its update and its view; a small one stands in one file, as a panel
/// does.
protocol Screen: Equatable, Sendable {
  associatedtype Command: Hashable & Sendable

  /// The commands with their keys and words.
  static var bindings: Bindings<Command> { get }
  /// The heading over its keys in the help.
  static var helpHeading: String { get }

  /// Commands that mean nothing just now, and that footer and help leave out.
  static func hidden(in editor: EditorState) -> Set<Binding<Command>.Action>
  /// Whether typed characters that are bound are commands just now, rather than text.
  static func readsTyped(_ editor: EditorState) -> Bool
  /// Runs a command; `time` is a monotonic time in milliseconds.
  static func run(_ command: Command, in editor: inout EditorState, at time: Int) -> [Effect]
  /// Takes typed text that is no command.
  static func type(_ text: String, in editor: inout EditorState, at time: Int) -> [Effect]
  /// Takes pasted text, of which some control characters were dropped.
  static func paste(_ text: String, dropped: Int, in editor: inout EditorState) -> [Effect]
  /// Takes what the mouse did over something that the drawing registered as a spot.
  static func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> [Effect]
  /// Sees that what has the cursor is on the screen.
  static func fit(_ editor: inout EditorState)
  /// Draws the screen; the cursor stands where the next character would go.
  static func draw(_ editor: EditorState, on screen: inout ScreenBuffer)
}

extension Screen {
  static func hidden(in editor: EditorState) -> Set<Binding<Command>.Action> { [] }
  static func readsTyped(_ editor: EditorState) -> Bool { true }
  static func point(_ pointer: Pointer, in editor: inout EditorState, at time: Int) -> [Effect] { [] }

  /// The keys as the footer shows them.
  static func footer(_ editor: EditorState) -> [FooterEntry] { bindings.footer(without: hidden(in: editor)) }

  /// The lines of the help.
  static func help(_ editor: EditorState) -> [HelpRow] { bindings.help(without: hidden(in: editor)) }
}

/// The screen that is open over the list, with its state.
struct OpenScreen: Equatable, Sendable {
  var state: any Screen

  init(_ state: any Screen) { self.state = state }

  static func == (left: OpenScreen, right: OpenScreen) -> Bool {
    func isSame<S: Screen>(_ state: S) -> Bool { right.state as? S == state }
    return isSame(left.state)
  }
}

extension EditorState {
  /// The screen that is shown: the list, or what is open over it.
  var screen: any Screen.Type { opened.map { type(of: $0.state) } ?? ListState.self }

  /// The form, where it is shown.
  var form: FormState? { opened?.state as? FormState }
  /// The long text that is open for writing.
  var text: TextArea? { opened?.state as? TextArea }
  /// The reading page, where it is shown.
  var page: ReadingPage? { opened?.state as? ReadingPage }

  /// Shows a screen over the list.
  mutating func open(_ state: some Screen) { opened = OpenScreen(state) }

  /// Changes the open screen in place, where it is of a type.
  mutating func change<S: Screen>(_: S.Type, _ change: (inout S) -> Void) {
    guard var state = opened?.state as? S else { return }
    // Nothing else may hold the state while it changes: a long text would be copied whole.
    opened = nil
    change(&state)
    opened = OpenScreen(state)
  }
}
