// Holds the laying out of one field of several sheets, so that the answers can be compared.

import InitiativeModel
import SheetWording
import Terminal

extension PageComposer {
  /// One field of several sheets: the answers one under the other, and one line for those who have not answered.
  ///
  /// - Parameter names: what tells each sheet from the others.
  func lines(of field: EntryField, in sheets: [EditedSheet], names: [String], of books: Bool) -> [PageLine] {
    let all = Array(zip(sheets, names))
    let entered = all.filter { !isBlank($0.0, field) }
    let room = min(width / 3, (entered.map { widths.columns(of: $0.1) }.max() ?? 0) + 2)
    var lines = entered.flatMap { sheet, name in
      var named = self
      named.owner = name
      return named.answer(sheet, field, room: room)
    }
    if !lines.isEmpty { lines.append(line([], lines[lines.count - 1].place)) }
    let blank = all.filter { isBlank($0.0, field) }
    let free = blank.filter { needsNothing($0.0, field) }
    let missing = blank.filter { !needsNothing($0.0, field) }
    lines += folded(missing.map(\.0), field, Wording.foldedNotEntered(missing.map(\.1), of: books))
    lines += folded(free.map(\.0), field, Wording.nothingNeeded(free.map(\.1), of: books))
    return lines
  }

  private func isBlank(_ sheet: EditedSheet, _ field: EntryField) -> Bool { shown(sheet).isBlank(field) }

  /// Whether the form asks for nothing in a field: ① stands to its left.
  private func needsNothing(_ sheet: EditedSheet, _ field: EntryField) -> Bool {
    field == field.period.requiredText && shown(sheet).choice(of: field.period.decidingChoice) == .first
  }

  private func answer(_ sheet: EditedSheet, _ field: EntryField, room: Int) -> [PageLine] {
    let name = owner ?? ""
    let marks = isDraft(sheet, field) ? [Run("  " + Wording.notSavedYet, Look.pending)] : []
    if field.isChoice {
      let label = widths.padded(widths.truncated(name, toColumns: room), toColumns: room)
      return [choice(sheet, field, Run(label, Look.strong), marks)]
    }
    let sign = shown(sheet).chosenOption(of: field.period.decidingChoice).map { "  " + $0.sign } ?? ""
    let head = heading(
      [Run(" " + name, Look.heading), Run(sign)], right: marks, PagePlace(sheet.id, field: field))
    return [head] + text(sheet, field)
  }

  /// Those who have not answered, by their names.
  private func folded(_ sheets: [EditedSheet], _ field: EntryField, _ sentence: String) -> [PageLine] {
    guard let first = sheets.first else { return [] }
    return rows(of: LongText(sentence), width: width - 2 * PageComposer.gutter, style: Look.quiet).map {
      line($0.runs, PagePlace(first.id, field: field), [$0.piece(at: PageComposer.gutter)])
    }
  }
}
