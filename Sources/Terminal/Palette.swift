// Holds the colours of the two themes with 256 colours.

/// The colours of a theme as numbers of the palette of 256: a ground, and the inks on it.
///
/// Text has a contrast of 4.5:1 or more on every ground; on the page with the backgrounds that people commonly have.
struct Palette {
  /// The colours of the inks on one kind of ground; nil is the terminal's own.
  struct Inks {
    let standard: Int?
    let heading: Int
    let quiet: Int
    let good: Int
    let warning: Int
    let bad: Int

    subscript(ink: CellInk) -> Int? {
      switch ink {
      case .standard: standard
      case .heading: heading
      case .quiet: quiet
      case .good: good
      case .warning: warning
      case .bad: bad
      }
    }

    /// One colour for all inks, on a ground that says by itself what is meant.
    static func all(_ colour: Int) -> Inks {
      Inks(standard: colour, heading: colour, quiet: colour, good: colour, warning: colour, bad: colour)
    }

    /// On a strong colour.
    static let strong = Inks(standard: 231, heading: 231, quiet: 253, good: 157, warning: 222, bad: 224)
  }

  /// The ground's colour, nil for the terminal's own, and the inks on it.
  let colours: @Sendable (CellGround) -> (ground: Int?, inks: Inks)

  func appearance(_ ink: CellInk, on ground: CellGround) -> Appearance {
    let (colour, inks) = colours(ground)
    return Appearance(ink: inks[ink], ground: colour)
  }

  /// On a light background.
  static let light = Palette { ground in
    let page = Inks(standard: nil, heading: 24, quiet: 241, good: 22, warning: 94, bad: 160)
    let tint = Inks(standard: 16, heading: 24, quiet: 240, good: 22, warning: 58, bad: 124)
    return switch ground {
    case .page: (nil, page)
    case .band, .key, .chosenButton: (24, .strong)
    case .selection: (24, .all(231))
    case .badButton, .badPill: (160, .all(231))
    case .warningPill, .foundHere: (214, .all(16))
    case .goodPill: (22, .all(231))
    case .found: (222, .all(16))
    case .footer, .button, .dialog: (254, tint)
    case .field: (255, tint)
    case .focusedField: (195, tint)
    case .edge, .emptyBar: (252, .all(16))
    case .focusedEdge: (25, .all(231))
    case .chosen: (189, tint)
    case .fullBar: (29, .all(16))
    case .added: (194, tint)
    case .removed: (224, tint)
    case .comment: (230, tint)
    }
  }

  /// On a dark background.
  static let dark = Palette { ground in
    let page = Inks(standard: nil, heading: 117, quiet: 248, good: 114, warning: 215, bad: 210)
    let tint = Inks(standard: 255, heading: 117, quiet: 250, good: 114, warning: 215, bad: 217)
    return switch ground {
    case .page: (nil, page)
    case .band, .key, .chosenButton: (24, .strong)
    case .selection: (24, .all(231))
    case .badButton, .badPill: (160, .all(231))
    case .warningPill, .foundHere: (214, .all(16))
    case .goodPill: (22, .all(231))
    case .found: (222, .all(16))
    case .footer, .dialog: (236, tint)
    case .button: (238, tint)
    case .field: (235, tint)
    case .focusedField: (237, tint)
    case .edge, .emptyBar: (240, .all(231))
    case .focusedEdge: (75, .all(16))
    case .chosen: (238, tint)
    case .fullBar: (35, .all(16))
    case .added: (22, .strong)
    case .removed: (52, .strong)
    case .comment: (58, .strong)
    }
  }
}
