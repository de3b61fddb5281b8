// Holds the recognising of the form's labels in the cells of a table.

import InitiativeModel

/// Says what part of the form a row of a table belongs to, and which field's label begins a cell.
enum FormLabels {
  /// The fields that have a label.
  static let withLabel = EntryField.allCases.filter(\.hasLabel)
  /// Those among them whose label stands in one period only, and so tells it.
  private static let telling = withLabel.filter { field in
    withLabel.allSatisfy { $0.period == field.period || $0.printedLabel != field.printedLabel }
  }
  /// The choices that have their legend only.
  private static let withLegendOnly = EntryField.allCases.filter { !$0.hasLabel }
  /// The longest cell that is looked through for a legend, in bytes.
  private static let longest = 400

  /// The part that the labels of a row tell; nil where none does.
  static func part(of row: FormRow) -> FormPart? {
    if let token = row.token { return token.part }
    for cell in row.filled {
      if let period = ReviewPeriod.allCases.first(where: { isName($0.printedName, cell) }) { return .review(period) }
      if let field = telling.first(where: { cell.rest(behind: $0.printedLabel) != nil }) {
        return .review(field.period)
      }
      if let field = withLegendOnly.first(where: { isLegend(cell, of: $0) }) { return .review(field.period) }
      if cell.squeezed == PrintedForm.plan
        || [PlanSide.policy, .actions].contains(where: { cell.rest(behind: $0.label) != nil })
      {
        return .plan
      }
    }
    return nil
  }

  /// What may stand around a row heading: brackets, the lines of a drawn table, bullets.
  private static let frame = Set("【】[]［］〔〕<>＜＞《》│┃|■□◆◇●○◎▼".unicodeScalars)

  /// Whether a cell is a row heading and nothing else.
  static func isName(_ name: String, _ cell: FormCell) -> Bool {
    guard cell.squeezed != name else { return true }
    guard cell.squeezed.utf8.count <= name.utf8.count + 6, cell.squeezed.contains(name) else { return false }
    return cell.squeezed.replacing(name, with: "").unicodeScalars.allSatisfy(frame.contains)
  }

  /// Whether a cell holds the legend of a choice.
  static func isLegend(_ cell: FormCell, of field: EntryField) -> Bool {
    guard cell.squeezed.utf8.count < longest else { return false }
    return LinePieces(cell.text).pieces.contains { $0.token == .legend(field) }
  }

  /// Whether a cell holds nothing but signs and legends of a question.
  static func isChoice(_ cell: FormCell, of field: EntryField) -> Bool {
    cell.squeezed.utf8.count < longest && ChoiceReading(cell.squeezed, field: field).leftover.isEmpty
  }

  /// The field whose label begins a cell, one of the period's own first, with the label and what stands behind it.
  static func labelled(_ cell: FormCell, in period: ReviewPeriod) -> (field: EntryField, label: String, rest: String)? {
    let found = withLabel.compactMap { field in
      cell.parts(at: field.printedLabel).map { (field: field, label: $0.label, rest: $0.rest) }
    }
    return found.first { $0.field.period == period } ?? found.first
  }
}
