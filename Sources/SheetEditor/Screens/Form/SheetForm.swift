// Holds the drawing of a form's entries: 中間振り返り and 自己評価 with their printed labels and notes.

import InitiativeModel
import SheetWording
import Terminal

/// The entries of one sheet, drawn into a part of the screen.
struct SheetForm {
  let sheet: EditedSheet
  let focus: EntryField
  /// Whether the plan is written, and no entries.
  var isOfPlan = false
  /// Whether the plan is not fixed.
  var planIsOpen = false
  /// What is said of the focused field.
  let comments: [ReviewMark]
  let widths: DisplayWidths

  /// The columns in front of an edge, a label, a long text.
  private static let edge = 2
  private static let label = 3
  private static let indent = 4
  /// From how many columns on both options of a labelled choice are written out in words.
  private static let wordsFrom = 74

  /// Shares out the rows of a form of some width.
  func layout(rows: Int, width: Int, planNeed: Int?) -> SheetLayout {
    let fields = parts.flatMap(\.fields)
    let texts = fields.filter { !$0.isChoice }
    let needs = Dictionary(uniqueKeysWithValues: texts.map { ($0, lines(of: $0, width: width).count) })
    return SheetLayout(
      rows: rows, planNeed: planNeed, textNeeds: needs, commentNeed: fieldComments(width: width).lines.count,
      focus: focus, fields: fields, parts: parts.count)
  }

  /// The parts of the form with their fields: the plan, or the periods.
  private var parts: [(period: ReviewPeriod?, fields: [EntryField])] {
    isOfPlan ? [(nil, EntryField.plan)] : ReviewPeriod.allCases.map { ($0, $0.fields) }
  }

  /// Draws the entries; the row under the focused field and what is said of it.
  func draw(_ layout: SheetLayout, row: Int, column: Int, width: Int, on screen: inout ScreenBuffer) -> Int {
    var pen = Pen(row: row, column: column, width: width)
    var focusEnd = row
    for (place, part) in parts.enumerated() {
      if layout.hasGap(before: place) { pen.row += 1 }
      if let period = part.period { heading(period, &pen, &screen) } else { planHeading(&pen, &screen) }
      for field in part.fields {
        if field.isChoice {
          choice(field, &pen, &screen)
        } else {
          label(field, &pen, &screen)
          text(field, rows: layout.texts[field] ?? 1, &pen, &screen)
        }
        guard field == focus else { continue }
        fieldComments(width: width).draw(
          row: pen.row, rows: layout.comments, from: column + SheetForm.edge, to: pen.limit - 1, on: &screen)
        pen.row += layout.comments
        focusEnd = pen.row
      }
    }
    return focusEnd
  }

  private func fieldComments(width: Int) -> FieldComments {
    FieldComments(comments, width: width - SheetForm.edge - 1, widths: widths)
  }

  /// Where the next row goes.
  private struct Pen {
    var row: Int
    let column: Int
    let width: Int
    var limit: Int { column + width }
  }

  /// Writes a period's name over a rule, and at its end how the period stands.
  private func heading(_ period: ReviewPeriod, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    let standing = sheet.standing(of: period)
    screen.heading(
      [Run(period.printedName, Look.heading)], right: [Run(standing.word, Look.of(standing))], row: pen.row,
      from: pen.column, to: pen.limit)
    pen.row += 1
  }

  /// Writes 計画 over a rule, and that it is not fixed.
  private func planHeading(_ pen: inout Pen, _ screen: inout ScreenBuffer) {
    let hint = pen.width >= SheetForm.wordsFrom ? Wording.writesPlanHint : Wording.writesPlanHintInShort
    screen.heading(
      [Run(PrintedForm.plan, Look.heading)], right: [Run(hint, Look.pending)], row: pen.row, from: pen.column,
      to: pen.limit)
    pen.row += 1
  }

  private func edge(_ field: EntryField, row: Int, _ pen: Pen, _ screen: inout ScreenBuffer) {
    let column = pen.column + SheetForm.edge
    let ground = field == focus ? CellGround.focusedEdge : .edge
    screen.fill(row: row, columns: column..<(column + 1), with: " ", style: Look.plain.on(ground))
  }

  private func labelStyle(_ field: EntryField) -> CellStyle { field == focus ? Look.strong : Look.plain }

  /// How many comments speak of a field, as it stands beside its label.
  private func commentMark(_ field: EntryField) -> [Run] {
    let count = sheet.commentCount(on: field)
    return count == 0 ? [] : [Run("  "), Run(" \(Wording.commentMark(count)) ", Look.badPill)]
  }

  // MARK: Choices

  private func choice(_ field: EntryField, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    screen.spot(row: pen.row, columns: pen.column..<pen.limit, target: FormSpot.field(field))
    if field == focus { edge(field, row: pen.row, pen, &screen) }
    let label = Wording.label(field)
    screen.write([Run(label, labelStyle(field))], row: pen.row, column: pen.column + SheetForm.label, limit: pen.limit)
    let isAligned = field.hasLabel || pen.width >= SheetForm.wordsFrom
    let labelWidth = max(widths.columns(of: label), isAligned ? choiceLabelWidth : 0)
    var next = pen.column + SheetForm.label + labelWidth + 2
    let chosen = sheet.edited.choice(of: field)
    let hasWords = hasRoomForWords(field, pen)
    for (place, option) in field.options.enumerated() {
      let isChosen = chosen?.rawValue == place + 1
      if field == focus, isChosen || (chosen == nil && place == 0) {
        screen.cursor = ScreenPosition(row: pen.row, column: next + 2)
      }
      let words = Wording.button(hasWords || isChosen ? Wording.name(option) : option.sign, isChosen: isChosen)
      let style = isChosen ? chosenStyle(field) : Look.button
      let end = screen.write([Run(words, style)], row: pen.row, column: next, limit: pen.limit)
      if let ordinal = ChoiceOrdinal(rawValue: place + 1) {
        screen.spot(row: pen.row, columns: next..<max(next, end), target: FormSpot.option(field, ordinal))
      }
      next = end + 1
    }
    rest(of: field, hasWords: hasWords, column: next, pen, &screen)
    pen.row += 1
  }

  /// Behind the options: what speaks of the field, or that nothing is chosen.
  private func rest(of field: EntryField, hasWords: Bool, column: Int, _ pen: Pen, _ screen: inout ScreenBuffer) {
    let mark = commentMark(field)
    if hasWords {
      if sheet.edited.choice(of: field) == nil, mark.isEmpty {
        screen.writeRight([Run(Wording.nothingChosen, Look.quiet)], row: pen.row, endingAt: pen.limit - 1, from: column)
      } else if screen.writeRight(mark, row: pen.row, endingAt: pen.limit - 1, from: column) == nil, !mark.isEmpty {
        let short = Run(Wording.openCommentsInShort(sheet.commentCount(on: field)), Look.badPill)
        screen.writeRight([short], row: pen.row, endingAt: pen.limit - 1, from: column)
      }
      return
    }
    let words = sheet.edited.choice(of: field) == nil ? [Run(Wording.nothingChosen, Look.quiet)] : []
    screen.write(words + mark, row: pen.row, column: column, limit: pen.limit)
  }

  /// The style of the chosen option: one that requires a text stands out, most of all where that is missing.
  private func chosenStyle(_ field: EntryField) -> CellStyle {
    let period = field.period
    guard field == period.decidingChoice, RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: period) else {
      return Look.focus
    }
    return sheet.edited.isBlank(period.requiredText) ? Look.plain.on(.badButton) : Look.warningPill
  }

  /// The columns of the widest label of a choice, behind which the options of all of them begin.
  private var choiceLabelWidth: Int {
    EntryField.allCases.reduce(0) { $1.isChoice && $1.hasLabel ? max($0, widths.columns(of: $1.printedLabel)) : $0 }
  }

  /// Whether both options of a choice fit in words; those of a choice without a label always do.
  private func hasRoomForWords(_ field: EntryField, _ pen: Pen) -> Bool {
    !field.hasLabel || pen.width >= SheetForm.wordsFrom
  }

  // MARK: Long texts

  /// Writes a text's label; beside 課題と改善策 the printed note where there is room, and whether it is required.
  private func label(_ field: EntryField, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    screen.spot(row: pen.row, columns: pen.column..<pen.limit, target: FormSpot.field(field))
    let period = field.period
    let column = pen.column + SheetForm.label
    let next = screen.write(
      [Run(field.printedLabel, labelStyle(field))] + commentMark(field), row: pen.row, column: column, limit: pen.limit)
    defer { pen.row += 1 }
    guard field == period.requiredText else { return }
    var end = pen.limit
    if RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: period) {
      let required = Run(Wording.requiredMark, sheet.edited.isBlank(field) ? Look.alarm : Look.done)
      end = screen.writeRight([required], row: pen.row, endingAt: pen.limit - 1, from: next + 1) ?? end
    }
    let note = PrintedForm.requirementNote(sign: sheet.edited.printedRequirement(of: period))
    guard next + 2 + widths.columns(of: note) < end else { return }
    screen.write([Run(note, Look.quiet)], row: pen.row, column: next + 2, limit: end)
  }

  /// Writes a text into its field; where rows are missing the last says how many.
  private func text(_ field: EntryField, rows: Int, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    let lines = lines(of: field, width: pen.width)
    screen.spot(rows: pen.row..<(pen.row + rows), columns: pen.column..<pen.limit, target: FormSpot.field(field))
    let ground = field == focus ? CellGround.focusedField : .field
    let style = (sheet.edited.isBlank(field) ? Look.quiet : Look.plain).on(ground)
    let column = pen.column + SheetForm.indent
    let limit = pen.limit - 1
    for (offset, line) in lines.prefix(rows).enumerated() {
      edge(field, row: pen.row + offset, pen, &screen)
      screen.fill(row: pen.row + offset, columns: (column - 1)..<limit, with: " ", style: style)
      screen.write([Run(line, style)], row: pen.row + offset, column: column, limit: limit)
    }
    if lines.count > rows {
      screen.writeRight(
        [Run(" \(Wording.moreLines(lines.count - rows)) ", Look.quiet.on(ground))], row: pen.row + rows - 1,
        endingAt: limit, from: column)
    }
    if field == focus {
      let isWhole = lines.count <= rows && !sheet.edited.text(of: field).isEmpty
      let row = isWhole ? lines.count - 1 : 0
      let end = isWhole ? widths.columns(of: lines[row]) : 0
      screen.cursor = ScreenPosition(row: pen.row + row, column: min(limit - 1, column + end))
    }
    pen.row += rows
  }

  /// The wrapped lines of a long text; what stands for a blank one.
  private func lines(of field: EntryField, width: Int) -> [String] {
    let text = sheet.edited.text(of: field)
    guard text.isEmpty else {
      return LineBreaker(width: max(2, width - SheetForm.indent - 2), widths: widths).lines(of: text.string)
    }
    let decided = sheet.edited.choice(of: field.period.decidingChoice) == .first
    return [decided && field == field.period.requiredText ? PrintedForm.nothing : Wording.notEntered]
  }
}
