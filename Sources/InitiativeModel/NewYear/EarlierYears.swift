// Holds the finding of earlier years in a plan that is still being written.

/// A field of a plan that names years before the book's own, or years of which nobody can tell that.
public struct EarlierYears: Equatable, Sendable {
  /// The field.
  public let field: SheetField
  /// The lines with those years.
  public let lines: [YearLine]

  /// Looks through a sheet's title and plan; a line that names no year before the book's own is left out.
  public static func all(in sheet: InitiativeSheet, of year: FiscalYear) -> [EarlierYears] {
    let fields: [SheetField] = [.title, .subtitle, .policyAndTargets, .annualActions]
    return fields.compactMap { field in
      let move = YearMove(sheet.text(of: field), from: year, to: year)
      let lines = move.left.filter { line in
        line.years.contains { FiscalYear(typed: $0).map { $0 < year } ?? true }
      }
      return lines.isEmpty ? nil : EarlierYears(field: field, lines: lines)
    }
  }
}
