// Holds the reading of one sheet: which cell or line is what.

import InitiativeModel

/// Reads the rows of one sheet.
///
/// Every cell goes to exactly one place: a field, a known label, or a note. Rows with columns are read by their columns,
/// lines by the labels before them.
struct SheetReader {
  private(set) var sheet: InitiativeSheet
  var log: ReadingLog
  var part = FormPart.plan
  /// Whether a label said which part it is.
  private var isTold = false
  var policyColumn = 0
  var actionsColumn = Int.max
  var issuesColumn = Int.max
  /// The page on which a heading of the plan stands.
  var labelPages: [PlanSide: Int] = [:]
  var plan = PlanColumns()
  var reviews: ReviewEntries
  /// What the next line's text belongs to.
  var open = OpenField.nothing
  /// Whether legends have colons anywhere in the text, so that one without is damaged.
  private let hasColons: Bool

  enum OpenField: Equatable {
    case nothing
    case question(EntryField)
    case text(EntryField)
  }

  /// Reads a sheet.
  init(_ parts: SheetParts, index: Int, hasColons: Bool) {
    log = ReadingLog(index: index, number: parts.number)
    let title = SheetTitle(parts.head)
    sheet = InitiativeSheet(number: parts.number, title: title.title, subtitle: title.subtitle, starred: title.starred)
    reviews = ReviewEntries()
    self.hasColons = hasColons
    if title.title.isEmpty { log.note(.missingTitle, .title, parts.line) }
    if !title.isClosed { log.note(.unclosedTitle, .title, parts.line) }
    for piece in title.pieces {
      switch piece.kind {
      case .title: log.place(piece.text, in: .title, piece.line)
      case .subtitle: log.place(piece.text, in: .subtitle, piece.line)
      case .furniture: log.furnish(piece.text, .heading, piece.line)
      }
    }
    for row in title.rest { log.leave(row.text, nil, row.line) }
    for row in parts.head where title.isSecondTitle(row) { log.doubt(.unreadHeading(row.text, line: row.line)) }
    for row in SheetReader.withAnswersOnly(parts.rows) { read(row) }
    enter(.review(.final), nil)
    open = .nothing
    for row in SheetReader.withAnswersOnly(parts.evaluation) { read(row) }
    finish()
  }

  /// The fields whose labels or legends were printed, and the title.
  var labelled: Set<SheetField> {
    let sides = [PlanSide.policy, .actions].filter { plan.hasLabel($0) }.map(\.field)
    return Set(sides + reviews.labelled.map { .entry($0) } + (sheet.title.isEmpty ? [] : [.title]))
  }

  /// Whether the plan has any text, in a column or told apart from both.
  var hasPlan: Bool { !(plan.left.isEmpty && plan.right.isEmpty && plan.undivided.isEmpty) }

  private mutating func read(_ row: FormRow) {
    for cell in row.cells where cell.isRule { log.furnish(cell.text, .dash, row.line) }
    guard !row.filled.isEmpty else { return }
    if row.isMixed { return log.leave(row.text, nil, row.line) }
    guard row.hasColumns else { return readLine(row) }
    open = .nothing
    if let told = row.part { enter(told, row) }
    switch part {
    case .plan: readPlan(row)
    case .review(let period): readReview(row, period)
    }
  }

  /// Goes to a part of the form; one that comes before what was read shows that a heading was missed.
  mutating func enter(_ next: FormPart, _ row: FormRow?) {
    if isTold, next.order < part.order, let row {
      log.doubt(.partOutOfOrder(sheet: log.number, part: next.name, line: row.line))
    }
    if row != nil { isTold = true }
    part = next
  }

  // MARK: The end

  private mutating func finish() {
    plan.settle()
    settlePlan(plan.left, .policy)
    settlePlan(plan.right, .actions)
    if let first = plan.undivided.first {
      if plan.left.isEmpty, plan.right.isEmpty { log.note(.undividedPlan, nil, first.line) }
      for text in plan.undivided { log.leave(text.text, nil, text.line) }
    }
    sheet.plan.policyAndTargets = PlanColumns.longText(plan.left)
    sheet.plan.annualActions = PlanColumns.longText(plan.right)
    reviews.settle(&sheet, &log, hasColons: hasColons)
  }

  private mutating func settlePlan(_ texts: [PlanColumns.Text], _ side: PlanSide) {
    for text in texts { log.place(text.text, in: side.field, text.line) }
  }

  mutating func setRequirement(_ sign: String, _ period: ReviewPeriod, _ line: Int) {
    guard sign != PrintedForm.requiredSign else { return }
    sheet.setPrintedRequirement(sign, of: period)
    log.note(.otherRequirement(sign), .entry(period.requiredText), line)
  }
}

extension PlanColumns {
  /// A column's text, with its line breaks.
  static func longText(_ texts: [Text]) -> LongText {
    LongText(texts.map { PlanText.withLineBreaks($0.text) }.joined(separator: "\n"))
  }
}
