// Holds the ② rule, the one rule that no saved file can break.

/// 課題と改善策 must have text whenever ② stands to its left, in both periods.
///
/// Source: ※左記が「②」の場合は必須, printed beside 課題と改善策 of 中間振り返り and of 自己評価.
public struct RequiredWhenNotMetRule: SheetRule {
  /// The rule's stable name.
  public let name = "required-when-not-met"

  /// Makes the rule.
  public init() {}

  /// A blocking finding for each period in which ② stands beside a blank 課題と改善策.
  public func findings(in sheet: InitiativeSheet) -> [Finding] {
    ReviewPeriod.allCases.filter { isBroken(in: sheet, period: $0) }.map {
      Finding(
        rule: name, severity: .blocking, field: .entry($0.requiredText), sentence: RequiredWhenNotMetRule.sentence)
    }
  }

  /// Whether ② stands in the period, so that its 課題と改善策 is required.
  public func requiresText(in sheet: InitiativeSheet, period: ReviewPeriod) -> Bool {
    sheet.choice(of: period.decidingChoice) == .second
  }

  /// Whether text is required in the period and there is none.
  public func isBroken(in sheet: InitiativeSheet, period: ReviewPeriod) -> Bool {
    requiresText(in: sheet, period: period) && sheet.isBlank(period.requiredText)
  }
}

extension RequiredWhenNotMetRule {
  static let sentence = "②なので記入が必要です。"
}
