// Holds the reading of lines: each belongs to the label before it.

import InitiativeModel

extension SheetReader {
  /// Takes a sign for an answer only beside its question or its legend; elsewhere it is the beginning of a text.
  static func withAnswersOnly(_ rows: [FormRow]) -> [FormRow] {
    var rows = rows
    for index in rows.indices where rows[index].token == .sign {
      let before = index > 0 ? rows[index - 1].token : nil
      let behind = index + 1 < rows.count ? rows[index + 1].token : nil
      if before == .sign || isQuestion(before) || isLegend(before) || isLegend(behind) { continue }
      rows[index].token = nil
    }
    return rows
  }

  private static func isQuestion(_ token: FormToken?) -> Bool {
    if case .label(let field)? = token { return field.isChoice }
    return false
  }

  private static func isLegend(_ token: FormToken?) -> Bool {
    if case .legend? = token { return true }
    return false
  }

  /// Reads a line that is a label, a legend, a sign or a text.
  mutating func readLine(_ row: FormRow) {
    let text = row.filled[0].text
    if let token = row.token { return read(token, text, row) }
    if row.filled[0].isDash { return log.furnish(text, .dash, row.line) }
    switch part {
    case .plan:
      guard isInPlan else { return log.leave(text, nil, row.line) }
      plan.add(text, row, row.side)
    case .review(let period): readText(text, period, row)
    }
  }

  /// Whether a label of the plan was there.
  private var isInPlan: Bool { plan.hasLabel(.policy) || plan.hasLabel(.actions) }

  private mutating func read(_ token: FormToken, _ text: String, _ row: FormRow) {
    if let next = token.part {
      if next != part || isLabel(token) { open = .nothing }
      enter(next, row)
    }
    switch token {
    case .heading: log.furnish(text, .heading, row.line)
    case .plan, .period: log.furnish(text, .label, row.line)
    case .column(let side):
      log.furnish(text, .label, row.line)
      if plan.hasLabel(side), plan.hasText, labelPages[side] == row.page {
        log.doubt(.partOutOfOrder(sheet: log.number, part: side.label, line: row.line))
      }
      labelPages[side] = row.page
      plan.addLabel(side)
    case .label(let field):
      log.furnish(text, .label, row.line)
      open = field.isChoice ? .question(field) : .text(field)
      if field.isChoice { reviews.ask(field, row.line) } else { reviews.begin(field, row) }
    case .issues(let sign): readIssues(text, sign, row)
    case .requirement(let sign):
      log.furnish(text, .requirement, row.line)
      if case .review(let period) = part { setRequirement(sign, period, row.line) }
    case .legend(let field):
      reviews.answer(text, field, row.line)
      open = field.hasLabel ? .question(field) : .nothing
    case .sign: readSign(text, row)
    }
  }

  private func isLabel(_ token: FormToken) -> Bool {
    switch token {
    case .plan, .column, .period, .label, .issues, .heading: true
    case .legend, .requirement, .sign: false
    }
  }

  /// 課題と改善策 belongs to the review that it stands in; in the plan nobody can say to which.
  private mutating func readIssues(_ text: String, _ sign: String?, _ row: FormRow) {
    guard case .review(let period) = part else { return log.leave(text, nil, row.line) }
    log.furnish(text, .label, row.line)
    reviews.begin(period.requiredText, row)
    open = .text(period.requiredText)
    if let sign { setRequirement(sign, period, row.line) }
  }

  /// An answer belongs to the question whose signs it has.
  private mutating func readSign(_ text: String, _ row: FormRow) {
    guard case .review(let period) = part else { return plan.add(text, row, row.side) }
    if case .question(let field) = open,
      !ChoiceLegend.isSign(text) || ChoiceLegend.field(ofSign: text, in: period) == field
    {
      return reviews.answer(text, field, row.line)
    }
    guard let field = ChoiceLegend.field(ofSign: text, in: period), !reviews.hasSign(field) else {
      return log.leave(text, nil, row.line)
    }
    reviews.answer(text, field, row.line)
  }

  /// A text belongs to the label before it; behind a legend it does only where one text field is left for it.
  private mutating func readText(_ text: String, _ period: ReviewPeriod, _ row: FormRow) {
    switch open {
    case .text(let field):
      reviews.add(text, to: field, row.line, &log)
    case .question(let field):
      if FormLabels.isChoice(FormCell(plain: text), of: field) { return reviews.answer(text, field, row.line) }
      guard period == .midTerm else { return log.leave(text, nil, row.line) }
      guard reviews.isAwaited(period.requiredText) else {
        log.doubt(.unsettledText(text, sheet: log.number, line: row.line))
        return log.leave(text, nil, row.line)
      }
      reviews.add(text, to: period.requiredText, row.line, &log)
      log.note(.unlabelledText(text), .entry(period.requiredText), row.line)
    case .nothing: log.leave(text, nil, row.line)
    }
  }
}
