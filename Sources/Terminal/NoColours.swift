// Holds the theme without colours: reverse, bold and underline do the same work.

/// Reverse, bold and underline.
enum NoColours {
  static func appearance(_ ink: CellInk, on ground: CellGround) -> Appearance {
    var look = Appearance()
    look.reverse = isReverse(ground)
    look.underline = isUnderlined(ground)
    look.bold = isBold(ground) || ink == .heading || ink == .warning || ink == .bad
    return look
  }

  private static func isReverse(_ ground: CellGround) -> Bool {
    switch ground {
    case .band, .chosenButton, .badButton, .chosen, .fullBar, .warningPill, .badPill, .goodPill, .selection, .foundHere,
      .focusedEdge:
      true
    case .page, .footer, .key, .field, .focusedField, .edge, .button, .dialog, .emptyBar, .found, .added, .removed,
      .comment:
      false
    }
  }

  private static func isUnderlined(_ ground: CellGround) -> Bool {
    switch ground {
    case .field, .focusedField, .button, .emptyBar, .found: true
    case .page, .band, .footer, .key, .edge, .focusedEdge, .chosenButton, .badButton, .chosen, .dialog, .fullBar,
      .warningPill, .badPill, .goodPill, .selection, .foundHere, .added, .removed, .comment:
      false
    }
  }

  private static func isBold(_ ground: CellGround) -> Bool {
    switch ground {
    case .key, .chosenButton, .badButton, .warningPill, .badPill, .found, .added, .comment: true
    case .page, .band, .footer, .field, .focusedField, .edge, .focusedEdge, .button, .chosen, .dialog, .fullBar,
      .emptyBar, .goodPill, .selection, .foundHere, .removed:
      false
    }
  }
}
