// Holds keys and their one written form, such as <C-s>.

/// A key with its modifiers.
public struct Key: Hashable, Sendable {
  /// What is on the key.
  public enum Name: Hashable, Sendable {
    /// A character, with Control or Alt; characters alone arrive as typed text.
    case character(Character)
    case enter
    case tab
    case escape
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    /// F1 and so on.
    case function(Int)
  }

  /// The keys held down with it.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit a modifier.
    public let rawValue: Int

    /// Takes the bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Shift.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, or Esc before the key.
    public static let alt = Modifiers(rawValue: 2)
    /// Control.
    public static let control = Modifiers(rawValue: 4)
  }

  /// What is on the key.
  public let name: Name
  /// The keys held down with it.
  public let modifiers: Modifiers

  /// Makes a key.
  public init(name: Name, modifiers: Modifiers = []) {
    self.name = name
    self.modifiers = modifiers
  }

  /// Control with a letter.
  public static func control(_ character: Character) -> Key {
    Key(name: .character(character), modifiers: .control)
  }

  /// The written form: <C-s>, <S-Tab>, <F1>.
  public var written: String {
    var prefix = ""
    if modifiers.contains(.control) { prefix += "C-" }
    if modifiers.contains(.alt) { prefix += "A-" }
    if modifiers.contains(.shift) { prefix += "S-" }
    return "<\(prefix)\(baseName)>"
  }

  private var baseName: String {
    switch name {
    case .character(let character): String(character)
    case .function(let number): "F\(number)"
    default: Key.names.first { $0.value == name }?.key ?? ""
    }
  }

  static let names: [String: Name] = [
    "CR": .enter, "Tab": .tab, "Esc": .escape, "BS": .backspace, "Del": .delete, "Ins": .insert, "Up": .up,
    "Down": .down, "Left": .left, "Right": .right, "Home": .home, "End": .end, "PageUp": .pageUp,
    "PageDown": .pageDown,
  ]
}
