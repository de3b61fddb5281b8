// Holds the advice for a sheet without a title.

/// Every sheet of the form has a title in 【】.
///
/// Source: 取組項目 N 【…】.
public struct TitleRule: SheetRule {
  /// The rule's stable name.
  public let name = "title"

  /// Makes the rule.
  public init() {}

  /// One advisory finding when the title is blank.
  public func findings(in sheet: InitiativeSheet) -> [Finding] {
    guard LongText(sheet.title).isBlank else { return [] }
    return [Finding(rule: name, severity: .advisory, field: .title, sentence: TitleRule.sentence)]
  }
}

extension TitleRule {
  static let sentence = "題名がありません。"
}
