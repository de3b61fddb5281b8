// Holds what a terminal's control sequence (CSI) means.

/// A control sequence: what stands between ESC [ and its last character, and that character.
struct ControlSequence {
  let parameters: String
  let final: Unicode.Scalar

  /// ESC [ 200 ~.
  var isPasteStart: Bool { final == "~" && parameters == "200" }

  /// ESC [ M, behind which a mouse of the oldest kind sends three characters of its own.
  var isOldMouse: Bool { final == "M" && parameters.isEmpty }

  /// What the sequence says; nil for one that nobody knows.
  var input: TerminalInput? {
    if parameters.hasPrefix("<") {
      guard final == "M" || final == "m" else { return nil }
      return MouseInput(report: parameters, isRelease: final == "m").map { .mouse($0) }
    }
    switch final {
    case "R": return cursorReport
    case "c": return attributes
    case "~": return tildeKey.map { .key($0) }
    case "Z": return .key(Key(name: .tab, modifiers: .shift))
    default: return cursorKey.map { .key($0) }
    }
  }

  /// ESC [ A and the like, F1 to F4 of xterm among them.
  var cursorKey: Key? {
    let name: Key.Name
    switch final {
    case "A": name = .up
    case "B": name = .down
    case "C": name = .right
    case "D": name = .left
    case "H": name = .home
    case "F": name = .end
    case "P": name = .function(1)
    case "Q": name = .function(2)
    case "R": name = .function(3)
    case "S": name = .function(4)
    case "M": name = .enter
    default: return nil
    }
    return Key(name: name, modifiers: modifiers)
  }

  /// A report of the first row cannot be told from a shifted F3: the program never asks on that row.
  private var cursorReport: TerminalInput? {
    let numbers = self.numbers
    if numbers.count == 2, numbers[0] >= 2 { return .cursorReport(row: numbers[0], column: numbers[1]) }
    return cursorKey.map { .key($0) }
  }

  private var attributes: TerminalInput? {
    let numbers = parameters.dropFirst().split(separator: ";").map { Int($0) ?? 0 }
    if parameters.hasPrefix("?") { return .deviceAttributes(numbers) }
    return parameters.hasPrefix(">") ? .secondaryAttributes(numbers) : nil
  }

  private var tildeKey: Key? {
    guard let number = numbers.first else { return nil }
    let name: Key.Name
    switch number {
    case 1, 7: name = .home
    case 2: name = .insert
    case 3: name = .delete
    case 4, 8: name = .end
    case 5: name = .pageUp
    case 6: name = .pageDown
    case 11...15: name = .function(number - 10)
    case 17...21: name = .function(number - 11)
    case 23, 24: name = .function(number - 12)
    default: return nil
    }
    return Key(name: name, modifiers: modifiers)
  }

  private var modifiers: Key.Modifiers {
    let numbers = self.numbers
    guard numbers.count >= 2, (2...16).contains(numbers[1]) else { return [] }
    return Key.Modifiers(rawValue: (numbers[1] - 1) & 7)
  }

  private var numbers: [Int] {
    parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
  }
}
