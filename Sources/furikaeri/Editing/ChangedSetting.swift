// Holds what a terminal does when a setting is changed while the program runs.

import SheetSettings
import Terminal

extension TerminalSettings {
  /// Has a terminal follow a setting as it is now in force; whether it has to be asked anew what it can do.
  func follow(_ setting: Setting, on device: any TerminalDevice) -> Bool {
    switch setting {
    case .theme:
      device.theme = theme ?? Theme(colours: device.colours, background: background)
      return theme == nil
    case .ambiguous: return ambiguous == nil
    case .mouse:
      device.reportsMouse = mouse ?? reportsMouse
      return false
    case .clipboard: return clipboard == nil
    case .inputMethod: return inputMethod == nil
    case .name, .key: return false
    }
  }
}
