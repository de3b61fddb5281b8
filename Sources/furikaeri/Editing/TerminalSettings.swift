// Holds what the environment says about the terminal, and the taking over of it.

import CursesTerminal
import Glibc
import SheetSession
import SheetWording
import Terminal

/// The environment's settings for the terminal.
struct TerminalSettings {
  /// TERM.
  let type: String
  /// FURIKAERI_AMBIGUOUS: the widths of ambiguous characters; nil asks the terminal.
  let ambiguous: AmbiguousWidths?
  /// FURIKAERI_CLIPBOARD: whether copies are offered to the terminal's clipboard; nil asks the terminal.
  let clipboard: Bool?
  /// FURIKAERI_IME: whether the input method is opened for writing and closed behind it; nil asks the terminal.
  let inputMethod: Bool?
  /// FURIKAERI_MOUSE: whether the terminal is asked to report its mouse; nil asks it where it is known to do so.
  var mouse: Bool?
  /// ESCDELAY: how long to wait for the rest of a key after Esc, in milliseconds.
  let escapeDelay: Int32
  /// FURIKAERI_THEME, or NO_COLOR: the theme; nil follows the terminal.
  let theme: Theme?
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
    let settings = TerminalSettings(
      type: environment("TERM") ?? "", ambiguous: try setting("FURIKAERI_AMBIGUOUS", ambiguousWidths),
      clipboard: try setting("FURIKAERI_CLIPBOARD", switches),
      inputMethod: try setting("FURIKAERI_IME", switches),
      mouse: try setting("FURIKAERI_MOUSE", switches),
      escapeDelay: environment("ESCDELAY").flatMap { Int32($0) }.map { min(max($0, 1), 5000) } ?? 25,
      theme: try setting("FURIKAERI_THEME", themes) ?? (environment("NO_COLOR") == nil ? nil : .monochrome),
      background: environment("COLORFGBG").flatMap { TerminalBackground(colorFGBG: $0) })
    guard !settings.type.isEmpty else { throw .noType }
    switch CursesTerminal.fitness(ofType: settings.type) {
    case .usable: return settings
    case .unknownType: throw .unknownType(settings.type)
    case .cannotPlaceCursor: throw .cannotPlaceCursor(settings.type)
    }
  }

  static let themes: KeyValuePairs<String, Theme> = [
    "light": .light, "dark": .dark, "16": .sixteen, "mono": .monochrome,
  ]
  static let ambiguousWidths: KeyValuePairs<String, AmbiguousWidths> = ["1": .narrow, "2": .wide]
  static let switches: KeyValuePairs<String, Bool> = ["on": true, "off": false]

  /// The words that a variable takes, the usual one first.
  static func words<Value>(_ values: KeyValuePairs<String, Value>) -> [String] { ["auto"] + values.map(\.key) }

  /// Whether the terminal is worth asking what colour its background has.
  func asksBackground(_ device: any TerminalDevice) -> Bool { theme == nil && device.colours >= 256 }

  /// The widths that FURIKAERI_AMBIGUOUS sets, for printing without a terminal to ask; narrow where it sets none.
  static var printedWidths: DisplayWidths {
    DisplayWidths(ambiguous: environment("FURIKAERI_AMBIGUOUS") == "2" ? .wide : .narrow)
  }

  /// What a variable is set to; nil where the terminal is to be asked.
  private static func setting<Value>(
    _ name: String, _ values: KeyValuePairs<String, Value>
  ) throws(TerminalObstacle) -> Value? {
    guard let text = environment(name), text != "auto" else { return nil }
    guard let found = values.first(where: { $0.key == text }) else {
      throw .badSetting(name, text, allowed: words(values))
    }
    return found.value
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
