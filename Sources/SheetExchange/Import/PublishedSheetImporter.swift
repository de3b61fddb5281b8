// Holds the import of a published text as a whole.

import InitiativeModel

/// Reads the text of a published form, in whatever layout and with all its irregularities, into sheets.
public enum PublishedSheetImporter {
  /// Reads every sheet of a text.
  ///
  /// Everything in the text is in a field, is one of the form's printed labels, or stands in a note.
  ///
  /// - Throws: `PublishedTextError.noSheets` when no heading 取組項目 N is there; `.tooManySheets` or `.tooManyCells`
  ///   beyond `TextLimits`; `.otherForm` for another form, programme or city; `.notSure` where anything shows that the
  ///   text was perhaps not read as it was meant.
  public static func read(_ text: String) throws(PublishedTextError) -> ImportResult {
    let result = try survey(text)
    guard result.doubts.isEmpty else { throw .notSure(result.doubts, layouts: result.layouts) }
    return result
  }

  /// Reads every sheet of a text as far as it can be read, with what speaks against the reading in `ImportResult.doubts`.
  public static func survey(_ text: String) throws(PublishedTextError) -> ImportResult {
    let source = try TextRows(text)
    let all = source.rows
    if let other = OtherFormFinder.find(in: all) { throw .otherForm(other.form, line: other.line) }
    let pages = PageFurniture(all)
    let lines = LineRows(SideBySide.rows(pages.rows))
    let cutter = SheetCutter(lines.rows)
    guard !cutter.sheets.isEmpty else {
      guard source.doubts.isEmpty else { throw .notSure(source.doubts, layouts: []) }
      throw .noSheets
    }
    guard cutter.sheets.count <= TextLimits.sheets else { throw .tooManySheets }
    var result = ImportResult()
    result.layouts = layouts(lines.rows)
    result.pieces = pages.pieces + lines.pieces + cutter.pieces
    result.doubts = source.doubts + lines.doubts + cutter.doubts
    result.notes = pages.notes + cutter.notes
    let head = (all.prefix { row in cutter.sheets.first.map { row.line < $0.line } ?? true }).map(\.text)
      .joined(separator: "\n")
    result.heading = ImportResult.Heading(wards: OsakaWards.named(in: head), fiscalYear: mostFrequentYear(in: head))
    guessBook(text, &result)
    read(cutter.sheets, hasColons: hasColons(all), &result)
    leave(cutter.before, &result)
    result.doubts += ImportCheck.doubts(of: result)
    return result
  }

  private static func read(_ sheets: [SheetParts], hasColons: Bool, _ result: inout ImportResult) {
    var numbers: Set<Int> = []
    var labelled: [Set<SheetField>] = []
    var behindBoth: [ImportDoubt] = []
    var isBetween = false
    for (index, parts) in sheets.enumerated() {
      let reader = SheetReader(parts, index: index, hasColons: hasColons)
      if !numbers.insert(parts.number).inserted {
        result.notes.append(
          ImportNote(sheet: parts.number, field: .number, line: parts.line, reason: .repeatedNumber))
      }
      result.sheets.append(ImportedSheet(sheet: reader.sheet, line: parts.line))
      result.notes += reader.log.notes
      result.pieces += reader.log.pieces
      let isLast = index == sheets.count - 1
      result.doubts += reader.log.doubts.filter { !(isLast && isBehindForm($0, parts)) }
      labelled.append(reader.labelled)
      isBetween = isBetween || reader.reviews.hasTextBetweenLabels
      if let (text, line) = reader.reviews.textBehindBothLabels {
        behindBoth.append(.unsettledText(text, sheet: parts.number, line: line))
      }
    }
    if !isBetween { result.doubts += behindBoth }
    result.doubts += missingLabels(sheets, labelled)
  }

  /// Whether a doubt is of a text behind all of a sheet's form: behind the last sheet it can be the foot of a web page.
  private static func isBehindForm(_ doubt: ImportDoubt, _ parts: SheetParts) -> Bool {
    guard case .unsettledText(_, _, let line) = doubt else { return false }
    return !parts.rows.contains { $0.line >= line && ($0.token != nil || $0.part != nil) }
  }

  /// A label that other sheets have and one lacks, although its part is there: the text behind it is in the field before.
  private static func missingLabels(_ sheets: [SheetParts], _ labelled: [Set<SheetField>]) -> [ImportDoubt] {
    var fields: [(part: FormPart, field: SheetField, label: String)] = []
    for side in [PlanSide.policy, .actions] { fields.append((.plan, side.field, side.label)) }
    for field in EntryField.allCases where !field.isChoice {
      fields.append((.review(field.period), .entry(field), "\(field.period.printedName) \(field.printedLabel)"))
    }
    var doubts: [ImportDoubt] = []
    for (part, field, label) in fields where labelled.contains(where: { $0.contains(field) }) {
      for (sheet, labels) in zip(sheets, labelled) where !labels.contains(field) && sheet.has(part) {
        doubts.append(.missingPart(sheet: sheet.number, part: label, line: sheet.line))
      }
    }
    return doubts
  }

  /// What stands above the first sheet has no place, unless it is a list of the sheets.
  private static func leave(_ rows: [FormRow], _ result: inout ImportResult) {
    var contents = ContentsList(result.sheets.map(\.sheet))
    for row in rows {
      if contents.takes(row) {
        result.pieces.append(ImportedPiece(text: row.text, line: row.line, place: .furniture(.contents)))
        continue
      }
      result.notes.append(ImportNote(sheet: nil, field: nil, line: row.line, reason: .unplaced(row.text)))
      result.pieces.append(ImportedPiece(text: row.text, line: row.line, place: .unplaced))
    }
  }

  private static func layouts(_ rows: [FormRow]) -> [ImportLayout] {
    var counts: [ImportLayout: Int] = [:]
    for row in rows where row.part != nil { counts[row.layout, default: 0] += 1 }
    return ImportLayout.allCases.filter { counts[$0] != nil }.sorted { counts[$0, default: 0] > counts[$1, default: 0] }
  }

  /// Whether ①: stands before a legend's words anywhere, as the form prints it.
  private static func hasColons(_ rows: [FormRow]) -> Bool {
    rows.contains { $0.cells.contains { $0.squeezed.contains("①:") } }
  }

  /// Ward and year: what stands above the first sheet, or else what the sheets speak of.
  private static func guessBook(_ text: String, _ result: inout ImportResult) {
    result.wards = OsakaWards.named(in: text)
    let wards = result.heading.wards.count == 1 ? result.heading.wards : result.wards
    if wards.count == 1, let ward = wards.first {
      result.ward = ward
      result.notes.append(ImportNote(sheet: nil, field: nil, line: 1, reason: .wardGuessed(ward)))
    }
    if let year = result.heading.fiscalYear ?? mostFrequentYear(in: text) {
      result.fiscalYear = year
      result.notes.append(ImportNote(sheet: nil, field: nil, line: 1, reason: .yearGuessed(year)))
    }
  }

  /// The year that stands in the text most often as 令和N年度 or 平成N年度; the later one of two.
  private static func mostFrequentYear(in text: String) -> FiscalYear? {
    var counts: [FiscalYear: Int] = [:]
    let scalars = Array(text.unicodeScalars)
    for place in scalars.indices.dropFirst() where scalars[place] == "和" || scalars[place] == "成" {
      let era = String(String.UnicodeScalarView(scalars[(place - 1)...place]))
      let part = scalars[(place + 1)...].prefix(7)
      guard era == "令和" || era == "平成", let end = part.prefix(6).firstIndex(of: "年"),
        part[end...].dropFirst().first == "度",
        let year = FiscalYear(typed: era + String(String.UnicodeScalarView(part[..<end])))
      else { continue }
      counts[year, default: 0] += 1
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}
