// Holds the last look at what was read: whether anything in it shows that it was misread.

import InitiativeModel

/// Looks through the fields of all sheets, and weighs what has no place.
enum ImportCheck {
  /// Of so many letters one may have no place.
  private static let share = 5
  /// How many lines a doubt names.
  private static let mostLines = 5

  static func doubts(of result: ImportResult) -> [ImportDoubt] {
    result.pieces.compactMap { labelInText($0, result.sheets) } + unplaced(result.pieces)
  }

  /// More than a fifth of the letters of what is no furniture have no place.
  private static func unplaced(_ pieces: [ImportedPiece]) -> [ImportDoubt] {
    var all = 0
    var left = 0
    var lines: [Int] = []
    for piece in pieces {
      if case .furniture = piece.place { continue }
      let letters = letters(in: piece.text)
      all += letters
      guard piece.place == .unplaced, letters > 0 else { continue }
      left += letters
      if lines.count < mostLines, lines.last != piece.line { lines.append(piece.line) }
    }
    return left * share > all ? [.tooMuchUnplaced(letters: left, of: all, lines: lines)] : []
  }

  /// The letters and digits of a text.
  private static func letters(in text: String) -> Int {
    text.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// A label inside a field's text, with more of the form than a sentence that mentions it would have.
  private static func labelInText(_ piece: ImportedPiece, _ sheets: [ImportedSheet]) -> ImportDoubt? {
    guard case .field(let index, let field) = piece.place, !isChoice(field) else { return nil }
    let isHead = field == .title || field == .subtitle
    guard let label = formIn(piece.text) ?? (isHead && MisprintedForm.isPlanName(piece.text) ? piece.text : nil) else {
      return nil
    }
    return .labelInText(sheet: sheets[index].sheet.number, field, label: label, line: piece.line)
  }

  private static func isChoice(_ field: SheetField) -> Bool {
    if case .entry(let field) = field { return field.isChoice }
    return false
  }

  /// What of the form stands in a text: a label that is one, a legend, or a line that is a stretch of one.
  private static func formIn(_ text: String) -> String? {
    for line in text.split(separator: "\n") {
      let pieces = LinePieces(String(line))
      if let piece = pieces.pieces.first(where: { isOfForm($0.token) }) { return piece.text }
      if let label = glued(FormCell(plain: String(line))) { return label }
    }
    return FormFragment.first(in: text) ?? MisprintedForm.first(in: text)
  }

  private static func isOfForm(_ token: FormToken?) -> Bool {
    switch token {
    case nil, .sign?: false
    case .heading?, .plan?, .column?, .period?, .label?, .issues?, .requirement?, .legend?: true
    }
  }

  /// A label at a line's start that runs into other words than a sentence's.
  private static func glued(_ cell: FormCell) -> String? {
    let labels =
      EntryField.allCases.filter(\.hasLabel).map(\.printedLabel) + [PlanSide.policy.label, PlanSide.actions.label]
    for label in labels where cell.squeezed.hasPrefix(label) {
      guard let next = cell.squeezed.dropFirst(label.count).unicodeScalars.first else { return label }
      let isSentence = (0x3041...0x309F).contains(next.value) || "、。・」』)）".unicodeScalars.contains(next)
      if !isSentence { return label }
    }
    return nil
  }
}
