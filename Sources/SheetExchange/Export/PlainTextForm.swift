// Holds sheets as readable text, in the form's order and with its printed labels.

import InitiativeModel

/// The official form as plain text.
public struct PlainTextForm {
  private let sheet: InitiativeSheet
  private let header: BookHeader
  /// Whether it is as published, nothing where nothing is entered: what an import takes for the form again.
  private let isPublished: Bool

  /// All sheets as published, with a blank line between them.
  static func output(_ content: ExportContent) -> SafeOutput {
    let sheets = content.books.flatMap { book in
      book.sheets.map { PlainTextForm(sheet: $0.sheet, header: book.header, isPublished: true).lines }
    }
    return .lines(Array(sheets.joined(separator: [""])))
  }

  /// The lines of a sheet for who looks at it, not wrapped: what is not entered is said.
  public static func lines(of sheet: InitiativeSheet, in header: BookHeader) -> [String] {
    PlainTextForm(sheet: sheet, header: header, isPublished: false).lines
  }

  private var lines: [String] {
    let ward = header.ward.isEmpty ? "" : "\(header.ward) "
    let star = sheet.starred ? PrintedForm.star : ""
    var lines = ["\(ward)\(header.fiscalYear.fullName) \(header.title)", ""]
    lines.append("\(PrintedForm.item) \(sheet.number) 【\(sheet.title)】\(star)")
    if !sheet.subtitle.isEmpty { lines.append(sheet.subtitle) }
    lines += ["", "[\(PrintedForm.plan)] \(PrintedForm.policyAndTargets)"] + text(sheet.plan.policyAndTargets, "—")
    lines += ["", "[\(PrintedForm.plan)] \(PrintedForm.annualActions)"] + text(sheet.plan.annualActions, "—")
    for period in ReviewPeriod.allCases {
      lines += ["", "[\(period.printedName)]"] + period.fields.flatMap { entry($0) }
    }
    return lines
  }

  private static let notEntered = "(未入力)"

  private func entry(_ field: EntryField) -> [String] {
    let period = field.period
    guard !field.isChoice else { return [choice(field)] }
    guard field == period.requiredText else {
      return [field.printedLabel] + text(sheet.text(of: field), PlainTextForm.notEntered)
    }
    let note = PrintedForm.requirementNote(sign: sheet.printedRequirement(of: period))
    let text = sheet.text(of: field)
    let isNothing = sheet.choice(of: period.decidingChoice) == .first && text.isUnwritten
    return ["\(field.printedLabel) \(note)"]
      + (isNothing ? ["  " + PrintedForm.nothing] : self.text(text, PlainTextForm.notEntered))
  }

  private func choice(_ field: EntryField) -> String {
    let chosen = sheet.chosenOption(of: field)
    guard isPublished else {
      return "\(field.printedLabel): \(chosen.map { "\($0.sign) \($0.label)" } ?? PlainTextForm.notEntered)"
    }
    let legend = field.options.map(\.legend).joined(separator: " ")
    return (field.hasLabel ? "\(field.printedLabel): " : "") + (chosen.map { $0.sign + " " } ?? "") + legend
  }

  /// A text's lines, or what is said where there are none.
  private func text(_ text: LongText, _ blank: String) -> [String] {
    guard text.isEmpty else { return text.lines.map { $0.isEmpty ? "" : "  " + $0 } }
    return isPublished ? [] : ["  " + blank]
  }
}
