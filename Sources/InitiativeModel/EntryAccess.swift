// Holds reading and writing a sheet's entries by field, for forms that treat all fields alike.

extension InitiativeSheet {
  /// The long text of a field; empty for a choice field.
  public func text(of field: EntryField) -> LongText {
    switch field.row.content {
    case .text(let read, _): read(self)
    case .signs: ""
    }
  }

  /// Puts a long text into a field; a choice field is left as it is.
  public mutating func setText(_ text: LongText, of field: EntryField) {
    editText(of: field) { $0 = text }
  }

  /// Edits a long text where it stands, without copying it; a choice field is left as it is.
  mutating func editText(of field: EntryField, _ change: (inout LongText) -> Void) {
    switch field.row.content {
    case .text(_, let edit): edit(&self, change)
    case .signs: break
    }
  }

  /// The chosen place of a choice field; nil while nobody has chosen, and for a long text.
  public func choice(of field: EntryField) -> ChoiceOrdinal? {
    switch field.row.content {
    case .signs(_, let read, _): read(self)
    case .text: nil
    }
  }

  /// Chooses in a choice field, or clears the choice with nil; a long text is left as it is.
  public mutating func setChoice(_ ordinal: ChoiceOrdinal?, of field: EntryField) {
    switch field.row.content {
    case .signs(_, _, let write): write(&self, ordinal)
    case .text: break
    }
  }

  /// The chosen option, or nil while nobody has chosen.
  public func chosenOption(of field: EntryField) -> ChoiceOption? {
    choice(of: field).map { field.options[$0.rawValue - 1] }
  }

  /// The sign in the note beside a period's 課題と改善策.
  public func printedRequirement(of period: ReviewPeriod) -> String {
    switch period {
    case .midTerm: midTermReview.printedRequirement
    case .final: selfEvaluation.printedRequirement
    }
  }

  /// Puts a sign into the note beside a period's 課題と改善策.
  public mutating func setPrintedRequirement(_ sign: String, of period: ReviewPeriod) {
    switch period {
    case .midTerm: midTermReview.printedRequirement = sign
    case .final: selfEvaluation.printedRequirement = sign
    }
  }

  /// Whether nothing stands in the field: no choice, or a blank text.
  public func isBlank(_ field: EntryField) -> Bool {
    switch field.row.content {
    case .text(let read, _): read(self).isBlank
    case .signs(_, let read, _): read(self) == nil
    }
  }

  /// Whether the field has the same content in both sheets, scalar by scalar.
  public func agrees(with other: InitiativeSheet, in field: EntryField) -> Bool {
    switch field.row.content {
    case .text(let read, _): read(self) == read(other)
    case .signs(_, let read, _): read(self) == read(other)
    }
  }

  /// The fields that can be written whose content differs between the two sheets, in the form's order.
  public func entryDifferences(from other: InitiativeSheet) -> [EntryField] {
    EntryField.written.filter { !agrees(with: other, in: $0) }
  }

  /// Takes one field's content from another sheet.
  public mutating func copy(_ field: EntryField, from other: InitiativeSheet) {
    setText(other.text(of: field), of: field)
    setChoice(other.choice(of: field), of: field)
  }
}
