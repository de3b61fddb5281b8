// Holds the reading of one worksheet as a sheet of the form.

import InitiativeModel
import SheetExchange

/// What a worksheet turned out to be.
struct FormReading {
  /// The sheet on it.
  private(set) var sheet: ReturnedSheet
  /// What its mark says; nil where the mark is gone.
  let mark: FormMark?
  /// What stands beside the form, with its place.
  private(set) var unplaced: [String] = []
  /// The values that no field can have.
  private(set) var unreadable: [UnreadableValue] = []

  /// Reads a worksheet; nil for the list, and for one that is no form, which is told.
  static func read(_ page: Worksheet, unplaced: inout [String]) throws(ReturnedFileError) -> FormReading? {
    let marks = page.cells.compactMap { place, content in FormMark(content.shown).map { (place, $0) } }
    let isForm = FormLabels.areOn(page)
    if !isForm, marks.contains(where: { $0.1 == .list }) { return nil }
    guard !marks.isEmpty || isForm else {
      if !page.cells.isEmpty { unplaced.append(WorkbookWording.otherPage(page.name)) }
      return nil
    }
    guard marks.count <= 1 else {
      let places = marks.map(\.0).sorted { $0.row < $1.row }
      throw .textOutsideFields(
        place: WorkbookWording.cell(places[1].name, onPage: page.name), text: marks[1].1.text)
    }
    let reading = try FormReading(page, mark: marks.first)
    unplaced += reading.unplaced
    return reading
  }

  private init(_ page: Worksheet, mark: (CellPlace, FormMark)?) throws(ReturnedFileError) {
    let labels = try FormLabels(page, mark: mark?.0)
    self.mark = mark?.1
    sheet = ReturnedSheet(number: labels.number, place: WorkbookWording.page(page.name))
    if mark?.1 == .list { throw .textOutsideFields(place: WorkbookWording.page(page.name), text: FormMark.list.text) }
    if case .sheet(_, _, let number, let version) = mark?.1 {
      guard number == labels.number else {
        throw .unreadableValue(
          place: WorkbookWording.page(page.name), field: SheetField.number.printedName,
          value: "\(PrintedForm.item) \(labels.number)")
      }
      sheet.version = version.isEmpty ? nil : version
    }
    var cells: [SheetField: [(CellPlace, CellContent)]] = [:]
    for (place, content) in FormReading.sorted(page.cells) where place != mark?.0 && !labels.isLabel(place) {
      if let field = labels.field(at: place) {
        cells[field, default: []].append((place, content))
      } else {
        try leave(content, at: place, page, labels)
      }
    }
    for (place, content) in FormReading.sorted(page.covered) where !FormReading.isBlank(content) {
      // Nobody sees it, so nobody means it; but where fields are, it may be what somebody wrote into one.
      guard !labels.isInside(place) else {
        throw .textOutsideFields(place: WorkbookWording.cell(place.name, onPage: page.name), text: content.shown)
      }
      unplaced.append(WorkbookWording.coveredText(content.shown, place.name, onPage: page.name))
    }
    for field in SheetField.searched { try fill(field, cells[field] ?? [], page) }
  }

  /// Cells row by row.
  private static func sorted(_ cells: [CellPlace: CellContent]) -> [(CellPlace, CellContent)] {
    cells.map { ($0.key, $0.value) }.sorted { ($0.0.row, $0.0.column) < ($1.0.row, $1.0.column) }
  }

  // MARK: What is no field

  private mutating func leave(
    _ content: CellContent, at place: CellPlace, _ page: Worksheet, _ labels: FormLabels
  ) throws(ReturnedFileError) {
    guard !FormReading.isBlank(content) else { return }
    if labels.isInside(place) {
      throw .textOutsideFields(place: WorkbookWording.cell(place.name, onPage: page.name), text: content.shown)
    }
    guard !labels.isAbove(place) || !isHeading(content) else { return }
    unplaced.append(WorkbookWording.otherText(content.shown, place.name, onPage: page.name))
  }

  /// Whether a text above the form is its printed heading, which names the year.
  private func isHeading(_ content: CellContent) -> Bool {
    guard case .sheet(_, let year, _, _) = mark else { return content.shown.contains("年度(") }
    return content.shown.contains(year.fullName)
  }

  private static func isBlank(_ content: CellContent) -> Bool {
    content.shown.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
  }

  // MARK: The fields

  private mutating func fill(
    _ field: SheetField, _ cells: [(CellPlace, CellContent)], _ page: Worksheet
  ) throws(ReturnedFileError) {
    if isOneCell(field), cells.count > 1 {
      throw .textOutsideFields(
        place: WorkbookWording.cell(cells[1].0.name, onPage: page.name), text: cells[1].1.shown)
    }
    var lines: [String] = []
    for (place, content) in cells {
      guard case .other(let value) = content else {
        lines.append(content.shown)
        continue
      }
      return note(value, in: field, at: place, page)
    }
    let text = lines.joined(separator: "\n")
    switch field {
    case .title: setTitle(text)
    case .entry(let entry) where entry.isChoice:
      guard let sign = FormReading.sign(text, of: entry) else {
        return note(text, in: field, at: cells.first?.0, page)
      }
      sheet.texts[field] = LongText(sign)
    case .number, .subtitle, .policyAndTargets, .annualActions, .entry: sheet.texts[field] = LongText(text)
    }
  }

  private mutating func note(_ value: String, in field: SheetField, at place: CellPlace?, _ page: Worksheet) {
    unreadable.append(
      UnreadableValue(
        place: WorkbookWording.cell(place?.name ?? "", onPage: page.name), field: field.printedName, value: value))
  }

  private func isOneCell(_ field: SheetField) -> Bool {
    switch field {
    case .number, .title, .subtitle: true
    case .policyAndTargets, .annualActions: false
    case .entry(let entry): entry.isChoice
    }
  }

  /// The title without 【】, and ★ behind it.
  private mutating func setTitle(_ text: String) {
    var title = text[...]
    sheet.starred = title.hasSuffix(PrintedForm.star)
    if sheet.starred == true { title = title.dropLast() }
    while let last = title.last, last.isWhitespace { title = title.dropLast() }
    if title.hasPrefix("【"), title.hasSuffix("】"), title.count >= 2 { title = title.dropFirst().dropLast() }
    sheet.texts[.title] = LongText(String(title))
  }

  /// A choice as its sign, with its words behind it or alone; empty where nothing is chosen, nil for anything else.
  private static func sign(_ text: String, of field: EntryField) -> String? {
    let bare = FormLabel.bare(text)
    if bare.isEmpty { return "" }
    if let place = ChoiceOrdinal(typed: bare) { return field.options[place.rawValue - 1].sign }
    return field.options.first {
      bare == FormLabel.bare($0.sign + $0.label) || bare == FormLabel.bare("\($0.sign):\($0.label)")
    }?
    .sign
  }
}
