// Holds the only kind of sheet that can be written to a file.

/// A sheet that breaks no blocking rule.
///
/// There is no way to make one but `InitiativeSheet.validated()`: whatever holds a `ValidatedSheet` holds a sheet in
/// which 課題と改善策 has text wherever ② stands to its left.
public struct ValidatedSheet: Equatable, Sendable {
  /// The sheet, with a 課題と改善策 that says nothing stored as empty.
  public let sheet: InitiativeSheet

  fileprivate init(sheet: InitiativeSheet) {
    self.sheet = sheet
  }
}

/// Why a sheet cannot be written: the blocking findings, at least one.
public struct RuleViolation: Error, Equatable, Sendable {
  /// The blocking findings in the form's order.
  public let findings: [Finding]
}

extension InitiativeSheet {
  /// Checks the sheet and hands it back as one that can be written.
  ///
  /// A 課題と改善策 that is only a dash or white space is stored as empty: the form prints — for it.
  ///
  /// - Throws: `RuleViolation` with every blocking finding.
  public func validated() throws(RuleViolation) -> ValidatedSheet {
    let blocking = SheetRules.findings(in: self).filter { $0.severity == .blocking }
    guard blocking.isEmpty else { throw RuleViolation(findings: blocking) }
    var sheet = self
    for period in ReviewPeriod.allCases where sheet.isBlank(period.requiredText) {
      sheet.setText("", of: period.requiredText)
    }
    return ValidatedSheet(sheet: sheet)
  }
}
