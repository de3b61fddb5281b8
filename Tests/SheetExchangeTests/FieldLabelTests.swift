import InitiativeModel
import Testing

@testable import SheetExchange

@Suite("Every field of the form, by its label")
struct FieldLabelTests {
  private func content(_ field: EntryField) -> String { field.options.last?.sign ?? "記入\(field.shortName)。" }

  /// A row as the form prints it: the label with what was filled in; a legend behind its answer.
  private func row(_ field: EntryField) -> String {
    let note = field == field.period.requiredText ? PrintedForm.requirementNote(sign: PrintedForm.requiredSign) : ""
    let legend = field.options.map { "\($0.sign):\($0.label)" }.joined(separator: " ")
    let label = field.hasLabel ? "\(field.printedLabel) \(note)" : ""
    return "\(field.period.printedName)\t\(label) \(content(field)) \(legend)"
  }

  @Test("is read from a published form", arguments: EntryField.allCases)
  func read(field: EntryField) throws {
    let text = "取組項目 1\n【題】\n\(Published.plan)\n\(row(field))\n"
    let result = try PublishedSheetImporter.read(text)
    let sheet = try #require(result.sheets.first).sheet
    #expect(sheet.content(of: field) == content(field))
    #expect(EntryField.allCases.filter { !sheet.isBlank($0) } == [field])
    #expect(result.notes.isEmpty)
  }

  @Test("is read beside all others")
  func readAll() throws {
    let text = "取組項目 1\n【題】\n\(Published.plan)\n\(EntryField.allCases.map(row).joined(separator: "\n"))\n"
    let result = try PublishedSheetImporter.read(text)
    let sheet = try #require(result.sheets.first).sheet
    for field in EntryField.allCases { #expect(sheet.content(of: field) == content(field)) }
    #expect(result.notes.isEmpty)
  }

  @Test("stands in the plain text, in the form's order")
  func plainText() throws {
    var sheet = InitiativeSheet(number: 1, title: "題")
    for field in EntryField.allCases { sheet.setContent(content(field), of: field) }
    let year = try #require(FiscalYear(2019))
    var rest = PlainTextForm.lines(of: sheet, in: BookHeader(ward: "見本区", fiscalYear: year))[...]
    for field in EntryField.allCases {
      let line = try #require(rest.firstIndex { $0.hasPrefix(field.printedLabel) })
      let filled = field.isChoice ? rest[line] : rest[line + 1]
      #expect(filled.contains(content(field)))
      rest = rest[(line + 1)...]
    }
  }
}
