// Holds reading and writing a sheet's entries by field, for forms that treat all fields alike.

extension InitiativeSheet {
  /// The long text of a field; empty for a choice field.
  public func text(of field: EntryField) -> LongText {
    switch field {
    case .midTermIssues: midTermReview.issuesAndImprovements
    case .results: selfEvaluation.results
    case .selfEvaluationIssues: selfEvaluation.issuesAndImprovements
    case .implementationForecast, .targetForecast, .achievement: ""
    }
  }

  /// Puts a long text into a field; a choice field is left as it is.
  public mutating func setText(_ text: LongText, of field: EntryField) {
    switch field {
    case .midTermIssues: midTermReview.issuesAndImprovements = text
    case .results: selfEvaluation.results = text
    case .selfEvaluationIssues: selfEvaluation.issuesAndImprovements = text
    case .implementationForecast, .targetForecast, .achievement: break
    }
  }

  /// The chosen place of a choice field; nil while nobody has chosen, and for a long text.
  public func choice(of field: EntryField) -> ChoiceOrdinal? {
    switch field {
    case .implementationForecast: ordinal(midTermReview.implementationForecast)
    case .targetForecast: ordinal(midTermReview.targetForecast)
    case .achievement: ordinal(selfEvaluation.achievement)
    case .midTermIssues, .results, .selfEvaluationIssues: nil
    }
  }

  /// Chooses in a choice field, or clears the choice with nil; a long text is left as it is.
  public mutating func setChoice(_ ordinal: ChoiceOrdinal?, of field: EntryField) {
    switch field {
    case .implementationForecast: midTermReview.implementationForecast = choice(at: ordinal)
    case .targetForecast: midTermReview.targetForecast = choice(at: ordinal)
    case .achievement: selfEvaluation.achievement = choice(at: ordinal)
    case .midTermIssues, .results, .selfEvaluationIssues: break
    }
  }

  /// The chosen option's sign, or nil while nobody has chosen.
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

  /// Whether nothing stands in the field: no choice, or a blank text.
  public func isBlank(_ field: EntryField) -> Bool {
    field.isChoice ? choice(of: field) == nil : text(of: field).isBlank
  }

  /// Whether the field has the same content in both sheets, scalar by scalar.
  public func agrees(with other: InitiativeSheet, in field: EntryField) -> Bool {
    field.isChoice ? choice(of: field) == other.choice(of: field) : text(of: field) == other.text(of: field)
  }

  /// The entry fields whose content differs between the two sheets, in the form's order.
  public func entryDifferences(from other: InitiativeSheet) -> [EntryField] {
    EntryField.allCases.filter { !agrees(with: other, in: $0) }
  }

  /// Takes one field's content from another sheet.
  public mutating func copy(_ field: EntryField, from other: InitiativeSheet) {
    setText(other.text(of: field), of: field)
    setChoice(other.choice(of: field), of: field)
  }

  private func ordinal<Choice: ChoiceSign & Equatable>(_ choice: Choice?) -> ChoiceOrdinal? {
    guard let choice, let place = Array(Choice.allCases).firstIndex(of: choice) else { return nil }
    return ChoiceOrdinal(rawValue: place + 1)
  }

  private func choice<Choice: ChoiceSign>(at ordinal: ChoiceOrdinal?) -> Choice? {
    ordinal.map { Array(Choice.allCases)[$0.rawValue - 1] }
  }
}
