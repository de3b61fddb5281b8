// Holds what the pure program asks of the world.

import InitiativeModel
import SheetSettings

/// What the pure program asks of the world; answered by events.
public enum Effect: Equatable, Sendable {
  /// Something is asked of the files.
  case file(FileEffect)
  /// Something is asked of the terminal.
  case device(DeviceEffect)
  /// A setting is to be given a value, for this program and those that come.
  case change(Setting, to: String)
  /// The program is to be left.
  case quit
}

/// What the pure program asks of the terminal.
public enum DeviceEffect: Equatable, Sendable {
  /// Offer a text to the clipboard of the terminal, where it has one.
  case offerClipboard(String)
  /// Draw everything anew, whatever the terminal is believed to show.
  case redrawEverything
}
