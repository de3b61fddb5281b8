// Holds the check before a period's sheets are handed in: every field filled.

/// Every field of one period is filled; 課題と改善策 only where it is required.
///
/// Source: the form's boxes of 中間振り返り and of 自己評価; an empty 課題と改善策 under ① prints as —.
public struct CompletePeriodRule: SheetRule {
  /// The rule's stable name.
  public let name = "complete-period"
  /// The period that is asked about.
  public let period: ReviewPeriod

  /// Makes the rule for one period.
  public init(period: ReviewPeriod) {
    self.period = period
  }

  /// A blocking finding for each blank field that the period wants; 課題と改善策 under ② is the ② rule's to report.
  public func findings(in sheet: InitiativeSheet) -> [Finding] {
    period.fields.filter { $0 != period.requiredText && sheet.isBlank($0) }.map {
      Finding(rule: name, severity: .blocking, field: .entry($0), sentence: CompletePeriodRule.sentence)
    }
  }
}

extension CompletePeriodRule {
  static let sentence = "記入されていません。"
}
