// Holds the theme with 8 or 16 colours, which stands on any background.

/// The first 8 colours: text in the terminal's own colour, or on a colour of its own.
enum FewColours {
  static let black = 0
  private static let (red, green, yellow, blue, cyan, white) = (1, 2, 3, 4, 6, 7)

  static func appearance(_ ink: CellInk, on ground: CellGround) -> Appearance {
    var look = appearance(of: ground)
    guard look.ground == nil else {
      look.bold = look.bold || ink == .bad || ink == .warning
      return look
    }
    switch ink {
    case .standard, .quiet, .good: break
    case .heading, .warning: look.bold = true
    case .bad:
      // Red text stands on no background that may be black or white.
      (look.ink, look.ground, look.bold) = (white, red, true)
    }
    return look
  }

  private static func appearance(of ground: CellGround) -> Appearance {
    var look = Appearance()
    switch ground {
    case .page, .footer, .dialog, .removed: break
    case .band, .chosenButton: look = Appearance(ink: white, ground: blue)
    case .key, .chosen, .focusedEdge: look = Appearance(ink: black, ground: cyan)
    case .badButton, .badPill: look = Appearance(ink: white, ground: red)
    case .warningPill, .found: look = Appearance(ink: black, ground: yellow)
    case .goodPill, .fullBar, .added: look = Appearance(ink: black, ground: green)
    case .comment: look = Appearance(ink: black, ground: white)
    case .field, .focusedField, .edge, .button, .emptyBar: look.underline = true
    case .selection, .foundHere: look.reverse = true
    }
    switch ground {
    case .chosenButton, .badButton, .badPill, .focusedField: look.bold = true
    case .page, .footer, .dialog, .removed, .band, .key, .chosen, .focusedEdge, .warningPill, .found, .goodPill,
      .fullBar,
      .added, .comment, .field, .button, .emptyBar, .edge, .selection, .foundHere:
      break
    }
    return look
  }
}
