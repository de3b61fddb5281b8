// Holds where the labels of the form stand on a worksheet, and which cells are a field's.

import InitiativeModel
import SheetExchange

/// The labels of a worksheet, each found once and in the form's order.
struct FormLabels {
  private let places: [FormLabel: CellPlace]
  /// The last row of the form.
  private let lastRow: Int
  /// The number behind 取組項目.
  let number: Int

  /// Whether a worksheet is meant to be a form: one with 取組項目, or with several of the labels.
  static func areOn(_ sheet: Worksheet) -> Bool {
    let found = Set(sheet.cells.values.flatMap { $0.labels })
    return found.contains(.item) || found.count >= 4
  }

  /// Finds all labels; the form goes down to the row above its mark.
  init(_ sheet: Worksheet, mark: CellPlace?) throws(ReturnedFileError) {
    var found: [FormLabel: [CellPlace]] = [:]
    for (place, content) in sheet.cells {
      for label in content.labels { found[label, default: []].append(place) }
    }
    // The two 課題と改善策 are printed alike: the upper one is of 中間振り返り.
    let issues = ReviewPeriod.allCases.map { FormLabel.entry($0.requiredText) }
    let alike = issues.first.flatMap { found[$0] }?.sorted { $0.row < $1.row } ?? []
    let final = found[.period(.final)]?.first?.row ?? .max
    for (index, label) in issues.enumerated() {
      let own = alike.filter { ($0.row >= final) == (label == issues.last) }
      found[label] = alike.count == issues.count ? [alike[index]] : alike.count > issues.count ? alike : own
    }
    var places: [FormLabel: CellPlace] = [:]
    for label in FormLabel.all {
      let all = found[label] ?? []
      guard let first = all.first else { throw FormLabels.missing(label, sheet, found.compactMapValues(\.first)) }
      guard all.count == 1 else {
        throw .repeatedLabel(label.name, page: WorkbookWording.page(sheet.name))
      }
      places[label] = first
    }
    self.places = places
    number = sheet.cells[FormLabels.place(of: .item, places)].flatMap { FormLabel.number(in: $0.shown) } ?? 0
    let heading = FormLabels.place(of: .period(.final), places)
    let area = sheet.merged.first { $0.rows.lowerBound == heading.row && $0.columns.contains(heading.column) }
    lastRow = mark.map { $0.row - 1 } ?? area?.rows.upperBound ?? heading.row + 1
    try checkOrder(sheet)
  }

  /// That a label is missing, with the cell that it is expected in: beside the others that are printed in its row.
  private static func missing(
    _ label: FormLabel, _ sheet: Worksheet, _ found: [FormLabel: CellPlace]
  ) -> ReturnedFileError {
    let partner = FormLabel.all.first { $0 != label && $0.row == label.row && found[$0] != nil }
    let cell = partner.flatMap { partner in
      found[partner].map { CellPlace(row: $0.row, column: max(0, $0.column + label.column - partner.column)) }
    }
    return .missingLabel(label.name, page: WorkbookWording.page(sheet.name), cell: cell?.name)
  }

  /// All labels are there when this is asked.
  private static func place(of label: FormLabel, _ places: [FormLabel: CellPlace]) -> CellPlace {
    places[label] ?? CellPlace(row: 0, column: 0)
  }

  private func place(_ label: FormLabel) -> CellPlace { FormLabels.place(of: label, places) }

  /// Every label stands in its part of the form, and the parts one below the other.
  private func checkOrder(_ sheet: Worksheet) throws(ReturnedFileError) {
    let parts: [FormLabel] = [.item, .subtitle, .plan] + ReviewPeriod.allCases.map { .period($0) }
    for (above, below) in zip(parts, parts.dropFirst()) where place(above).row >= place(below).row {
      throw FormLabels.missing(below, sheet, places)
    }
    for label in FormLabel.all where !rows(of: label).contains(place(label).row) {
      throw FormLabels.missing(label, sheet, places)
    }
    for label in FormLabel.all where !hasRoom(label) { throw FormLabels.missing(label, sheet, places) }
  }

  /// Whether there are cells for the field of a label: between it and its legend, or below it.
  private func hasRoom(_ label: FormLabel) -> Bool {
    let cell = place(label)
    switch label {
    case .item, .subtitle, .plan, .period: return true
    case .planColumn: return rows(of: label).contains(cell.row + 1)
    case .entry(let field), .legend(let field):
      guard let legend = places[.legend(field)] else { return rows(of: label).contains(cell.row + 1) }
      let sign = place(.entry(field))
      return legend.row == sign.row && legend.column > sign.column + 1
    }
  }

  /// The rows of the part of the form in which a label stands.
  private func rows(of label: FormLabel) -> Range<Int> {
    let midTerm = place(.period(.midTerm)).row
    let final = place(.period(.final)).row
    switch label {
    case .item, .subtitle: return place(.item).row..<place(.plan).row
    case .plan, .planColumn: return place(.plan).row..<midTerm
    case .period(.midTerm): return midTerm..<final
    case .period(.final): return final..<max(final + 1, lastRow + 1)
    case .entry(let field), .legend(let field): return rows(of: .period(field.period))
    }
  }

  /// The columns of the form.
  private var columns: ClosedRange<Int> {
    let all = places.values.map(\.column)
    return (all.min() ?? 0)...(all.max() ?? 0)
  }

  /// The field that a cell belongs to; nil where it belongs to none, or could to several.
  func field(at cell: CellPlace) -> SheetField? {
    let fields = SheetField.searched.filter { owns($0, cell) }
    return fields.count == 1 ? fields.first : nil
  }

  private func owns(_ field: SheetField, _ cell: CellPlace) -> Bool {
    switch field {
    case .number: return false
    case .title: return isBeside(.item, cell)
    case .subtitle: return isBeside(.subtitle, cell)
    case .policyAndTargets, .annualActions: return isBelow(.planColumn(field), cell)
    case .entry(let entry):
      guard let legend = places[.legend(entry)] else { return isBelow(.entry(entry), cell) }
      return isBeside(.entry(entry), cell) && cell.column < legend.column
    }
  }

  /// Whether a cell stands to the right of a label, within the form.
  private func isBeside(_ label: FormLabel, _ cell: CellPlace) -> Bool {
    let place = place(label)
    return cell.row == place.row && cell.column > place.column && cell.column <= columns.upperBound
  }

  /// Whether a cell stands below a label, in its column and its part of the form.
  private func isBelow(_ label: FormLabel, _ cell: CellPlace) -> Bool {
    let place = place(label)
    return cell.column == place.column && cell.row > place.row && rows(of: label).contains(cell.row)
  }

  /// Whether a cell is one of the labels.
  func isLabel(_ cell: CellPlace) -> Bool { places.values.contains(cell) }

  /// Whether a cell stands above the form.
  func isAbove(_ cell: CellPlace) -> Bool { cell.row < place(.item).row }

  /// Whether a cell stands among the form's cells.
  func isInside(_ cell: CellPlace) -> Bool {
    (place(.item).row...max(place(.item).row, lastRow)).contains(cell.row) && columns.contains(cell.column)
  }
}

extension CellContent {
  /// The labels that the cell may be.
  fileprivate var labels: [FormLabel] {
    guard case .text(let text) = self else { return [] }
    return FormLabel.labels(text)
  }
}
