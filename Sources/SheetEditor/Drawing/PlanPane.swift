// Holds the plan laid out for reading: its two columns side by side where there is room, otherwise one under the other.

import InitiativeModel
import SheetWording
import Terminal

/// The plan of a sheet as rows of text for a pane of some width.
struct PlanPane: Equatable, Sendable {
  /// The rows, headings included; their columns are counted from the pane's first.
  let rows: [ReadRow]

  /// From how many columns on the two columns of the form stand side by side.
  static let sideBySide = 56
  /// The columns between the two, of which nothing is drawn.
  static let gap = 3

  init(_ plan: Plan, width: Int, widths: DisplayWidths) {
    let fields: [(SheetField, String, LongText)] = [
      (.policyAndTargets, PrintedForm.policyAndTargets, plan.policyAndTargets),
      (.annualActions, PrintedForm.annualActions, plan.annualActions),
    ]
    guard width >= PlanPane.sideBySide else {
      rows = fields.flatMap { field, heading, text in
        [ReadRow.heading(heading, width: width)]
          + ReadRow.rows(of: text, width: width, widths: widths, label: field.printedName)
      }
      return
    }
    let column = (width - PlanPane.gap) / 2
    rows =
      [ReadRow.headings(fields[0].1, fields[1].1, width: column, at: column + PlanPane.gap)]
      + ReadRow.sideBySide(
        ReadRow.rows(of: fields[0].2, width: column, widths: widths, label: fields[0].0.printedName),
        ReadRow.rows(of: fields[1].2, width: column, widths: widths, label: fields[1].0.printedName),
        at: column + PlanPane.gap)
  }

  /// Draws some rows of the plan from a line on, which open it when they are pressed; where more than a few are left out, the last row says how many.
  func draw(from top: Int, row: Int, rows count: Int, column: Int, width: Int, on screen: inout ScreenBuffer) {
    screen.spot(rows: row..<(row + max(0, count)), columns: column..<(column + max(0, width)), target: Stroke.f(6))
    let rest = rows.count - top - count
    let shown = rest > 0 && count > 3 ? count - 1 : count
    for (offset, line) in rows.dropFirst(top).prefix(shown).enumerated() {
      line.draw(row: row + offset, column: column, width: width, on: &screen)
    }
    if shown < count {
      screen.write(
        [Run(Wording.moreLines(rest + 1), Look.quiet)], row: row + shown, column: column, limit: column + width)
    }
  }
}
