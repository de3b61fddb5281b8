// Holds the reading of one sheet's tables: which cell is what.

import InitiativeModel

/// Reads the rows of one sheet.
///
/// Every cell goes to exactly one place: a field, a known label, or a note.
struct SheetReader {
  private(set) var sheet: InitiativeSheet
  private(set) var notes: [ImportNote] = []
  private var section = Section.plan
  private var policyColumn = 0
  private var issuesColumn = Int.max
  private var seenQuestions: Set<EntryField> = []
  private var policyParts: [String] = []
  private var actionParts: [String] = []
  private var damaged: [(field: EntryField, line: Int)] = []
  private var texts: [EntryField: [String]] = [:]
  private var seenTexts: [EntryField: Set<String>] = [:]

  private enum Section { case plan, midTerm, final }

  /// One row: its cells and the line it stands on.
  private struct Row {
    let cells: [FormCell]
    let line: Int
  }

  /// Reads a sheet.
  ///
  /// - Parameter cellsLeft: how many cells may still be read; those of this sheet are taken off.
  init(_ block: SheetBlock, cellsLeft: inout Int) throws(PublishedTextError) {
    let title = SheetTitle(block.lines)
    sheet = InitiativeSheet(
      number: block.number, title: title.title, subtitle: title.subtitle, starred: title.starred)
    if title.title.isEmpty { note(.missingTitle, .title, block.line) }
    if !title.isClosed { note(.unclosedTitle, .title, block.line) }
    for line in title.rest {
      for part in FormMarkup.withTablesAsRows(line.text) {
        cellsLeft -= part.utf8.count { $0 == UInt8(ascii: "\t") } + 1
        guard cellsLeft >= 0 else { throw .tooManyCells(line: line.number) }
        let cells = part.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
          FormCell(String($0))
        }
        read(Row(cells: cells, line: line.number))
      }
    }
    finish()
  }

  private mutating func read(_ row: Row) {
    let filled = row.cells.filter { !$0.isEmpty && !$0.isRule && $0.squeezed != FormCell.squeeze(PrintedForm.heading) }
    guard !filled.isEmpty else { return }
    section = self.section(of: filled)
    switch section {
    case .plan: readPlan(row)
    case .midTerm: readReview(row, .midTerm)
    case .final: readReview(row, .final)
    }
  }

  /// The part of the form that a row belongs to: what its labels say, or the part of the row before it.
  private func section(of cells: [FormCell]) -> Section {
    for cell in cells {
      if cell.squeezed == PrintedForm.midTermReview || cell.rest(behind: PrintedForm.implementationForecast) != nil
        || cell.rest(behind: PrintedForm.targetForecast) != nil
      {
        return .midTerm
      }
      if cell.squeezed == PrintedForm.selfEvaluation || cell.rest(behind: PrintedForm.results) != nil { return .final }
      if isAchievementLegend(cell) { return .final }
    }
    return section
  }

  private func isAchievementLegend(_ cell: FormCell) -> Bool {
    cell.squeezed.utf8.count < 120 && cell.squeezed.contains(Achievement.notMet.label) && cell.squeezed.contains("①")
  }

  // MARK: The plan

  private mutating func readPlan(_ row: Row) {
    var found: [(column: Int, text: String, isLeft: Bool?)] = []
    var hasPlanLabel = false
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !cell.isRule {
      if cell.squeezed == PrintedForm.plan {
        hasPlanLabel = true
      } else if let rest = cell.rest(behind: PrintedForm.policyAndTargets) {
        policyColumn = column
        if !rest.isEmpty { found.append((column, rest, true)) }
      } else if let rest = cell.rest(behind: PrintedForm.annualActions) {
        if !rest.isEmpty { found.append((column, rest, false)) }
      } else {
        found.append((column, cell.text, nil))
      }
    }
    let plain = found.filter { $0.isLeft == nil }.map(\.column)
    for part in found {
      switch part.isLeft {
      case true?: policyParts.append(part.text)
      case false?: actionParts.append(part.text)
      case nil: place(part.column, part.text, among: plain, row, hasPlanLabel)
      }
    }
  }

  /// Puts a cell of a plan row into a column: of two the first is the left one, of one its place decides.
  private mutating func place(_ column: Int, _ text: String, among columns: [Int], _ row: Row, _ hasPlanLabel: Bool) {
    guard row.cells.count > 1 else { return note(.unplaced(text), nil, row.line) }
    let policy = max(policyColumn, hasPlanLabel ? 1 : 0)
    if columns.count == 1 {
      if column <= policy { policyParts.append(text) } else { actionParts.append(text) }
      if column < policy { note(.movedCells, .policyAndTargets, row.line) }
    } else if column == columns.first {
      policyParts.append(text)
      if column < policy { note(.movedCells, .policyAndTargets, row.line) }
    } else {
      actionParts.append(text)
      if column != columns.last { note(.extraCell(text), .annualActions, row.line) }
    }
  }

  // MARK: The reviews

  private mutating func readReview(_ row: Row, _ period: ReviewPeriod) {
    var question: EntryField? = period == .final ? .achievement : nil
    var answers: [EntryField: String] = [:]
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !cell.isRule {
      if cell.squeezed == PrintedForm.midTermReview || cell.squeezed == PrintedForm.selfEvaluation
        || cell.squeezed == PrintedForm.plan
      {
        continue
      } else if let rest = cell.rest(behind: PrintedForm.implementationForecast) {
        question = .implementationForecast
        answers[.implementationForecast, default: ""] += FormCell.squeeze(rest)
      } else if let rest = cell.rest(behind: PrintedForm.targetForecast) {
        question = .targetForecast
        answers[.targetForecast, default: ""] += FormCell.squeeze(rest)
      } else if let rest = cell.rest(behind: PrintedForm.results) {
        add(rest, to: .results)
      } else if let rest = cell.rest(behind: PrintedForm.issuesAndImprovements) {
        issuesColumn = column
        readIssues(rest, period, row.line)
      } else if cell.isDash {
        continue
      } else if let question, isChoice(cell, of: question) {
        answers[question, default: ""] += cell.squeezed
      } else if period == .final, let parts = AchievementBox(cell) {
        answers[.achievement, default: ""] += parts.choice
        if !parts.results.isEmpty {
          add(parts.results, to: .results)
          note(.unlabelledText(parts.results), .entry(.results), row.line)
        }
      } else {
        placeText(cell, column, period, row.line)
      }
    }
    for field in EntryField.allCases { if let text = answers[field] { read(text, of: field, row.line) } }
  }

  /// Whether a cell holds nothing but signs and legends of a question.
  private func isChoice(_ cell: FormCell, of field: EntryField) -> Bool {
    let reading = ChoiceReading(cell.squeezed, options: field.options)
    if reading.leftover.isEmpty { return true }
    return field.options.contains {
      let sign = FormCell.squeeze($0.sign)
      return cell.squeezed == sign + ":" + $0.label || cell.squeezed == sign + $0.label || cell.squeezed == sign
    }
  }

  private mutating func read(_ squeezed: String, of field: EntryField, _ line: Int) {
    let reading = ChoiceReading(squeezed, options: field.options)
    if !seenQuestions.insert(field).inserted { note(.repeatedRow, .entry(field), line) }
    if reading.isDamaged { damaged.append((field, line)) }
    if !reading.leftover.isEmpty { note(.unplaced(reading.leftover), .entry(field), line) }
    guard let answer = reading.answer else { return }
    if let kept = sheet.chosenOption(of: field), sheet.choice(of: field) != answer {
      let other = field.options[answer.rawValue - 1].sign
      return note(.differentAnswers(kept: kept.sign, other: other), .entry(field), line)
    }
    sheet.setChoice(answer, of: field)
  }

  /// Reads what stands behind the label 課題と改善策: the note with its sign, then the text.
  private mutating func readIssues(_ rest: String, _ period: ReviewPeriod, _ line: Int) {
    var text = rest
    let field = period.requiredText
    let cell = FormCell(rest)
    let signs = cell.squeezed.hasPrefix("※") ? (0x2460...0x2473).compactMap { Unicode.Scalar($0) } : []
    for scalar in signs {
      let sign = String(Character(scalar))
      guard let behind = cell.rest(behind: PrintedForm.requirementNote(sign: sign)) else { continue }
      text = behind
      setRequirement(sign, period, line)
    }
    if !FormCell(text).isDash { add(text, to: field) }
  }

  private mutating func setRequirement(_ sign: String, _ period: ReviewPeriod, _ line: Int) {
    guard sign != PrintedForm.requiredSign else { return }
    switch period {
    case .midTerm: sheet.midTermReview.printedRequirement = sign
    case .final: sheet.selfEvaluation.printedRequirement = sign
    }
    note(.otherRequirement(sign), .entry(period.requiredText), line)
  }

  /// Puts a text without a label into the field whose column it stands in.
  private mutating func placeText(_ cell: FormCell, _ column: Int, _ period: ReviewPeriod, _ line: Int) {
    let field: EntryField = period == .midTerm || column >= issuesColumn ? period.requiredText : .results
    add(cell.text, to: field)
    note(.unlabelledText(cell.text), .entry(field), line)
  }

  private mutating func add(_ text: String, to field: EntryField) {
    let text = text.trimmed
    guard !text.isEmpty, seenTexts[field, default: []].insert(text).inserted else { return }
    texts[field, default: []].append(text)
  }

  // MARK: The end

  private mutating func finish() {
    sheet.plan.policyAndTargets = LongText(policyParts.map { PlanText.withLineBreaks($0) }.joined(separator: "\n"))
    sheet.plan.annualActions = LongText(actionParts.map { PlanText.withLineBreaks($0) }.joined(separator: "\n"))
    for (field, parts) in texts { sheet.setText(LongText(parts.joined(separator: "\n")), of: field) }
    let others = [EntryField.implementationForecast, .targetForecast].filter { sheet.choice(of: $0) != nil }
    for (field, line) in damaged where sheet.choice(of: field) == nil {
      let isAnswered = field.period == .midTerm && !others.filter { $0 != field }.isEmpty
      if isAnswered { sheet.setChoice(.first, of: field) }
      note(.damagedLegend(assumed: isAnswered ? field.options[0].sign : nil), .entry(field), line)
    }
  }

  private mutating func note(_ reason: ImportNote.Reason, _ field: SheetField?, _ line: Int) {
    notes.append(ImportNote(sheet: sheet.number, field: field, line: line, reason: reason))
  }
}
