// Holds sheets as readable text, in the form's order and with its printed labels.

import InitiativeModel

/// The official form as plain text.
public enum PlainTextForm {
  /// All sheets with a blank line between them.
  static func output(_ content: ExportContent) -> SafeOutput {
    let sheets = content.books.flatMap { book in book.sheets.map { lines(of: $0.sheet, in: book.header) } }
    return .lines(Array(sheets.joined(separator: [""])))
  }

  /// The lines of a sheet, not wrapped.
  public static func lines(of sheet: InitiativeSheet, in header: BookHeader) -> [String] {
    let ward = header.ward.isEmpty ? "" : "\(header.ward) "
    let star = sheet.starred ? PrintedForm.star : ""
    var lines = ["\(ward)\(header.fiscalYear.fullName) \(header.title)", ""]
    lines.append("\(PrintedForm.item) \(sheet.number) 【\(sheet.title)】\(star)")
    if !sheet.subtitle.isEmpty { lines.append(sheet.subtitle) }
    lines += ["", "[\(PrintedForm.plan)] \(PrintedForm.policyAndTargets)"] + text(sheet.plan.policyAndTargets, "—")
    lines += ["", "[\(PrintedForm.plan)] \(PrintedForm.annualActions)"] + text(sheet.plan.annualActions, "—")
    for period in ReviewPeriod.allCases {
      lines += ["", "[\(period.printedName)]"] + period.fields.flatMap { entry($0, sheet) }
    }
    return lines
  }

  private static let notEntered = "(未入力)"

  private static func entry(_ field: EntryField, _ sheet: InitiativeSheet) -> [String] {
    let period = field.period
    guard !field.isChoice else {
      let answer = sheet.chosenOption(of: field).map { "\($0.sign) \($0.label)" } ?? notEntered
      return ["\(field.printedLabel): \(answer)"]
    }
    guard field == period.requiredText else { return [field.printedLabel] + text(sheet.text(of: field), notEntered) }
    let note = PrintedForm.requirementNote(sign: sheet.printedRequirement(of: period))
    let isFree = sheet.choice(of: period.decidingChoice) == .first
    return ["\(field.printedLabel) \(note)"] + text(sheet.text(of: field), isFree ? PrintedForm.nothing : notEntered)
  }

  private static func text(_ text: LongText, _ blank: String) -> [String] {
    text.isEmpty ? ["  " + blank] : text.lines.map { $0.isEmpty ? "" : "  " + $0 }
  }
}
