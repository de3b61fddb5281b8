// Holds the reading of keys and text in their written form.

/// What is wrong with a written key.
public struct KeyScriptError: Error, Equatable, Sendable {
  /// The part between < and > that is no key.
  public let text: String
}

/// A sequence of keys and typed text as one line: あいう<CR><C-s>; <lt> stands for <.
public enum KeyScript {
  /// Reads a script into what a terminal would have sent.
  public static func parse(_ script: String) throws(KeyScriptError) -> [TerminalInput] {
    var inputs: [TerminalInput] = []
    var typed = ""
    var rest = script[...]
    while let character = rest.popFirst() {
      guard character == "<", let close = rest.firstIndex(of: ">") else {
        typed.append(character)
        continue
      }
      let name = String(rest[..<close])
      rest = rest[rest.index(after: close)...]
      if name == "lt" {
        typed.append("<")
        continue
      }
      if !typed.isEmpty { inputs.append(.typed(typed)) }
      typed = ""
      inputs.append(.key(try key(name)))
    }
    return typed.isEmpty ? inputs : inputs + [.typed(typed)]
  }

  private static func key(_ text: String) throws(KeyScriptError) -> Key {
    var modifiers: Key.Modifiers = []
    var base = text
    let prefixes: [(String, Key.Modifiers)] = [("C-", .control), ("A-", .alt), ("S-", .shift)]
    while let (prefix, modifier) = prefixes.first(where: { base.hasPrefix($0.0) && base.count > 2 }) {
      modifiers.insert(modifier)
      base.removeFirst(prefix.count)
    }
    if let name = Key.names[base] { return Key(name: name, modifiers: modifiers) }
    if base.hasPrefix("F"), let number = Int(base.dropFirst()) {
      return Key(name: .function(number), modifiers: modifiers)
    }
    guard base.count == 1, let character = base.first, !modifiers.isEmpty else { throw KeyScriptError(text: text) }
    return Key(name: .character(character), modifiers: modifiers)
  }
}
