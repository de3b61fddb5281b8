// Holds a key as it is written in the file of the settings, and which keys are free.

import Terminal

/// A key that no screen and no panel has, so that it can be given away.
///
/// A key that types, or that means something anywhere, is none: nothing that is pressed out of habit does another thing.
struct FurtherKey: Equatable {
  let key: Key
  /// Its one written form.
  let written: String

  /// Which keys these are, for messages.
  static let allowed = "使えるのは Alt-A から Alt-Z、Ctrl-W、F11、F12、Insert"

  /// Reads a key however it was typed; nil where it is none that is free.
  init?(_ text: String) {
    let word = String(TypedLetters.plain(text).map { $0 == "+" ? "-" : $0 })
    switch word {
    case "ctrl-w": (key, written) = (.control("w"), "Ctrl-W")
    case "f11": (key, written) = (Key(name: .function(11)), "F11")
    case "f12": (key, written) = (Key(name: .function(12)), "F12")
    case "insert": (key, written) = (Key(name: .insert), "Insert")
    default:
      guard word.hasPrefix("alt-"), word.count == 5, let letter = word.last, ("a"..."z").contains(letter) else {
        return nil
      }
      (key, written) = (Key(name: .character(letter), modifiers: .alt), "Alt-\(letter.uppercased())")
    }
  }
}

/// Names and words as they are meant where an input method may have been on.
enum TypedLetters {
  /// The text with full-width letters, digits and signs as those of ASCII, without case.
  static func plain(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: plain.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x2010...0x2015, 0x2212, 0x30FC: plain.append("-")
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased()
  }
}
