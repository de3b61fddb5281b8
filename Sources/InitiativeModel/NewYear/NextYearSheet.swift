// Holds a sheet as it begins in the book of a later year.

/// A sheet of one year made ready for another: its plan is carried over, its reviews are empty.
///
/// Number, title, subtitle and ★ stay. The note beside 課題と改善策 is the form's own: another sign in it is a misprint of
/// one year's form.
public struct NextYearSheet: Equatable, Sendable {
  /// The new sheet.
  public let sheet: InitiativeSheet
  /// The years that were moved on, by field.
  public let moved: [SheetYear]
  /// The years that stay as they are, by field.
  public let left: [SheetYear]
  /// The periods beside whose 課題と改善策 another sign than the form's own is printed, and that sign.
  public let misprints: [Misprint]

  /// A line of a sheet that names years.
  public struct SheetYear: Equatable, Sendable {
    /// The field.
    public let field: SheetField
    /// The line.
    public let line: YearLine
  }

  /// A sign that is not carried over.
  public struct Misprint: Equatable, Sendable {
    /// The period.
    public let period: ReviewPeriod
    /// The sign.
    public let sign: String
  }

  /// Makes the sheet of another year.
  public init(of sheet: InitiativeSheet, from own: FiscalYear, to next: FiscalYear) {
    let fields: [SheetField] = [.title, .subtitle, .policyAndTargets, .annualActions]
    let moves = fields.map { (field: $0, move: YearMove(sheet.text(of: $0), from: own, to: next)) }
    let texts = moves.map(\.move.text)
    self.sheet = InitiativeSheet(
      number: sheet.number, title: texts[0].string, subtitle: texts[1].string, starred: sheet.starred,
      plan: Plan(policyAndTargets: texts[2], annualActions: texts[3]))
    moved = moves.flatMap { field, move in move.moved.map { SheetYear(field: field, line: $0) } }
    left = moves.flatMap { field, move in move.left.map { SheetYear(field: field, line: $0) } }
    misprints = ReviewPeriod.allCases.compactMap { period in
      let sign = sheet.printedRequirement(of: period)
      return sign == PrintedForm.requiredSign ? nil : Misprint(period: period, sign: sign)
    }
  }
}
