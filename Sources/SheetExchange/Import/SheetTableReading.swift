// Holds the reading of rows with columns: what stands in which column.

import InitiativeModel

extension SheetReader {
  // MARK: The plan

  /// A text in a row of the plan; `side` where a heading in its own cell or row says it.
  private struct PlanCell {
    let column: Int
    let text: String
    var side: PlanSide?
  }

  mutating func readPlan(_ row: FormRow) {
    var found: [PlanCell] = []
    var labels: [(column: Int, side: PlanSide)] = []
    var hasPlanLabel = false
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !cell.isRule {
      if FormLabels.isName(PrintedForm.plan, cell) {
        hasPlanLabel = true
        log.furnish(cell.text, .label, row.line)
      } else if let (side, label, rest) = planLabel(cell) {
        log.furnish(label, .label, row.line)
        if plan.hasLabel(side), plan.hasText, labelPages[side] == row.page {
          log.doubt(.partOutOfOrder(sheet: log.number, part: side.label, line: row.line))
        }
        plan.addLabel(side)
        labelPages[side] = row.page
        labels.append((column, side))
        if side == .policy { policyColumn = column } else { actionsColumn = column }
        if !rest.isEmpty { found.append(PlanCell(column: column, text: rest, side: side)) }
      } else {
        found.append(PlanCell(column: column, text: cell.text))
      }
    }
    guard plan.hasLabel(.policy) || plan.hasLabel(.actions) else {
      for cell in found { log.leave(cell.text, nil, row.line) }
      return
    }
    if labels.count == 1, let label = labels.first,
      found.contains(where: { $0.side == nil && $0.column > label.column })
    {
      found = found.map { $0.column > label.column ? PlanCell(column: $0.column, text: $0.text, side: label.side) : $0 }
    } else if labels.count == 2, labels[0].side != labels[1].side, found.contains(where: { $0.side == nil }) {
      found = besideLabels(found, labels)
    }
    let plain = found.filter { $0.side == nil }.map(\.column)
    for cell in found {
      if let side = cell.side { plan.add(cell.text, row, side) } else { place(cell, among: plain, row, hasPlanLabel) }
    }
  }

  /// Headings and texts in one row: each text belongs to the heading left of it, where every heading has one.
  private func besideLabels(_ found: [PlanCell], _ labels: [(column: Int, side: PlanSide)]) -> [PlanCell] {
    let isBetween = found.contains { $0.side == nil && $0.column > labels[0].column && $0.column < labels[1].column }
    guard isBetween else { return found }
    return found.map { cell in
      guard cell.side == nil, let label = labels.last(where: { $0.column < cell.column }) else { return cell }
      return PlanCell(column: cell.column, text: cell.text, side: label.side)
    }
  }

  private func planLabel(_ cell: FormCell) -> (side: PlanSide, label: String, rest: String)? {
    for side in [PlanSide.policy, .actions] {
      if let parts = cell.parts(at: side.label) { return (side, parts.label, parts.rest) }
    }
    return nil
  }

  /// Puts a cell of a plan row into a column: of two the first is the left one, of one its place decides.
  private mutating func place(_ cell: PlanCell, among columns: [Int], _ row: FormRow, _ hasPlanLabel: Bool) {
    let policy = max(policyColumn, hasPlanLabel ? 1 : 0)
    if columns.count == 1 {
      plan.add(cell.text, row, cell.column <= policy ? .policy : .actions)
      if cell.column < policy { log.note(.movedCells, .policyAndTargets, row.line) }
    } else if cell.column == columns.first {
      plan.add(cell.text, row, .policy)
      if cell.column < policy { log.note(.movedCells, .policyAndTargets, row.line) }
    } else {
      plan.add(cell.text, row, .actions)
      if cell.column != columns.last { log.note(.extraCell(cell.text), .annualActions, row.line) }
    }
  }

  // MARK: The reviews

  mutating func readReview(_ row: FormRow, _ period: ReviewPeriod) {
    let unlabelled = period.fields.first { !$0.hasLabel }
    var question = unlabelled
    var asked: Set<EntryField> = []
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && !cell.isRule {
      if ReviewPeriod.allCases.contains(where: { FormLabels.isName($0.printedName, cell) })
        || FormLabels.isName(PrintedForm.plan, cell)
      {
        log.furnish(cell.text, .label, row.line)
      } else if let (field, label, rest) = FormLabels.labelled(cell, in: period) {
        log.furnish(label, .label, row.line)
        if field.isChoice {
          question = field
          ask(field, &asked, row.line)
          if !rest.isEmpty { reviews.answer(rest, field, row.line) }
        } else if field == period.requiredText {
          issuesColumn = column
          reviews.begin(field, row)
          readIssues(rest, period, row.line)
        } else {
          reviews.begin(field, row)
          add(rest, to: field, row.line)
        }
      } else if cell.isDash {
        log.furnish(cell.text, .dash, row.line)
      } else if let (sign, end) = requirement(cell) {
        log.furnish(String(cell.text.unicodeScalars.prefix(end)), .requirement, row.line)
        setRequirement(sign, period, row.line)
        add(String(cell.text.unicodeScalars.dropFirst(end)), to: period.requiredText, row.line)
      } else if let choice = choice(cell, question, period) {
        ask(choice, &asked, row.line)
        reviews.answer(cell.text, choice, row.line)
      } else if let unlabelled, let box = LegendBox(cell, field: unlabelled) {
        ask(unlabelled, &asked, row.line)
        reviews.answer(box.choice, unlabelled, row.line)
        if !box.text.isEmpty {
          add(box.text, to: freeText(of: period), row.line)
          log.note(.unlabelledText(box.text), .entry(freeText(of: period)), row.line)
        }
      } else {
        placeText(cell, column, period, row.line)
      }
    }
  }

  private mutating func ask(_ field: EntryField, _ asked: inout Set<EntryField>, _ line: Int) {
    if asked.insert(field).inserted { reviews.ask(field, line) }
  }

  /// The choice whose sign or legend a cell is: the question before it, or another one of the period whose legend it is.
  private func choice(_ cell: FormCell, _ question: EntryField?, _ period: ReviewPeriod) -> EntryField? {
    if let question, FormLabels.isChoice(cell, of: question) || isPart(cell, of: question) { return question }
    return period.fields.first {
      $0.isChoice && !cell.isEmpty && FormLabels.isLegend(cell, of: $0) && FormLabels.isChoice(cell, of: $0)
    }
  }

  /// Whether a cell is one sign, or one line of the legend.
  private func isPart(_ cell: FormCell, of field: EntryField) -> Bool {
    guard cell.squeezed.utf8.count < 100 else { return false }
    let text = SqueezedText(cell.squeezed)
    return field.options.contains { FormCell.squeeze($0.sign) == cell.squeezed }
      || ChoiceLegend.items(of: field).contains { $0.end(in: text, at: 0) == text.count }
  }

  /// The note of 課題と改善策 at a cell's start: its sign, and where it ends in the cell.
  func requirement(_ cell: FormCell) -> (sign: String, end: Int)? {
    guard cell.squeezed.hasPrefix("※左記") || cell.squeezed.hasPrefix("(※左記") else { return nil }
    let pieces = LinePieces(cell.text).pieces
    guard let first = pieces.first, case .requirement(let sign)? = first.token else { return nil }
    return (sign, first.text.unicodeScalars.count)
  }

  /// The long text of a period that stands left of its 課題と改善策; that itself where there is none.
  func freeText(of period: ReviewPeriod) -> EntryField {
    period.fields.first { !$0.isChoice && $0 != period.requiredText } ?? period.requiredText
  }

  /// Reads what stands behind the label 課題と改善策: the note with its sign, then the text.
  private mutating func readIssues(_ rest: String, _ period: ReviewPeriod, _ line: Int) {
    var text = rest
    if let (sign, end) = requirement(FormCell(plain: rest)) {
      log.furnish(String(rest.unicodeScalars.prefix(end)), .requirement, line)
      setRequirement(sign, period, line)
      text = String(rest.unicodeScalars.dropFirst(end)).trimmed
    }
    add(text, to: period.requiredText, line)
  }

  /// Adds a text; a dash stands for nothing.
  mutating func add(_ text: String, to field: EntryField, _ line: Int) {
    guard !FormCell(plain: text).isDash else { return log.furnish(text, .dash, line) }
    reviews.add(text, to: field, line, &log)
  }

  /// Puts a text without a label into the field whose column it stands in.
  private mutating func placeText(_ cell: FormCell, _ column: Int, _ period: ReviewPeriod, _ line: Int) {
    let field = column >= issuesColumn ? period.requiredText : freeText(of: period)
    add(cell.text, to: field, line)
    log.note(.unlabelledText(cell.text), .entry(field), line)
  }
}
