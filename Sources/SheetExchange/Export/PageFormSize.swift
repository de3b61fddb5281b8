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

  /// The least height of 当年度の取組実績 in letters, so that there is room to write by hand.
  private var leastResults: Double { self == .large ? 7 : 4.5 }

  /// The height of a page between its margins, in millimetres, less what a text may take more than was counted.
  private static let page = 180.0
  /// The width of a text in the form's left and right columns, in millimetres.
  private static let column = 118.0
  /// The height of a line in letters.
  private static let line = 1.5
  /// The height of the labels, of the sign below the results and of a text that has little to say, in letters.
  private static let labels = 4.7
  private static let sign = 1.9
  private static let leastText = 4.0
  /// What stands between lines, and the heading without and with the line under the title, in millimetres.
  private static let between = 18.6
  private static let headings = (12.2, 19.0)

  /// The height of a sheet in millimetres.
  private func height(of sheet: InitiativeSheet) -> Double {
    let form = PageFormSize.self
    let plan = max(height(sheet.plan.policyAndTargets), height(sheet.plan.annualActions))
    let midTerm = max(form.leastText, height(sheet.text(of: .midTermIssues)))
    let results = max(leastResults, height(sheet.text(of: .results))) + form.sign
    let final = max(results, height(sheet.text(of: .selfEvaluationIssues)))
    let heading = sheet.subtitle.isEmpty ? form.headings.0 : form.headings.1
    return heading + form.between + (form.labels + plan + midTerm + final) * letter
  }

  /// The size of a letter in millimetres.
  private var letter: Double { points * 25.4 / 72 }

  /// The height of a text in letters.
  private func height(_ text: LongText) -> Double {
    let widths = DisplayWidths(ambiguous: .wide)
    let columns = Int(PageFormSize.column / letter) * 2
    let lines = text.lines.reduce(0) { $0 + max(1, (widths.columns(of: $1) + columns - 1) / columns) }
    return Double(lines) * PageFormSize.line
  }
}
