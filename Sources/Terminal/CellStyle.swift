// Holds how a cell of the screen looks: by what it means, never by a colour.

/// What a cell lies on; a theme makes a background, or what does its work, of it.
public enum CellGround: UInt16, CaseIterable, Hashable, Sendable {
  /// The screen itself.
  case page
  /// The first row of a screen, and the title of a dialog.
  case band
  /// The last row, with what the keys do; a key in it.
  case footer, key
  /// A field to write in, the one with the focus, and the edges of both.
  case field, focusedField, edge, focusedEdge
  /// An option or an answer, the one that is chosen, and one that is chosen and asks for something.
  case button, chosenButton, badButton
  /// The row of a list with the cursor.
  case chosen
  /// What lies over the screen.
  case dialog
  /// A bar's part that is done, and the one that is not.
  case fullBar, emptyBar
  /// A state that stands out: unfinished, wrong, done.
  case warningPill, badPill, goodPill
  /// Text that is selected, text that was found, and the one of it with the cursor.
  case selection, found, foundHere
  /// Lines of a comparison that came and that went.
  case added, removed
  /// What somebody says of a field.
  case comment
}

/// What is written on a ground.
public enum CellInk: UInt16, CaseIterable, Hashable, Sendable {
  /// Plain text.
  case standard
  /// A heading.
  case heading
  /// Something in the background: what is empty, what explains.
  case quiet
  /// Something done.
  case good
  /// Something unfinished.
  case warning
  /// Something wrong.
  case bad
}

/// How a cell looks; two bytes, since every cell of every screen is compared at every key.
public struct CellStyle: Hashable, Sendable {
  private var bits: UInt16 = 0

  /// Makes plain text on the page.
  public init() {}

  /// Makes a style of its parts.
  public init(_ ink: CellInk, on ground: CellGround = .page, bold: Bool = false, underline: Bool = false) {
    self.ink = ink
    self.ground = ground
    self.bold = bold
    self.underline = underline
  }

  /// Bold.
  public var bold: Bool {
    get { bits & 1 != 0 }
    set { bits = newValue ? bits | 1 : bits & ~1 }
  }

  /// Underlined; a rule is an underlined row.
  public var underline: Bool {
    get { bits & 2 != 0 }
    set { bits = newValue ? bits | 2 : bits & ~2 }
  }

  /// What is written with.
  public var ink: CellInk {
    get { CellInk(rawValue: bits >> 2 & 0b111) ?? .standard }
    set { bits = bits & ~0b1_1100 | newValue.rawValue << 2 }
  }

  /// What it lies on.
  public var ground: CellGround {
    get { CellGround(rawValue: bits >> 5) ?? .page }
    set { bits = bits & 0b1_1111 | newValue.rawValue << 5 }
  }

  /// The same on another ground.
  public func on(_ ground: CellGround) -> CellStyle {
    var style = self
    style.ground = ground
    return style
  }

  /// A number below 1,024 that tells the style from all others.
  public var number: Int { Int(bits) }
}
