// Holds how the rows of a form are shared out on a screen of some height.

import InitiativeModel

/// The heights of the parts of the form that can grow, in rows.
struct SheetLayout: Equatable {
  /// The rows of the plan under the title; 0 where the plan stands beside the entries.
  private(set) var plan: Int
  /// The rows of each long text.
  private(set) var texts: [EntryField: Int]
  /// Whether the headings of the self-evaluation have a row each.
  let isRoomy: Bool

  /// The long texts in the order in which spare rows go to them when none of them has the focus.
  private static let order = EntryField.allCases.filter { !$0.isChoice }
  /// Rows that are always there: a heading or a rule above each period, labels and choices; under a plan one rule more.
  private static let fixedRows = ReviewPeriod.allCases.count + EntryField.allCases.count

  /// Shares out `rows`: every part its least height first, which for the plan is three rows or what the entries leave
  /// of them, then what the texts need, the focused one first, then the plan.
  init(rows: Int, planNeed: Int?, textNeeds: [EntryField: Int], focus: EntryField) {
    let ruleUnderPlan = planNeed == nil ? 0 : 1
    var spare = rows - SheetLayout.fixedRows - ruleUnderPlan - SheetLayout.order.count
    let planLeast = planNeed == nil ? 0 : min(3, max(1, spare))
    spare -= planLeast
    isRoomy = spare >= 3
    if isRoomy { spare -= 1 }
    plan = planLeast
    texts = Dictionary(uniqueKeysWithValues: SheetLayout.order.map { ($0, 1) })
    let order = SheetLayout.order.filter { $0 == focus } + SheetLayout.order.filter { $0 != focus }
    let planShare = planNeed == nil ? 0 : min(max(0, (planNeed ?? 0) - planLeast), max(0, spare) / 3)
    spare -= planShare
    plan += planShare
    for field in order where spare > 0 {
      let more = min(spare, max(0, (textNeeds[field] ?? 1) - 1))
      texts[field, default: 1] += more
      spare -= more
    }
    if let planNeed, spare > 0 { plan += min(spare, max(0, planNeed - plan)) }
  }
}
