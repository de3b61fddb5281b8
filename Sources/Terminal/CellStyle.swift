// Holds how a cell of the screen looks.

/// The colours that screens use, by meaning; every terminal maps them as it can.
public enum CellColor: UInt16, Hashable, Sendable {
  /// The terminal's own.
  case standard
  /// Something unfinished.
  case warning
  /// Something wrong.
  case error
  /// Something in the background.
  case quiet
  /// Something done.
  case good
}

/// How a cell looks; two bytes, since every cell of every screen is compared at every key.
public struct CellStyle: Hashable, Sendable {
  private var bits: UInt16 = 0

  /// Makes the plain style.
  public init() {}

  /// Bold.
  public var bold: Bool {
    get { bits & 1 != 0 }
    set { set(1, newValue) }
  }

  /// Foreground and background exchanged.
  public var reverse: Bool {
    get { bits & 2 != 0 }
    set { set(2, newValue) }
  }

  /// Underlined.
  public var underline: Bool {
    get { bits & 4 != 0 }
    set { set(4, newValue) }
  }

  /// The colour.
  public var color: CellColor {
    get { CellColor(rawValue: bits >> 3) ?? .standard }
    set { bits = bits & 0b111 | newValue.rawValue << 3 }
  }

  private mutating func set(_ bit: UInt16, _ isOn: Bool) { bits = isOn ? bits | bit : bits & ~bit }
}
