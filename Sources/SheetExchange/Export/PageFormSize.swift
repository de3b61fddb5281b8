// Holds how large the letters of a sheet are printed.

import InitiativeModel
import Terminal

/// The size of a sheet's letters: the largest with which the sheet is likely to be one page.
///
/// A sheet that is too long for the smallest goes on over pages in the middle one. The lengths are those of
/// `PageForm.style`; one that is guessed wrong costs a page and no text.
enum PageFormSize: String, CaseIterable {
  case large, middle, small, least

  /// Chooses the size for a sheet.
  init(_ sheet: InitiativeSheet) {
    self = PageFormSize.allCases.first { $0.height(of: sheet) <= PageFormSize.page } ?? .middle
  }

  /// The letters' size in points.
  var points: Double {
    switch self {
    case .large: 10.5
    case .middle: 9.5
    case .small: 8.75
    case .least: 8
    }
  }

  /// The height of a page between its margins, in millimetres, less what a text may take more than was counted.
  private static let page = 182.0
  /// The width of a text in the form's left and right columns, in millimetres.
  private static let column = 118.0
  private static let lineHeight = 1.5

  /// The height of a sheet in millimetres.
  private func height(of sheet: InitiativeSheet) -> Double {
    let plan = max(lines(sheet.plan.policyAndTargets), lines(sheet.plan.annualActions))
    let midTerm = max(2, lines(sheet.text(of: .midTermIssues)))
    let results = max(3, lines(sheet.text(of: .results))) + 2
    let final = max(results, lines(sheet.text(of: .selfEvaluationIssues)))
    let labels = 4
    let heading = sheet.subtitle.isEmpty ? 13.0 : 20.0
    let around = 16.0
    let em = points * 25.4 / 72
    return heading + around + Double(plan + midTerm + final + labels) * em * PageFormSize.lineHeight
  }

  /// How many lines a text takes.
  private func lines(_ text: LongText) -> Int {
    let widths = DisplayWidths(ambiguous: .wide)
    let columns = Int(PageFormSize.column / (points * 25.4 / 72)) * 2
    return text.lines.reduce(0) { $0 + max(1, (widths.columns(of: $1) + columns - 1) / columns) }
  }
}
