// Holds the import of a published text as a whole.

import InitiativeModel

/// Reads the text of a published form, with all its irregularities, into sheets.
public enum PublishedSheetImporter {
  /// Reads every sheet of a text.
  ///
  /// Everything in the text is in a field, is one of the form's printed labels, or stands in a note.
  ///
  /// - Throws: `PublishedTextError.noSheets` when no heading 取組項目 N is there; `.tooManySheets` or `.tooManyCells`
  ///   beyond `TextLimits`.
  public static func read(_ text: String) throws(PublishedTextError) -> ImportResult {
    let (before, blocks) = SheetBlock.split(text)
    guard !blocks.isEmpty else { throw .noSheets }
    guard blocks.count <= TextLimits.sheets else { throw .tooManySheets }
    var result = ImportResult()
    for line in before where !line.text.trimmed.isEmpty && line.text.trimmed != PrintedForm.heading {
      result.notes.append(
        ImportNote(sheet: nil, field: nil, line: line.number, reason: .unplaced(line.text.trimmed)))
    }
    let head = before.map(\.text).joined(separator: "\n")
    result.heading = ImportResult.Heading(wards: OsakaWards.named(in: head), fiscalYear: mostFrequentYear(in: head))
    guessBook(text, &result)
    var numbers: Set<Int> = []
    var cellsLeft = TextLimits.cells
    for block in blocks {
      let reader = try SheetReader(block, cellsLeft: &cellsLeft)
      if !numbers.insert(block.number).inserted {
        result.notes.append(
          ImportNote(sheet: block.number, field: .number, line: block.line, reason: .repeatedNumber))
      }
      result.sheets.append(ImportedSheet(sheet: reader.sheet, line: block.line))
      result.notes += reader.notes
    }
    return result
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
