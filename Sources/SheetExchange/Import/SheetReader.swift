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

  private enum Section {
    case plan
    case review(ReviewPeriod)
  }

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
    case .review(let period): readReview(row, period)
    }
  }

  /// The part of the form that a row belongs to: what its labels say, or the part of the row before it.
  private func section(of cells: [FormCell]) -> Section {
    for cell in cells {
      if let period = ReviewPeriod.allCases.first(where: { cell.squeezed == $0.printedName }) { return .review(period) }
      if let field = SheetReader.withTellingLabel.first(where: { cell.rest(behind: $0.printedLabel) != nil }) {
        return .review(field.period)
      }
      if let field = SheetReader.withLegendOnly.first(where: { isLegend(cell, of: $0) }) {
        return .review(field.period)
      }
    }
    return section
  }

  /// The fields that have a label.
  private static let withLabel = EntryField.allCases.filter(\.hasLabel)
  /// Those among them whose label stands in one period only, and so tells it.
  private static let withTellingLabel = withLabel.filter { field in
    withLabel.allSatisfy { $0.period == field.period || $0.printedLabel != field.printedLabel }
  }
  /// The choices that have their legend only.
  private static let withLegendOnly = EntryField.allCases.filter { !$0.hasLabel }

  /// Whether a cell holds the legend of a choice.
  private func isLegend(_ cell: FormCell, of field: EntryField) -> Bool {
    guard let first = field.options.first, let last = field.options.last else { return false }
    return cell.squeezed.utf8.count < 120 && cell.squeezed.contains(last.label) && cell.squeezed.contains(first.sign)
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
    let unlabelled = period.fields.first { !$0.hasLabel }
    var question = unlabelled
    var answers: [EntryField: String] = [:]
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !cell.isRule {
      if ReviewPeriod.allCases.contains(where: { cell.squeezed == $0.printedName })
        || cell.squeezed == PrintedForm.plan
      {
        continue
      } else if let (field, rest) = labelled(cell, in: period) {
        if field.isChoice {
          question = field
          answers[field, default: ""] += FormCell.squeeze(rest)
        } else if field == period.requiredText {
          issuesColumn = column
          readIssues(rest, period, row.line)
        } else {
          add(rest, to: field)
        }
      } else if cell.isDash {
        continue
      } else if let question, isChoice(cell, of: question) {
        answers[question, default: ""] += cell.squeezed
      } else if let unlabelled, let box = LegendBox(cell, options: unlabelled.options) {
        answers[unlabelled, default: ""] += box.choice
        if !box.text.isEmpty {
          let field = freeText(of: period)
          add(box.text, to: field)
          note(.unlabelledText(box.text), .entry(field), row.line)
        }
      } else {
        placeText(cell, column, period, row.line)
      }
    }
    for field in EntryField.allCases { if let text = answers[field] { read(text, of: field, row.line) } }
  }

  /// The field whose label begins the cell, one of the period's own first, and what stands behind the label.
  private func labelled(_ cell: FormCell, in period: ReviewPeriod) -> (field: EntryField, rest: String)? {
    let found = SheetReader.withLabel.compactMap { field in
      cell.rest(behind: field.printedLabel).map { (field: field, rest: $0) }
    }
    return found.first { $0.field.period == period } ?? found.first
  }

  /// The long text of a period that stands left of its 課題と改善策; that itself where there is none.
  private func freeText(of period: ReviewPeriod) -> EntryField {
    period.fields.first { !$0.isChoice && $0 != period.requiredText } ?? period.requiredText
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
    sheet.setPrintedRequirement(sign, of: period)
    note(.otherRequirement(sign), .entry(period.requiredText), line)
  }

  /// Puts a text without a label into the field whose column it stands in.
  private mutating func placeText(_ cell: FormCell, _ column: Int, _ period: ReviewPeriod, _ line: Int) {
    let field = column >= issuesColumn ? period.requiredText : freeText(of: period)
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
    let answered = SheetReader.withLabel.filter { sheet.choice(of: $0) != nil }
    for (field, line) in damaged where sheet.choice(of: field) == nil {
      let isAnswered = field.hasLabel && answered.contains { $0.period == field.period }
      if isAnswered { sheet.setChoice(.first, of: field) }
      note(.damagedLegend(assumed: isAnswered ? field.options[0].sign : nil), .entry(field), line)
    }
  }

  private mutating func note(_ reason: ImportNote.Reason, _ field: SheetField?, _ line: Int) {
    notes.append(ImportNote(sheet: sheet.number, field: field, line: line, reason: reason))
  }
}
