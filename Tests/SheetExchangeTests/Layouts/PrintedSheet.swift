// Holds the cells of one sheet as the form prints them, from which every layout is rendered.

import InitiativeModel

/// One cell of the form.
struct PrintedCell: Equatable {
  /// What is printed before the content: a label, or nothing.
  var label = ""
  /// The content, line by line.
  var lines: [String] = []
  var columns = 1
  var rows = 1

  /// Label and content, line by line.
  var allLines: [String] { (label.isEmpty ? [] : [label]) + lines }
  /// Label and content on one line.
  var joined: String { allLines.joined(separator: " ") }
}

/// The cells of a sheet: six rows over five columns, as on paper.
struct PrintedSheet {
  let head: [String]
  /// 計画: the row of headings and the row of texts.
  let plan: [[PrintedCell]]
  /// 中間振り返り: a row for each question; 課題と改善策 stands beside both.
  let midTerm: [[PrintedCell]]
  /// 自己評価: the texts, and the answer below.
  let final: [[PrintedCell]]

  /// Whether the plan's texts go on in a second row.
  let isCut: Bool

  /// The plan in the parts between which a page can end.
  var planParts: [[[PrintedCell]]] {
    guard isCut, plan.count == 2 else { return [plan] }
    let first = plan[1].map { PrintedCell(lines: Array($0.lines.prefix($0.lines.count / 2)), columns: $0.columns) }
    let second = plan[1].map { PrintedCell(lines: Array($0.lines.dropFirst($0.lines.count / 2)), columns: $0.columns) }
    return [[plan[0], first], [[PrintedCell()] + second]]
  }

  /// The plan with each heading in the cell of its text.
  var joinedPlan: [[PrintedCell]] {
    let texts = zip(plan[0].dropFirst(), plan[1]).map {
      PrintedCell(label: $0.label, lines: $1.lines, columns: $0.columns)
    }
    return [[PrintedCell(label: PrintedForm.plan)] + texts]
  }

  /// Makes the cells of a sheet.
  ///
  /// - Parameter isCut: whether the plan's texts go on in a second row.
  init(_ sheet: InitiativeSheet, _ spelling: FormSpelling, isCut: Bool = false) {
    self.isCut = isCut
    head = spelling.headLines(sheet)
    let cells = CellMaker(sheet: sheet, spelling: spelling)
    plan = [
      [
        PrintedCell(label: PrintedForm.plan, rows: 2), PrintedCell(label: PrintedForm.policyAndTargets, columns: 3),
        PrintedCell(label: PrintedForm.annualActions),
      ],
      [
        PrintedCell(lines: sheet.plan.policyAndTargets.lines, columns: 3),
        PrintedCell(lines: sheet.plan.annualActions.lines),
      ],
    ]
    midTerm = [
      [PrintedCell(label: PrintedForm.midTermReview, rows: 2)] + cells.question(.implementationForecast)
        + [cells.issues(.midTerm)],
      cells.question(.targetForecast),
    ]
    final = [
      [
        PrintedCell(label: PrintedForm.selfEvaluation, rows: 2),
        PrintedCell(label: EntryField.results.printedLabel, lines: sheet.selfEvaluation.results.lines, columns: 3),
        cells.issues(.final),
      ],
      [cells.achievement()],
    ]
  }
}

/// Makes the cells of the reviews.
private struct CellMaker {
  let sheet: InitiativeSheet
  let spelling: FormSpelling

  /// Label, answer and legend.
  func question(_ field: EntryField) -> [PrintedCell] {
    [
      PrintedCell(label: field.printedLabel),
      PrintedCell(lines: sheet.chosenOption(of: field).map { [sign($0.sign)] } ?? []),
      PrintedCell(lines: [legend(field)]),
    ]
  }

  /// Answer and legend of the question that has no label.
  func achievement() -> PrintedCell {
    let answer = sheet.chosenOption(of: .achievement).map { sign($0.sign) + " " } ?? ""
    return PrintedCell(lines: [answer + legend(.achievement)], columns: 3)
  }

  func issues(_ period: ReviewPeriod) -> PrintedCell {
    let field = period.requiredText
    let note = PrintedForm.requirementNote(sign: sheet.printedRequirement(of: period))
    let isMet = sheet.choice(of: period == .midTerm ? .targetForecast : .achievement) == .first
    let blank = isMet && !spelling.blank.isEmpty ? [spelling.blank] : []
    let lines = sheet.text(of: field).lines
    return PrintedCell(label: "\(field.printedLabel) \(note)", lines: lines.isEmpty ? blank : lines, rows: 2)
  }

  private func sign(_ sign: String) -> String { sign.hasPrefix("(") ? spelling.roman.text(sign) : sign }

  private func legend(_ field: EntryField) -> String {
    field.options.map { option in
      let isRoman = option.sign.hasPrefix("(")
      return sign(option.sign) + (isRoman ? "" : spelling.colon) + option.label
    }.joined(separator: " ")
  }
}
