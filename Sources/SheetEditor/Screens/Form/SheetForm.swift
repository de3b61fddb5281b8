// Holds the drawing of a form's entries: 中間振り返り and 自己評価 with their printed labels and notes.

import InitiativeModel
import SheetWording
import Terminal

/// The entries of one sheet, drawn into a part of the screen.
struct SheetForm {
  let sheet: EditedSheet
  let focus: EntryField
  let widths: DisplayWidths

  /// The columns in front of a long text.
  private static let indent = 5
  /// From how many columns on both options of a labelled choice are written out in words.
  private static let wordsFrom = 74

  /// How many rows each long text would fill in a form of some width.
  func textNeeds(width: Int) -> [EntryField: Int] {
    let texts = EntryField.allCases.filter { !$0.isChoice }
    return Dictionary(uniqueKeysWithValues: texts.map { ($0, lines(of: $0, width: width).count) })
  }

  func draw(_ layout: SheetLayout, row: Int, column: Int, width: Int, on screen: inout ScreenBuffer) {
    var pen = Pen(row: row, column: column, width: width)
    for (place, period) in ReviewPeriod.allCases.enumerated() {
      if place > 0 {
        screen.rule(row: pen.row, from: column, to: column + width)
        pen.row += 1
      }
      let hasHeading = place == 0 || layout.isRoomy
      if hasHeading { heading(period.printedName, &pen, &screen) }
      for field in period.fields {
        let prefix = hasHeading || field != period.fields.first ? "" : period.printedName + " "
        if field.isChoice {
          choice(field, prefix, &pen, &screen)
        } else {
          label(field, prefix, &pen, &screen)
          text(field, rows: layout.texts[field] ?? 1, &pen, &screen)
        }
      }
    }
  }

  /// Where the next row goes.
  private struct Pen {
    var row: Int
    let column: Int
    let width: Int
    var limit: Int { column + width }
  }

  private func heading(_ text: String, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    screen.write([Run(text, Look.heading)], row: pen.row, column: pen.column + 1, limit: pen.limit)
    pen.row += 1
  }

  private func marker(_ field: EntryField, _ pen: Pen, _ screen: inout ScreenBuffer) {
    guard field == focus else { return }
    screen.write([Run(">", Look.heading)], row: pen.row, column: pen.column, limit: pen.limit)
  }

  // MARK: Choices

  private func choice(_ field: EntryField, _ prefix: String, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    marker(field, pen, &screen)
    screen.spot(row: pen.row, columns: pen.column..<pen.limit, target: FormSpot.field(field))
    let style = field == focus ? Look.focus : Look.plain
    let label = prefix + (field.hasLabel ? field.printedLabel : "")
    screen.write([Run(label, style)], row: pen.row, column: pen.column + 3, limit: pen.limit)
    let isAligned = field.hasLabel || pen.width >= SheetForm.wordsFrom
    let labelWidth = max(widths.columns(of: label), isAligned ? choiceLabelWidth : 0)
    let column = pen.column + 3 + (labelWidth == 0 ? 0 : labelWidth + 2)
    let chosen = sheet.edited.choice(of: field)
    var next = column
    for (place, option) in field.options.enumerated() {
      let isChosen = chosen?.rawValue == place + 1
      if field == focus, isChosen || (chosen == nil && place == 0) {
        screen.cursor = ScreenPosition(row: pen.row, column: next + 1)
      }
      let start = next
      next = write(
        option, isChosen: isChosen, isFocused: field == focus, hasRoomForWords: hasRoomForWords(field, pen), at: next,
        pen, &screen)
      if let ordinal = ChoiceOrdinal(rawValue: place + 1) {
        screen.spot(row: pen.row, columns: start..<max(start, next - 2), target: FormSpot.option(field, ordinal))
      }
    }
    if !hasRoomForWords(field, pen), let option = sheet.edited.chosenOption(of: field) {
      screen.write([Run(option.label)], row: pen.row, column: next, limit: pen.limit)
    }
    pen.row += 1
  }

  /// The columns of the widest label of a choice, behind which the options of all of them begin.
  private var choiceLabelWidth: Int {
    EntryField.allCases.reduce(0) { $1.isChoice && $1.hasLabel ? max($0, widths.columns(of: $1.printedLabel)) : $0 }
  }

  /// Whether both options of a choice fit in words; those of a choice without a label always do.
  private func hasRoomForWords(_ field: EntryField, _ pen: Pen) -> Bool {
    !field.hasLabel || pen.width >= SheetForm.wordsFrom
  }

  /// Writes one option as (*) ① 達成見込み, or without its words where there is no room; the column behind it.
  private func write(
    _ option: ChoiceOption, isChosen: Bool, isFocused: Bool, hasRoomForWords: Bool, at column: Int, _ pen: Pen,
    _ screen: inout ScreenBuffer
  ) -> Int {
    let words = hasRoomForWords ? "\(option.sign) \(option.label)" : option.sign
    let style = isChosen ? (isFocused ? Look.focus : Look.heading) : Look.plain
    return screen.write(
      [Run(isChosen ? "(*) " : "( ) ", style), Run(words, style), Run("  ")], row: pen.row, column: column,
      limit: pen.limit)
  }

  // MARK: Long texts

  /// Writes a text's label; beside 課題と改善策 the printed note, and whether it is required.
  private func label(_ field: EntryField, _ prefix: String, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    marker(field, pen, &screen)
    screen.spot(row: pen.row, columns: pen.column..<pen.limit, target: FormSpot.field(field))
    var runs = [Run(prefix + field.printedLabel, field == focus ? Look.focus : Look.plain)]
    let period = field.period
    if field == period.requiredText {
      let note = PrintedForm.requirementNote(sign: sheet.edited.printedRequirement(of: period))
      runs.append(Run("  " + note, Look.quiet))
      if RequiredWhenNotMetRule().requiresText(in: sheet.edited, period: period) {
        runs.append(Run("  " + Wording.requiredMark, sheet.edited.isBlank(field) ? Look.alarm : Look.heading))
      }
    }
    screen.write(runs, row: pen.row, column: pen.column + 3, limit: pen.limit)
    pen.row += 1
  }

  private func text(_ field: EntryField, rows: Int, _ pen: inout Pen, _ screen: inout ScreenBuffer) {
    let lines = lines(of: field, width: pen.width)
    let isBlank = sheet.edited.isBlank(field)
    if field == focus { screen.cursor = ScreenPosition(row: pen.row, column: pen.column + SheetForm.indent) }
    screen.spot(
      rows: pen.row..<(pen.row + rows), columns: pen.column..<pen.limit, target: FormSpot.field(field))
    for row in 0..<rows {
      screen.write([Run("|", Look.quiet)], row: pen.row, column: pen.column + 3, limit: pen.limit)
      if row < lines.count {
        screen.write(
          [Run(lines[row], isBlank ? Look.quiet : Look.plain)], row: pen.row, column: pen.column + SheetForm.indent,
          limit: pen.limit)
      }
      if row == rows - 1, lines.count > rows {
        screen.writeRight(
          [Run(" " + Wording.moreLines(lines.count - rows), Look.quiet)], row: pen.row, endingAt: pen.limit - 1,
          from: pen.column)
      }
      pen.row += 1
    }
  }

  /// The wrapped lines of a long text; what stands for a blank one.
  private func lines(of field: EntryField, width: Int) -> [String] {
    let text = sheet.edited.text(of: field)
    guard text.isEmpty else {
      return LineBreaker(width: max(2, width - SheetForm.indent - 1), widths: widths).lines(of: text.string)
    }
    let decided = sheet.edited.choice(of: field.period.decidingChoice) == .first
    return [decided && field == field.period.requiredText ? PrintedForm.nothing : Wording.notEntered]
  }
}
