// Holds the words printed on the official form, each exactly as it stands there.

/// The fixed wording of the form 「市政改革プラン2.0」に基づく取組等; the labels of single entries stand in their catalogue
/// (`EntryField`).
public enum PrintedForm {
  /// The heading above the sheets.
  public static let heading = "「市政改革プラン2.0」に基づく取組等"
  /// The word before a sheet's number.
  public static let item = "取組項目"
  /// The row heading of the plan.
  public static let plan = "計画"
  /// The heading of the plan's left column.
  public static let policyAndTargets = "取組の方針・目標内容"
  /// The heading of the plan's right column.
  public static let annualActions = "当年度の取組内容"
  /// The row heading of the mid-term review.
  public static let midTermReview = "中間振り返り"
  /// The row heading of the self-evaluation.
  public static let selfEvaluation = "自己評価"
  /// The label of both 課題と改善策 fields.
  public static let issuesAndImprovements = "課題と改善策"
  /// The sign that makes 課題と改善策 required.
  public static let requiredSign = "②"
  /// What stands on paper where 課題と改善策 is empty under ①.
  public static let nothing = "—"
  /// The mark behind a starred title.
  public static let star = "★"

  /// The note beside 課題と改善策, with the sign this form prints in it.
  public static func requirementNote(sign: String) -> String { "※左記が「\(sign)」の場合は必須" }
}
