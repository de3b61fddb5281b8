// Holds the catalogue of the fields that people fill in: one row a field.

/// The fields that people fill in: the staff's entries (`allCases`), and the plan as long as it is open (`plan`).
///
/// The raw value is the field's place in a sheet file: its part's key, a dot, its own key. All else that the program
/// knows of a field stands in its row; only its value, a property of `InitiativeSheet`, and the signs of a choice stand
/// elsewhere.
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
  /// The title.
  case title = "title"
  /// The line under the title.
  case subtitle = "subtitle"
  /// 取組の方針・目標内容.
  case policyAndTargets = "plan.policyAndTargets"
  /// 当年度の取組内容.
  case annualActions = "plan.annualActions"

  /// The fields that the reviewing staff fill in, in the form's order; those of the plan are none of them.
  public static let allCases: [EntryField] = [
    .implementationForecast, .targetForecast, .midTermIssues, .results, .achievement, .selfEvaluationIssues,
  ]

  /// The field's row.
  var row: FormField {
    switch self {
    case .implementationForecast: .implementationForecast
    case .targetForecast: .targetForecast
    case .midTermIssues: .midTermIssues
    case .results: .results
    case .achievement: .achievement
    case .selfEvaluationIssues: .selfEvaluationIssues
    case .title: .title
    case .subtitle: .subtitle
    case .policyAndTargets: .policyAndTargets
    case .annualActions: .annualActions
    }
  }
}

extension FormField {
  static let implementationForecast = FormField(
    period: .midTerm,
    content: .choice({ $0.midTermReview.implementationForecast }) { $0.midTermReview.implementationForecast = $1 },
    label: "取組内容の実施見込み", shortName: "実施", columnTitle: "実施見込み",
    help: ["計画した取組を、年度内に行えそうかを選びます。", "1 で (i) 実施見込み、2 で (ii) 実施できない見込み になります。"])

  static let targetForecast = FormField(
    period: .midTerm, content: .choice({ $0.midTermReview.targetForecast }) { $0.midTermReview.targetForecast = $1 },
    label: "目標の達成見込み", shortName: "達成", columnTitle: "中間 ①②",
    help: ["計画の目標を、年度内に達成できそうかを選びます。", "1 で ① 達成見込み、2 で ② 達成できない見込み になります。", requiringHelp])

  static let midTermIssues = FormField(
    period: .midTerm,
    content: .text({ $0.midTermReview.issuesAndImprovements }) { $1(&$0.midTermReview.issuesAndImprovements) },
    label: PrintedForm.issuesAndImprovements, shortName: "課題",
    help: ["年度の途中で見えた課題と、これからどう改善するかを書きます。"] + requiredHelp("目標の達成見込み"))

  static let results = FormField(
    period: .final, content: .text({ $0.selfEvaluation.results }) { $1(&$0.selfEvaluation.results) },
    label: "当年度の取組実績及び目標の達成状況", shortName: "実績",
    help: [
      "当年度に行った取組の実績と、目標をどこまで達成したかを書きます。", "計画の目標にある数値は、F6 で計画を広げて確かめられます。",
    ])

  static let achievement = FormField(
    period: .final, content: .choice({ $0.selfEvaluation.achievement }) { $0.selfEvaluation.achievement = $1 },
    label: nil, shortName: "達成", columnTitle: "自己評価 ①②",
    help: ["計画の目標を達成したかを選びます。", "1 で ① 目標達成、2 で ② 目標未達成 になります。", requiringHelp])

  static let selfEvaluationIssues = FormField(
    period: .final,
    content: .text({ $0.selfEvaluation.issuesAndImprovements }) { $1(&$0.selfEvaluation.issuesAndImprovements) },
    label: PrintedForm.issuesAndImprovements, shortName: "課題",
    help: ["1年を振り返っての課題と、来年度に向けてどう改善するかを書きます。"] + requiredHelp("目標の達成"))

  private static let requiringHelp = "②を選ぶと「課題と改善策」の記入が必須になります。①に戻しても、書いた文章は残ります。"

  private static func requiredHelp(_ deciding: String) -> [String] {
    ["\(deciding)が②のときは必須です。空白や「—」だけでは記入したことになりません。", "①のときは空欄でかまいません(印刷では「—」になります)。"]
  }
}
