// Holds one sheet of the form as a value, with its three parts.

/// One 取組項目: number and title, the plan, the mid-term review and the self-evaluation.
public struct InitiativeSheet: Equatable, Sendable {
  /// The printed number, 1 or more.
  public var number: Int
  /// The title without 【】, on one line, with its bracketed reference such as (区政編 改革の柱1 II-ア).
  public var title: String
  /// The line under the title; empty where there is none.
  public var subtitle: String
  /// Whether ★ is printed behind the title.
  public var starred: Bool
  /// 計画.
  public var plan: Plan
  /// 中間振り返り.
  public var midTermReview: MidTermReview
  /// 自己評価.
  public var selfEvaluation: SelfEvaluation

  /// Makes a sheet; the reviews are blank unless given.
  public init(
    number: Int, title: String, subtitle: String = "", starred: Bool = false, plan: Plan = Plan(),
    midTermReview: MidTermReview = MidTermReview(), selfEvaluation: SelfEvaluation = SelfEvaluation()
  ) {
    self.number = number
    self.title = title
    self.subtitle = subtitle
    self.starred = starred
    self.plan = plan
    self.midTermReview = midTermReview
    self.selfEvaluation = selfEvaluation
  }
}

extension InitiativeSheet {
  /// The title and the line under it, on one line.
  public var fullTitle: String { subtitle.isEmpty ? title : "\(title) \(subtitle)" }

  /// The same with ★ where it is printed: behind the title.
  public var starredTitle: String {
    var marked = self
    if starred { marked.title += " \(PrintedForm.star)" }
    return marked.fullTitle
  }
}

/// 計画: what the ward set out to do; read-only for the reviewing staff.
public struct Plan: Equatable, Sendable {
  /// 取組の方針・目標内容, the left column.
  public var policyAndTargets: LongText
  /// 当年度の取組内容, the right column.
  public var annualActions: LongText

  /// Makes a plan of two columns.
  public init(policyAndTargets: LongText = "", annualActions: LongText = "") {
    self.policyAndTargets = policyAndTargets
    self.annualActions = annualActions
  }
}

/// 中間振り返り: the review in autumn.
public struct MidTermReview: Equatable, Sendable {
  /// 取組内容の実施見込み; nil while nobody has chosen.
  public var implementationForecast: ImplementationForecast?
  /// 目標の達成見込み; nil while nobody has chosen.
  public var targetForecast: TargetForecast?
  /// 課題と改善策; must have text when `targetForecast` is ②.
  public var issuesAndImprovements: LongText
  /// The sign in the printed note ※左記が「…」の場合は必須, ② on almost every form.
  public var printedRequirement: String

  /// Makes a review, blank unless told otherwise.
  public init(
    implementationForecast: ImplementationForecast? = nil, targetForecast: TargetForecast? = nil,
    issuesAndImprovements: LongText = "", printedRequirement: String = PrintedForm.requiredSign
  ) {
    self.implementationForecast = implementationForecast
    self.targetForecast = targetForecast
    self.issuesAndImprovements = issuesAndImprovements
    self.printedRequirement = printedRequirement
  }
}

/// 自己評価: the evaluation after the year.
public struct SelfEvaluation: Equatable, Sendable {
  /// 当年度の取組実績及び目標の達成状況.
  public var results: LongText
  /// ①目標達成 or ②目標未達成; nil while nobody has chosen.
  public var achievement: Achievement?
  /// 課題と改善策; must have text when `achievement` is ②.
  public var issuesAndImprovements: LongText
  /// The sign in the printed note ※左記が「…」の場合は必須, ② on almost every form.
  public var printedRequirement: String

  /// Makes an evaluation, blank unless told otherwise.
  public init(
    results: LongText = "", achievement: Achievement? = nil, issuesAndImprovements: LongText = "",
    printedRequirement: String = PrintedForm.requiredSign
  ) {
    self.results = results
    self.achievement = achievement
    self.issuesAndImprovements = issuesAndImprovements
    self.printedRequirement = printedRequirement
  }
}
