// Holds what the person can press: a key, or text that is a command where nothing is written.

import Terminal

/// A key, or a typed character that means something of its own.
enum Stroke: Hashable, Sendable {
  case key(Key)
  case typed(String)

  /// The function key of a number.
  static func f(_ number: Int) -> Stroke { .key(Key(name: .function(number), modifiers: [])) }

  /// A character with Ctrl.
  static func control(_ character: Character) -> Stroke { .key(.control(character)) }

  /// A named key, with modifiers.
  static func named(_ name: Key.Name, _ modifiers: Key.Modifiers = []) -> Stroke {
    .key(Key(name: name, modifiers: modifiers))
  }

  /// A blank, as it is typed in half and in full width.
  static let blanks: [Stroke] = [.typed(" "), .typed("\u{3000}")]

  /// A digit, as it is typed in half and in full width.
  static func digit(_ number: Int) -> [Stroke] {
    let wide = Unicode.Scalar(0xFF10 + UInt32(number)).map { String($0) } ?? ""
    return [.typed(String(number)), .typed(wide)]
  }

  /// The key that footer and help name; nil for typed text.
  var key: Key? {
    if case .key(let key) = self { return key }
    return nil
  }
}
