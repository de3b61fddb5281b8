// Holds the advice for (ii) without a word of why.

/// (ii) without ② and without text: the form does not ask for a reason, but a reader will.
///
/// Source: 取組内容の実施見込み (ii)実施できない見込み; the printed note speaks of ② only.
public struct NotCarriedOutRule: SheetRule {
  /// The rule's stable name.
  public let name = "not-carried-out"

  /// Makes the rule.
  public init() {}

  /// One advisory finding at 課題と改善策 of the mid-term review, when (ii) stands there unexplained.
  public func findings(in sheet: InitiativeSheet) -> [Finding] {
    let review = sheet.midTermReview
    guard review.implementationForecast == .willNotBeCarriedOut, review.targetForecast != .willNotBeMet,
      review.issuesAndImprovements.isBlank
    else { return [] }
    return [
      Finding(
        rule: name, severity: .advisory, field: .entry(.midTermIssues), sentence: NotCarriedOutRule.sentence)
    ]
  }
}

extension NotCarriedOutRule {
  static let sentence = "(ii)ですが、その理由が書かれていません。"
}
