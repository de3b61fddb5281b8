// Holds what is set for the terminal, and the taking over of it.

import CursesTerminal
import Glibc
import SheetSession
import SheetSettings
import SheetWording
import Terminal

/// What environment and settings say of the terminal.
struct TerminalSettings {
  /// TERM.
  let type: String
  /// The widths of ambiguous characters; nil asks the terminal.
  var ambiguous: AmbiguousWidths?
  /// Whether copies are offered to the terminal's clipboard; nil asks the terminal.
  var clipboard: Bool?
  /// Whether the input method is opened for writing and closed behind it; nil asks the terminal.
  var inputMethod: Bool?
  /// Whether the terminal is asked to report its mouse; nil asks it where it is known to do so.
  var mouse: Bool?
  /// ESCDELAY: how long to wait for the rest of a key after Esc, in milliseconds.
  let escapeDelay: Int32
  /// The theme; nil follows the terminal.
  var theme: Theme?
  /// COLORFGBG: what the environment says of the background; nil where it says nothing.
  let background: TerminalBackground?

  /// Whether the terminal is known to report its mouse.
  var reportsMouse: Bool {
    let isInTmux = environment("TMUX") != nil
    return (isInTmux || environment("STY") == nil) && CursesTerminal.reportsMouse(type: type, isInTmux: isInTmux)
  }

  /// The widths to draw with before the terminal has answered.
  var widths: DisplayWidths { DisplayWidths(ambiguous: ambiguous ?? .narrow) }

  /// The environment's settings; nil after saying what keeps the screen from being used, which nothing has touched yet.
  static func usable() -> TerminalSettings? {
    do {
      return try read()
    } catch {
      Output.message(Wording.sentence(error))
      return nil
    }
  }

  /// Takes the terminal over, has something done on it and gives it back; nil after saying that it cannot be had.
  func onTerminal<Result>(_ work: (any TerminalDevice) -> Result) -> Result? {
    guard let wake = Wake.open(),
      let device = CursesTerminal(
        type: type, widths: widths, wakeDescriptor: wake, escapeDelay: escapeDelay, mouse: mouse ?? reportsMouse)
    else {
      Output.message(Wording.terminalFailed)
      return nil
    }
    defer { device.close() }
    device.theme = theme ?? Theme(colours: device.colours, background: background)
    EndingSignals.catchAll()
    return work(device)
  }

  private static func read() throws(TerminalObstacle) -> TerminalSettings {
    guard String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" else { throw .notUTF8 }
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { throw .noTerminal }
    if let bad = Settings.atStart.badVariable { throw .badSetting(bad.name, bad.value, allowed: bad.allowed) }
    let settings = TerminalSettings(
      Settings.atStart, type: environment("TERM") ?? "",
      escapeDelay: environment("ESCDELAY").flatMap { Int32($0) }.map { min(max($0, 1), 5000) } ?? 25,
      background: environment("COLORFGBG").flatMap { TerminalBackground(colorFGBG: $0) })
    guard !settings.type.isEmpty else { throw .noType }
    switch CursesTerminal.fitness(ofType: settings.type) {
    case .usable: return settings
    case .unknownType: throw .unknownType(settings.type)
    case .cannotPlaceCursor: throw .cannotPlaceCursor(settings.type)
    }
  }

  /// Whether the terminal is worth asking what colour its background has.
  func asksBackground(_ device: any TerminalDevice) -> Bool { theme == nil && device.colours >= 256 }

  /// The widths that are set, for printing without a terminal to ask; narrow where none are.
  static var printedWidths: DisplayWidths {
    DisplayWidths(ambiguous: Settings.atStart.meaning(of: .ambiguous, Setting.ambiguousWidths) ?? .narrow)
  }
}

extension TerminalSettings {
  /// Takes from the settings what the terminal is to follow.
  init(_ settings: Settings, type: String, escapeDelay: Int32, background: TerminalBackground?) {
    self.init(
      type: type, ambiguous: nil, clipboard: nil, inputMethod: nil, escapeDelay: escapeDelay, theme: nil,
      background: background)
    follow(settings)
  }

  /// Takes what is set from other settings.
  mutating func follow(_ settings: Settings) {
    ambiguous = settings.meaning(of: .ambiguous, Setting.ambiguousWidths)
    clipboard = settings.meaning(of: .clipboard, Setting.switches)
    inputMethod = settings.meaning(of: .inputMethod, Setting.switches)
    mouse = settings.meaning(of: .mouse, Setting.switches)
    theme = settings.meaning(of: .theme, Setting.themes)
  }
}

/// What keeps the screen from being used.
enum TerminalObstacle: Error, Equatable {
  case notUTF8
  case noTerminal
  case noType
  case unknownType(String)
  case cannotPlaceCursor(String)
  case badSetting(String, String, allowed: [String])
}
