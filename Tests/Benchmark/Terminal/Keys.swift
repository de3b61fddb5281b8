// Holds the keys that are typed, as a terminal sends them.

/// What a terminal sends for a key.
enum Keys {
  static let tab: [UInt8] = [0x09]
  static let enter: [UInt8] = [0x0D]
  static let backspace: [UInt8] = [0x7F]
  static let redraw: [UInt8] = [0x0C]
  static let down = text("\u{1B}[B")
  static let pageUp = text("\u{1B}[5~")
  static let pageDown = text("\u{1B}[6~")
  static let controlEnd = text("\u{1B}[1;5F")
  /// To the end of the text, in nano.
  static let nanoEnd = text("\u{1B}/")
  static let f7 = text("\u{1B}[18~")
  static let f10 = text("\u{1B}[21~")

  /// Text as it is typed.
  static func text(_ text: String) -> [UInt8] { Array(text.utf8) }
}
