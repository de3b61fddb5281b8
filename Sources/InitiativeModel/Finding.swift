// Holds what a check says of a sheet: findings are facts with an address, collected and never thrown.

/// 指摘: what one rule found in one field.
public struct Finding: Hashable, Sendable {
  /// Whether the finding keeps the sheet from being written.
  public enum Severity: String, Hashable, Sendable {
    /// The sheet cannot be written as it is.
    case blocking
    /// Worth a look; the sheet can be written.
    case advisory
  }

  /// The name of the rule, stable for scripts.
  public let rule: String
  /// Whether it blocks.
  public let severity: Severity
  /// Where.
  public let field: SheetField
  /// What the rule says of the field, behind the field's name.
  public let sentence: String

  /// Makes a finding.
  public init(rule: String, severity: Severity, field: SheetField, sentence: String) {
    self.rule = rule
    self.severity = severity
    self.field = field
    self.sentence = sentence
  }
}

/// One rule of the form: a type of its own in a file of its own, with its sentence at the end.
public protocol SheetRule: Sendable {
  /// The rule's stable name.
  var name: String { get }
  /// Everything the rule has to say of the sheet; nothing when all is well.
  func findings(in sheet: InitiativeSheet) -> [Finding]
}

/// The rules that every check runs, in the order in which their findings are listed.
public enum SheetRules {
  /// The rules that hold at any time of the year.
  public static let always: [any SheetRule] = [
    TitleRule(), RequiredWhenNotMetRule(), NotCarriedOutRule(), EmptyPhraseRule(), PrintedRequirementRule(),
  ]

  /// The findings of all rules, and of the completeness of one period when it is asked about.
  ///
  /// Every rule runs; the blocking findings come first, otherwise the rules' order is kept.
  public static func findings(in sheet: InitiativeSheet, completing period: ReviewPeriod? = nil) -> [Finding] {
    var found = always.flatMap { $0.findings(in: sheet) }
    if let period { found += CompletePeriodRule(period: period).findings(in: sheet) }
    return found.filter { $0.severity == .blocking } + found.filter { $0.severity == .advisory }
  }
}
