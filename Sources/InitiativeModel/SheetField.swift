// Holds the addresses of a sheet's fields, and the six that the reviewing staff fill in.

/// The two times of the year at which staff fill in a sheet.
public enum ReviewPeriod: String, CaseIterable, Hashable, Sendable {
  /// 中間振り返り, in autumn.
  case midTerm
  /// 自己評価, after the year.
  case final

  /// The row heading printed on the form.
  public var printedName: String {
    switch self {
    case .midTerm: PrintedForm.midTermReview
    case .final: PrintedForm.selfEvaluation
    }
  }

  /// The fields of this period, in the form's order.
  public var fields: [EntryField] { EntryField.allCases.filter { $0.period == self } }

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

/// The fields that the reviewing staff fill in, in the form's order.
public enum EntryField: String, CaseIterable, Hashable, Sendable {
  /// 取組内容の実施見込み.
  case implementationForecast = "midTermReview.implementationForecast"
  /// 目標の達成見込み.
  case targetForecast = "midTermReview.targetForecast"
  /// 課題と改善策 of 中間振り返り.
  case midTermIssues = "midTermReview.issuesAndImprovements"
  /// 当年度の取組実績及び目標の達成状況.
  case results = "selfEvaluation.results"
  /// ①目標達成 ②目標未達成.
  case achievement = "selfEvaluation.achievement"
  /// 課題と改善策 of 自己評価.
  case selfEvaluationIssues = "selfEvaluation.issuesAndImprovements"

  /// The period in which the field is filled in.
  public var period: ReviewPeriod {
    switch self {
    case .implementationForecast, .targetForecast, .midTermIssues: .midTerm
    case .results, .achievement, .selfEvaluationIssues: .final
    }
  }

  /// Whether the field is a choice; the others are long texts.
  public var isChoice: Bool { !options.isEmpty }

  /// The two options of a choice field; none for a long text.
  public var options: [ChoiceOption] {
    switch self {
    case .implementationForecast: ImplementationForecast.allCases.map { ChoiceOption($0) }
    case .targetForecast: TargetForecast.allCases.map { ChoiceOption($0) }
    case .achievement: Achievement.allCases.map { ChoiceOption($0) }
    case .midTermIssues, .results, .selfEvaluationIssues: []
    }
  }

  /// The label printed on the form; the ①/② of the self-evaluation has none of its own, so its legend stands for it.
  public var printedLabel: String {
    switch self {
    case .implementationForecast: PrintedForm.implementationForecast
    case .targetForecast: PrintedForm.targetForecast
    case .midTermIssues, .selfEvaluationIssues: PrintedForm.issuesAndImprovements
    case .results: PrintedForm.results
    case .achievement: "①目標達成・②目標未達成"
    }
  }
}

/// One of the two options of a choice field.
public struct ChoiceOption: Hashable, Sendable {
  /// The sign as printed and stored.
  public let sign: String
  /// The words beside it.
  public let label: String

  init(_ choice: some ChoiceSign) {
    sign = choice.sign
    label = choice.label
  }
}

/// The address of any field of a sheet, as findings and messages name it.
public enum SheetField: Hashable, Sendable {
  /// The printed number.
  case number
  /// The title.
  case title
  /// The line under the title.
  case subtitle
  /// 計画 取組の方針・目標内容.
  case policyAndTargets
  /// 計画 当年度の取組内容.
  case annualActions
  /// A field that the reviewing staff fill in.
  case entry(EntryField)

  /// The field's place in the sheet file, keys joined by dots.
  public var path: String {
    switch self {
    case .number: "number"
    case .title: "title"
    case .subtitle: "subtitle"
    case .policyAndTargets: "plan.policyAndTargets"
    case .annualActions: "plan.annualActions"
    case .entry(let field): field.rawValue
    }
  }

  /// The field's name for people, with the part of the form it stands in.
  public var printedName: String {
    switch self {
    case .number: "番号"
    case .title: "題名"
    case .subtitle: "副題"
    case .policyAndTargets: "\(PrintedForm.plan) \(PrintedForm.policyAndTargets)"
    case .annualActions: "\(PrintedForm.plan) \(PrintedForm.annualActions)"
    case .entry(let field): "\(field.period.printedName) \(field.printedLabel)"
    }
  }
}

extension InitiativeSheet {
  /// The text of any field as it is read: the number in digits, a choice as its sign and words.
  public func text(of field: SheetField) -> LongText {
    switch field {
    case .number: LongText(String(number))
    case .title: LongText(title)
    case .subtitle: LongText(subtitle)
    case .policyAndTargets: plan.policyAndTargets
    case .annualActions: plan.annualActions
    case .entry(let field):
      field.isChoice ? LongText(chosenOption(of: field).map { "\($0.sign) \($0.label)" } ?? "") : text(of: field)
    }
  }
}

extension SheetField {
  /// The fields with text of their own, in the form's order.
  public static let searched: [SheetField] =
    [.title, .subtitle, .policyAndTargets, .annualActions] + EntryField.allCases.map { .entry($0) }
}
