// Holds what can be asked for on every screen and panel alike.

import SheetWording

/// A command that all screens share.
enum SharedCommand: Hashable, Sendable {
  case help
  case search
  case nextDeficient
  case quit
  case howToQuit
  case redraw

  /// Its keys.
  var strokes: [Stroke] {
    switch self {
    case .help: [.f(1), .control("g")]
    case .search: [.f(7), .control("f")]
    case .nextDeficient: [.f(8), .control("e")]
    case .quit: [.f(10), .control("q")]
    case .howToQuit: [.control("c")]
    case .redraw: [.control("l")]
    }
  }

  /// What is done even where the screen is too small to be seen.
  static let blind = Set(SharedCommand.quit.strokes + SharedCommand.redraw.strokes)

  /// Its sentence in the help.
  var help: String {
    switch self {
    case .help: Wording.Help.help
    case .search: Wording.Help.search
    case .nextDeficient: Wording.Help.nextDeficientOrSentBack
    case .quit: Wording.Help.quit
    case .howToQuit: Wording.Help.controlC
    case .redraw: Wording.Help.redraw
    }
  }

  /// Those that a panel has without naming them.
  static let ofPanels: Bindings<SharedCommand> = Bindings([.shared(.help), .shared(.quit), .shared(.redraw)])
}
