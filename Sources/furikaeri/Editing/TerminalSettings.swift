// Holds what the environment says about the terminal.

import CursesTerminal
import Glibc
import SheetSession
import Terminal

/// Yes, no, or as the terminal says.
enum TerminalSetting: Equatable {
  case ask
  case on
  case off

  /// Whether it is so, with the terminal's answer where it is asked.
  func holds(answered: Bool) -> Bool {
    switch self {
    case .ask: answered
    case .on: true
    case .off: false
    }
  }
}

/// The environment's settings for the terminal.
struct TerminalSettings {
  /// TERM.
  let type: String
  /// FURIKAERI_AMBIGUOUS: the widths of ambiguous characters; nil asks the terminal.
  let ambiguous: AmbiguousWidths?
  /// FURIKAERI_CLIPBOARD: whether copies are offered to the terminal's clipboard.
  let clipboard: TerminalSetting
  /// FURIKAERI_IME: whether the input method is opened for writing and closed behind it.
  let inputMethod: TerminalSetting
  /// ESCDELAY: how long to wait for the rest of a key after Esc, in milliseconds.
  let escapeDelay: Int32
  /// NO_COLOR: false when it is set.
  let colours: Bool

  /// The widths to draw with before the terminal has answered.
  var widths: DisplayWidths { DisplayWidths(ambiguous: ambiguous ?? .narrow) }

  /// Reads the environment, or says what keeps the screen from being used.
  ///
  /// Nothing is touched.
  static func read() -> Result<TerminalSettings, TerminalObstacle> {
    guard String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" else { return .failure(.notUTF8) }
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { return .failure(.noTerminal) }
    let settings: TerminalSettings
    do {
      settings = TerminalSettings(
        type: environment("TERM") ?? "", ambiguous: try ambiguousSetting(),
        clipboard: try setting("FURIKAERI_CLIPBOARD"), inputMethod: try setting("FURIKAERI_IME"),
        escapeDelay: environment("ESCDELAY").flatMap { Int32($0) }.map { min(max($0, 1), 5000) } ?? 25,
        colours: environment("NO_COLOR") == nil)
    } catch {
      return .failure(error)
    }
    guard !settings.type.isEmpty else { return .failure(.noType) }
    switch CursesTerminal.fitness(ofType: settings.type) {
    case .usable: return .success(settings)
    case .unknownType: return .failure(.unknownType(settings.type))
    case .cannotPlaceCursor: return .failure(.cannotPlaceCursor(settings.type))
    }
  }

  /// The widths that FURIKAERI_AMBIGUOUS sets, for printing without a terminal to ask; narrow where it sets none.
  static var printedWidths: DisplayWidths {
    DisplayWidths(ambiguous: environment("FURIKAERI_AMBIGUOUS") == "2" ? .wide : .narrow)
  }

  private static func ambiguousSetting() throws(TerminalObstacle) -> AmbiguousWidths? {
    switch environment("FURIKAERI_AMBIGUOUS") {
    case nil, "", "auto": return nil
    case "1": return .narrow
    case "2": return .wide
    case .some(let value): throw .badSetting("FURIKAERI_AMBIGUOUS", value, allowed: ["auto", "1", "2"])
    }
  }

  private static func setting(_ name: String) throws(TerminalObstacle) -> TerminalSetting {
    switch environment(name) {
    case nil, "", "auto": return .ask
    case "on": return .on
    case "off": return .off
    case .some(let value): throw .badSetting(name, value, allowed: ["auto", "on", "off"])
    }
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
