// Holds the translation of ncurses' key names into keys.

import Terminal

/// Names that ncurses gives to keys, as the editor's keys.
enum CursesKeys {
  /// The key of a name such as KEY_LEFT, KEY_F(5), KEY_SHOME or kHOM5; nil for a key the editor does not know.
  static func key(named name: String) -> Key? {
    if let key = plain[name] { return key }
    if name.hasPrefix("KEY_F("), name.hasSuffix(")"), let number = Int(name.dropFirst(6).dropLast()) {
      return functionKey(number)
    }
    return modified(name)
  }

  /// xterm's terminfo numbers Shift-F1 to Shift-F12 from 13 on, and so forth.
  private static func functionKey(_ number: Int) -> Key? {
    guard (1...63).contains(number) else { return nil }
    let modifiers: [Key.Modifiers] = [[], .shift, .control, [.control, .shift], .alt, [.alt, .shift]]
    return Key(name: .function((number - 1) % 12 + 1), modifiers: modifiers[(number - 1) / 12])
  }

  /// Names of ncurses' extended keys: a stem, and a number whose bits less one are Shift, Alt and Control.
  private static func modified(_ name: String) -> Key? {
    guard name.hasPrefix("k") else { return nil }
    let stem = String(name.dropFirst().prefix { !$0.isNumber })
    guard let base = stems[stem], let number = Int(name.dropFirst(1 + stem.count)) else {
      return stems[String(name.dropFirst())].map { Key(name: $0, modifiers: .shift) }
    }
    var modifiers: Key.Modifiers = []
    if (number - 1) & 1 != 0 { modifiers.insert(.shift) }
    if (number - 1) & 2 != 0 { modifiers.insert(.alt) }
    if (number - 1) & 4 != 0 { modifiers.insert(.control) }
    return Key(name: base, modifiers: modifiers)
  }

  private static let stems: [String: Key.Name] = [
    "UP": .up, "DN": .down, "LFT": .left, "RIT": .right, "HOM": .home, "END": .end, "NXT": .pageDown,
    "PRV": .pageUp, "DC": .delete, "IC": .insert,
  ]

  private static let plain: [String: Key] = [
    "KEY_UP": named(.up), "KEY_DOWN": named(.down), "KEY_LEFT": named(.left), "KEY_RIGHT": named(.right),
    "KEY_HOME": named(.home), "KEY_END": named(.end), "KEY_NPAGE": named(.pageDown), "KEY_PPAGE": named(.pageUp),
    "KEY_BACKSPACE": named(.backspace), "KEY_DC": named(.delete), "KEY_IC": named(.insert),
    "KEY_ENTER": named(.enter), "KEY_BTAB": named(.tab, .shift), "KEY_FIND": named(.home),
    "KEY_SELECT": named(.end), "KEY_A1": named(.home), "KEY_A3": named(.pageUp), "KEY_C1": named(.end),
    "KEY_C3": named(.pageDown), "KEY_SLEFT": named(.left, .shift), "KEY_SRIGHT": named(.right, .shift),
    "KEY_SR": named(.up, .shift), "KEY_SF": named(.down, .shift), "KEY_SHOME": named(.home, .shift),
    "KEY_SEND": named(.end, .shift), "KEY_SNEXT": named(.pageDown, .shift),
    "KEY_SPREVIOUS": named(.pageUp, .shift), "KEY_SDC": named(.delete, .shift),
  ]

  private static func named(_ name: Key.Name, _ modifiers: Key.Modifiers = []) -> Key {
    Key(name: name, modifiers: modifiers)
  }
}
