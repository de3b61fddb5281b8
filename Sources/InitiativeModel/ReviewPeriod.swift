// Holds the two periods in which a sheet is filled in, and what the ② rule ties together in each.

/// The two times of the year at which staff fill in a sheet.
public enum ReviewPeriod: String, CaseIterable, Hashable, Sendable {
  /// 中間振り返り, in autumn.
  case midTerm
  /// 自己評価, after the year.
  case final

  /// The key of the period's part in a sheet file.
  public var key: String {
    switch self {
    case .midTerm: "midTermReview"
    case .final: "selfEvaluation"
    }
  }

  /// The row heading printed on the form.
  public var printedName: String {
    switch self {
    case .midTerm: PrintedForm.midTermReview
    case .final: PrintedForm.selfEvaluation
    }
  }

  /// What a narrow list puts before the short name of one of the period's fields.
  public var shortName: String {
    switch self {
    case .midTerm: "中間"
    case .final: "自己"
    }
  }

  /// The fields of this period, in the form's order.
  public var fields: [EntryField] {
    switch self {
    case .midTerm: ReviewPeriod.midTermFields
    case .final: ReviewPeriod.finalFields
    }
  }

  private static let midTermFields = EntryField.allCases.filter { $0.period == .midTerm }
  private static let finalFields = EntryField.allCases.filter { $0.period == .final }

  /// The choice whose ② makes `requiredText` required.
  public var decidingChoice: EntryField {
    switch self {
    case .midTerm: .targetForecast
    case .final: .achievement
    }
  }

  /// This period's 課題と改善策.
  public var requiredText: EntryField {
    switch self {
    case .midTerm: .midTermIssues
    case .final: .selfEvaluationIssues
    }
  }
}
