// Holds the advice for a form whose printed note names another sign than ②.

/// Some printed forms say ※左記が「③」の場合は必須 although only ① and ② exist.
///
/// The printed sign is kept and shown; the rule that is enforced is still ②.
///
/// Source: ※左記が「③」の場合は必須 beside 課題と改善策 of 自己評価 on one published sheet.
public struct PrintedRequirementRule: SheetRule {
  /// The rule's stable name.
  public let name = "printed-requirement"

  /// Makes the rule.
  public init() {}

  /// An advisory finding for each period whose printed note names another sign.
  public func findings(in sheet: InitiativeSheet) -> [Finding] {
    ReviewPeriod.allCases.compactMap { period in
      let sign = sheet.printedRequirement(of: period)
      guard sign != PrintedForm.requiredSign else { return nil }
      return Finding(
        rule: name, severity: .advisory, field: .entry(period.requiredText),
        sentence: PrintedRequirementRule.sentence(sign))
    }
  }
}

extension PrintedRequirementRule {
  static func sentence(_ sign: String) -> String {
    "様式の注記が「\(sign)」になっています。必須とするのは②のままです。"
  }
}
