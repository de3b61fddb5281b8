// Holds the plan laid out for reading: its two columns side by side where there is room, otherwise one under the other.

import InitiativeModel
import Terminal

/// The plan of a sheet as rows of text for a pane of some width.
struct PlanPane {
  /// One row: the runs of the left column and of the right one.
  struct Row: Equatable {
    let left: String
    let right: String
    let isHeading: Bool
  }

  /// The rows, headings included.
  let rows: [Row]
  /// Where the right column begins, in columns; nil when the columns stand one under the other.
  let rightColumn: Int?

  /// From how many columns on the two columns of the form stand side by side.
  static let sideBySide = 56

  init(_ plan: Plan, width: Int, widths: DisplayWidths) {
    guard width >= PlanPane.sideBySide else {
      rightColumn = nil
      let breaker = LineBreaker(width: max(2, width), widths: widths)
      rows =
        PlanPane.stacked(PrintedForm.policyAndTargets, plan.policyAndTargets, breaker)
        + PlanPane.stacked(PrintedForm.annualActions, plan.annualActions, breaker)
      return
    }
    let column = (width - 3) / 2
    rightColumn = column + 3
    let breaker = LineBreaker(width: column, widths: widths)
    let left = PlanPane.lines(plan.policyAndTargets, breaker)
    let right = PlanPane.lines(plan.annualActions, breaker)
    let body = (0..<max(left.count, right.count)).map {
      Row(left: $0 < left.count ? left[$0] : "", right: $0 < right.count ? right[$0] : "", isHeading: false)
    }
    rows = [Row(left: PrintedForm.policyAndTargets, right: PrintedForm.annualActions, isHeading: true)] + body
  }

  /// Draws some rows of the plan from a line on.
  func draw(from top: Int, row: Int, rows count: Int, column: Int, width: Int, on screen: inout ScreenBuffer) {
    for (offset, line) in rows.dropFirst(top).prefix(count).enumerated() {
      let style = line.isHeading ? Look.heading : Look.plain
      let limit = column + width
      guard let rightColumn else {
        screen.write([Run(line.left, style)], row: row + offset, column: column, limit: limit)
        continue
      }
      screen.write([Run(line.left, style)], row: row + offset, column: column, limit: column + rightColumn - 2)
      screen.write([Run("|", Look.quiet)], row: row + offset, column: column + rightColumn - 2, limit: limit)
      screen.write([Run(line.right, style)], row: row + offset, column: column + rightColumn, limit: limit)
    }
  }

  private static func stacked(_ heading: String, _ text: LongText, _ breaker: LineBreaker) -> [Row] {
    [Row(left: heading, right: "", isHeading: true)]
      + lines(text, breaker).map { Row(left: $0, right: "", isHeading: false) }
  }

  private static func lines(_ text: LongText, _ breaker: LineBreaker) -> [String] {
    text.isEmpty ? [] : breaker.lines(of: text.string)
  }
}
