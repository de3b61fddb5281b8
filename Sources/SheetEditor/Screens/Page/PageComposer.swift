// Holds the laying out of sheets as lines for reading: the plan in the form's two columns, the entries, the marks.

import InitiativeModel
import SheetWording
import Terminal

/// Makes the lines of a reading page.
struct PageComposer {
  let width: Int
  let widths: DisplayWidths
  /// What is looked for; what stands for it is marked.
  let query: FoldedText
  /// Whether drafts are shown in the place of what is saved.
  var showsDrafts = false
  /// Whose sheet it is, where it is one of several.
  var owner: String?

  /// The columns that are left to the cursor.
  static let gutter = 2
  /// The columns that number and place take beside the title above the page.
  private static let besideTitle = 20
  /// The columns in front of an entry's text.
  static let indent = 6

  /// The sheet as the page shows it.
  func shown(_ sheet: EditedSheet) -> InitiativeSheet { showsDrafts ? sheet.edited : sheet.saved }

  /// Whether what the page shows of a field is a draft.
  func isDraft(_ sheet: EditedSheet, _ field: EntryField) -> Bool {
    showsDrafts && !sheet.edited.agrees(with: sheet.saved, in: field)
  }

  /// How a period of what the page shows stands.
  func standing(_ sheet: EditedSheet, _ period: ReviewPeriod) -> PeriodStanding {
    showsDrafts ? sheet.standing(of: period) : sheet.savedStanding(of: period)
  }

  /// A heading with a rule under it, and what stands at its right.
  func heading(_ left: [Run], right: [Run] = [], _ place: PagePlace) -> PageLine {
    PageLine(runs: left, place: place, isHeading: true, right: right)
  }

  /// What a text is called where it is copied with others.
  func name(of field: SheetField) -> String { [owner, field.printedName].compactMap { $0 }.joined(separator: " ") }

  /// The lines of a sheet; with its owner's name above it and without its plan where it is one of several.
  func lines(of sheet: EditedSheet) -> [PageLine] {
    let whole = PagePlace(sheet.id)
    var lines: [PageLine] = []
    if let owner {
      let name = LongText("\(owner) \(sheet.saved.number) \(sheet.saved.fullTitle)")
      lines += rows(of: name, width: width - 4, style: Look.heading).map {
        heading($0.runs, whole)
      }
      lines[0].startsSheet = true
    } else {
      lines += title(sheet, whole) + plan(sheet, whole)
      lines.append(line([], whole))
    }
    for period in ReviewPeriod.allCases {
      lines += entries(sheet, period)
      lines.append(line([], PagePlace(sheet.id, period: period)))
    }
    return lines
  }

  /// A line behind the columns of the cursor.
  func line(_ runs: [Run], _ place: PagePlace, _ pieces: [ReadPiece] = []) -> PageLine {
    PageLine(
      runs: [Run(String(repeating: " ", count: PageComposer.gutter))] + runs, place: place, pieces: pieces)
  }

  /// The title where the row above the page has no room for it, or where something is looked for in it.
  private func title(_ sheet: EditedSheet, _ place: PagePlace) -> [PageLine] {
    let text = sheet.saved.fullTitle
    let isCut = widths.columns(of: text) > width - PageComposer.besideTitle
    guard isCut || !FoldedText(text).ranges(of: query).isEmpty else { return [] }
    return rows(of: LongText(text), width: width - 4, style: Look.heading, label: name(of: .title)).map {
      row in
      var made = line(row.runs, place, [row.piece(at: PageComposer.gutter)])
      made.hits = row.hits
      return made
    }
  }

  // MARK: The plan

  private func plan(_ sheet: EditedSheet, _ place: PagePlace) -> [PageLine] {
    let plan = shown(sheet).plan
    let room = width - PageComposer.gutter - 1
    guard room >= PlanPane.sideBySide else {
      return column(.policyAndTargets, PrintedForm.policyAndTargets, plan.policyAndTargets, room, place, \.policyLine)
        + column(.annualActions, PrintedForm.annualActions, plan.annualActions, room, place, \.actionsLine)
    }
    let half = (room - 3) / 2
    let left = rows(of: plan.policyAndTargets, width: half, label: name(of: .policyAndTargets))
    let right = rows(of: plan.annualActions, width: half, label: name(of: .annualActions))
    let empty = WrappedRow(runs: [], columns: 0, hits: 0, line: 0, part: ReadPiece(characters: [], endsParagraph: true))
    let rule = CellStyle(.heading, bold: true, underline: true)
    let head = line(
      [
        Run(widths.padded(PrintedForm.policyAndTargets, toColumns: half), rule), Run("   "),
        Run(widths.padded(PrintedForm.annualActions, toColumns: half), rule),
      ], place)
    return [head]
      + (0..<max(left.count, right.count)).map { index in
        let (one, other) = (index < left.count ? left[index] : empty, index < right.count ? right[index] : empty)
        let space = Run(String(repeating: " ", count: max(0, half - one.columns)))
        var made = line(one.runs + [space, Run("   ")] + other.runs, place)
        made.hits = one.hits + other.hits
        made.pieces =
          (index < left.count ? [one.piece(at: PageComposer.gutter, .left)] : [])
          + (index < right.count ? [other.piece(at: PageComposer.gutter + half + 3, .right)] : [])
        made.policyLine = index < left.count ? one.line : nil
        made.actionsLine = index < right.count ? other.line : nil
        made.policyHits = one.hits
        made.actionsHits = other.hits
        return made
      }
  }

  private func column(
    _ field: SheetField, _ heading: String, _ text: LongText, _ room: Int, _ place: PagePlace,
    _ number: WritableKeyPath<PageLine, Int?>
  ) -> [PageLine] {
    [self.heading([Run(" " + heading, Look.heading)], place)]
      + rows(of: text, width: room, label: name(of: field)).map { row in
        var made = line(row.runs, place, [row.piece(at: PageComposer.gutter)])
        made.hits = row.hits
        made[keyPath: number] = row.line
        made.policyHits = row.hits
        made.actionsHits = row.hits
        return made
      }
  }

  // MARK: Entries and marks

  private func entries(_ sheet: EditedSheet, _ period: ReviewPeriod) -> [PageLine] {
    let standing = standing(sheet, period)
    let place = PagePlace(sheet.id, period: period)
    let head = heading(
      [Run(period.printedName, Look.heading)], right: [Run("  " + standing.word, Look.of(standing))], place)
    let comments = sheet.reviews.comments(on: period)
    var lines = [head] + marks(sheet, period)
    lines += comments.filter(\.places.isEmpty).flatMap { comment($0, on: sheet, place) }
    for field in period.fields { lines += entry(sheet, field, comments.filter { $0.speaks(of: field) }) }
    return lines
  }

  /// Who marked the period last, and what was changed since.
  private func marks(_ sheet: EditedSheet, _ period: ReviewPeriod) -> [PageLine] {
    guard let last = sheet.reviews.last(period) else { return [] }
    let place = PagePlace(sheet.id, period: period)
    var lines = [line([Run("  " + Wording.marked(last), Look.quiet)], place)]
    if !last.comment.isBlank, last.decision != .sentBack { lines += comment(last, on: sheet, place) }
    let changes = last.changes(in: sheet.saved)
    if !changes.isEmpty { lines.append(line([Run("  " + Wording.changedSince(changes), Look.pending)], place)) }
    return lines
  }

  /// An entry under its label, with the comments on it.
  func entry(_ sheet: EditedSheet, _ field: EntryField, _ comments: [ReviewMark]) -> [PageLine] {
    let shown = shown(sheet)
    let place = PagePlace(sheet.id, field: field)
    var marks = isDraft(sheet, field) ? [Run("  " + Wording.notSavedYet, Look.pending)] : []
    var lines: [PageLine] = []
    if field.isChoice {
      let isNamed = field.hasLabel || shown.choice(of: field) == nil
      let label = "  " + (isNamed ? widths.padded(field.printedLabel, toColumns: 22) + " " : "")
      lines.append(choice(sheet, field, Run(label), marks))
    } else {
      if field == field.period.requiredText, RequiredWhenNotMetRule().isBroken(in: shown, period: field.period) {
        marks.append(Run("  " + Wording.requiredMark, Look.alarm))
      }
      lines.append(line([Run("  " + field.printedLabel, Look.strong)] + marks, place))
      lines += text(sheet, field)
    }
    return lines
      + comments.flatMap { mark in
        comment(mark, on: sheet, PagePlace(sheet.id, field: field, line: mark.line(of: field)))
      }
  }

  /// A choice behind its label.
  func choice(_ sheet: EditedSheet, _ field: EntryField, _ label: Run, _ marks: [Run]) -> PageLine {
    let chosen = shown(sheet).chosenOption(of: field).map { "\($0.sign) \($0.label)" }
    let row = rows(
      of: LongText(chosen ?? Wording.notEntered), width: Int.max / 2,
      style: chosen == nil ? Look.quiet : Look.strong, label: name(of: .entry(field)))[0]
    let column = PageComposer.gutter + widths.columns(of: label.text)
    var made = line([label] + row.runs + marks, PagePlace(sheet.id, field: field))
    made.pieces = [chosen == nil ? nothing(field, column) : row.piece(at: column)]
    made.hits = chosen == nil ? 0 : row.hits
    return made
  }

  /// What stands for a field in which nothing is entered: there is nothing of it to copy.
  private func nothing(_ field: EntryField, _ column: Int) -> ReadPiece {
    ReadPiece(characters: [], endsParagraph: true, column: column, label: name(of: .entry(field)))
  }

  /// The rows of a long text.
  func text(_ sheet: EditedSheet, _ field: EntryField) -> [PageLine] {
    let space = Run(String(repeating: " ", count: PageComposer.indent - PageComposer.gutter))
    let shown = shown(sheet)
    let text = shown.text(of: field)
    guard !text.isEmpty else {
      let decided = shown.choice(of: field.period.decidingChoice) == .first
      let blank = decided && field == field.period.requiredText ? PrintedForm.nothing : Wording.notEntered
      return [
        line(
          [space, Run(blank, Look.quiet)], PagePlace(sheet.id, field: field),
          [nothing(field, PageComposer.indent)])
      ]
    }
    // A supervisor's comment names a line of what is saved.
    let isSaved = !isDraft(sheet, field)
    return rows(of: text, width: width - PageComposer.indent - 1, label: name(of: .entry(field))).map { row in
      var made = line(
        [space] + row.runs, PagePlace(sheet.id, field: field, line: isSaved ? row.line : nil),
        [row.piece(at: PageComposer.indent)])
      made.hits = row.hits
      return made
    }
  }

  /// A comment and what both sides replied, the newest last; one that has its answer is quiet.
  private func comment(_ mark: ReviewMark, on sheet: EditedSheet, _ place: PagePlace) -> [PageLine] {
    let answer = mark.decision == .sentBack ? Wording.answer(to: mark, in: sheet.saved) : nil
    let isOpen = mark.decision == .sentBack && answer == nil
    let head = (answer.map { $0 + " " } ?? "") + Wording.commentHead(mark)
    return said(head + mark.comment.string, isOpen ? Look.alarm : Look.quiet, place)
      + mark.replies.flatMap { reply in
        said("\(Wording.head(reply)): \(reply.comment.string)", isOpen ? Look.strong : Look.quiet, place, indent: 2)
      }
  }

  /// What somebody said of the entries, on a ground of its own and further to the right than they are.
  private func said(_ text: String, _ style: CellStyle, _ place: PagePlace, indent: Int = 0) -> [PageLine] {
    let rows = rows(of: LongText(text), width: width - PageComposer.indent - 3 - indent, style: style)
    return rows.enumerated().map { index, row in
      let space = PageComposer.indent - PageComposer.gutter + indent + (index > 0 ? 2 : 0)
      var made = line(
        [Run(String(repeating: " ", count: space))] + row.runs, place, [row.piece(at: PageComposer.gutter + space)])
      made.hits = row.hits
      made.ground = .comment
      made.groundColumn = PageComposer.indent - 1 + indent
      return made
    }
  }
}
