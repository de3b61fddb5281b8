// Holds what can happen to the editor, named for what happened.

import InitiativeModel
import SheetSettings
import Terminal

/// Something that happened outside the pure program.
public enum EditorEvent: Equatable, Sendable {
  /// The person did something; `at` is a monotonic time in milliseconds.
  case input(TerminalInput, at: Int)
  /// Something happened to the files of the library.
  case file(FileEvent)
  /// The first screen is shown; what it leaves open can be asked for.
  case started
  /// The terminal said how wide it draws ambiguous characters.
  case widthsMeasured(AmbiguousWidths)
  /// A setting was given a value: the settings now in force.
  case settings(Settings, changed: Setting)
  /// A setting was not changed, and why.
  case settingFailed(String)
  /// Something the person should know.
  case notice(String)
}
