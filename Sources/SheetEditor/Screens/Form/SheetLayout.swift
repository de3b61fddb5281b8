// Holds how the rows of a form are shared out on a screen of some height.

import InitiativeModel

/// The heights of the parts of the form that can grow, in rows.
struct SheetLayout: Equatable {
  /// The rows of the plan under the title, its heading among them; 0 where the plan stands beside the entries.
  private(set) var plan: Int
  /// The rows of each long text.
  private(set) var texts: [EntryField: Int]
  /// The rows of what is said of the focused field.
  private(set) var comments: Int
  /// The blank rows before the headings, from the last one up.
  private(set) var gaps: Int

  /// How many headings there are.
  private let parts: Int

  /// Rows that are always there: the heading of each period, labels and choices.
  static let fixedRows = ReviewPeriod.allCases.count + EntryField.allCases.count

  /// Shares out `rows`: every part its least height first, which for the plan is three rows or what the entries and
  /// comments leave of them, then the comments, then what the texts need, the focused one first, then blank rows before
  /// the headings, then the plan.
  ///
  /// - Parameters:
  ///   - fields: those of the form, in its order; spare rows go to their texts in it when none of them has the focus.
  ///   - parts: how many headings there are.
  init(
    rows: Int, planNeed: Int?, textNeeds: [EntryField: Int], commentNeed: Int, focus: EntryField,
    fields: [EntryField] = EntryField.allCases, parts: Int = ReviewPeriod.allCases.count
  ) {
    self.parts = parts
    let texts = fields.filter { !$0.isChoice }
    var spare = rows - parts - fields.count - texts.count
    let planLeast = planNeed.map { min($0, 3, max(1, spare - commentNeed)) } ?? 0
    spare -= planLeast
    // What is said of a text is read beside its first rows.
    let ahead = min(2, max(0, spare - 1), max(0, (textNeeds[focus] ?? 1) - 1))
    comments = min(commentNeed, max(0, spare - ahead))
    spare -= comments
    let planShare = min(max(0, (planNeed ?? 0) - planLeast), max(0, spare - ahead) / 3)
    spare -= planShare
    plan = planLeast + planShare
    self.texts = Dictionary(uniqueKeysWithValues: texts.map { ($0, 1) })
    let order = texts.filter { $0 == focus } + texts.filter { $0 != focus }
    for field in order where spare > 0 {
      let more = min(spare, max(0, (textNeeds[field] ?? 1) - 1))
      self.texts[field, default: 1] += more
      spare -= more
    }
    gaps = min(max(0, spare), parts - (planNeed == nil ? 1 : 0))
    spare -= gaps
    if let planNeed, spare > 0 { plan += min(spare, max(0, planNeed - plan)) }
  }

  /// Whether a blank row stands before the heading of a period, told by its place in the form.
  func hasGap(before place: Int) -> Bool { place >= parts - gaps }
}
