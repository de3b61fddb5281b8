// Holds the laying out of the differences of a sheet to one of its other states.

import InitiativeModel
import SheetWording
import Terminal

/// A sheet and what it is compared with, laid out for reading.
struct ComparisonText {
  let sheet: EditedSheet
  let base: ComparisonBase
  /// The field that the person is at; of another year its text is shown in full.
  let field: EntryField?
  let lastSave: LastSave?
  /// The same item of another year, and how both years are called.
  var other: InitiativeSheet?
  var names: (other: String, own: String) = ("", "")

  /// What the rows are made of; they are made anew when it differs.
  struct Basis: Equatable, Sendable {
    let base: ComparisonBase
    let saved: InitiativeSheet
    let edited: InitiativeSheet
    let other: InitiativeSheet?
    let lastSave: LastSave?
    let width: Int
    let widths: DisplayWidths
  }

  /// From how many columns on two years stand side by side.
  static let sideBySide = 98

  func basis(width: Int, widths: DisplayWidths) -> Basis {
    Basis(
      base: base, saved: sheet.saved, edited: sheet.edited, other: other, lastSave: lastSave, width: width,
      widths: widths)
  }

  /// The rows for some columns.
  func rows(width: Int, widths: DisplayWidths) -> [ReadRow] {
    let lines: [String]
    switch base {
    case .draft: lines = Wording.lines(from: sheet.saved, to: sheet.edited)
    case .mark(let mark):
      lines = Wording.lines(from: mark.marked(sheet.saved), to: sheet.saved, mark.period.fields.map { .entry($0) })
    case .lastSave:
      switch lastSave {
      case .save(_, _, let changes)?: lines = changes
      case .unreadable(let reason)?: lines = [reason]
      case LastSave.none?: lines = []
      case nil: return [.note(Wording.reading, Look.quiet)]
      }
    case .year: return years(width, widths)
    }
    return differences(lines, width, widths)
  }

  /// Lines that differ, with their signs and under their headings; only the text itself can be selected.
  private func differences(_ lines: [String], _ width: Int, _ widths: DisplayWidths) -> [ReadRow] {
    guard !lines.isEmpty else { return [.note(Wording.noDifference, Look.quiet)] }
    var label: String?
    return lines.flatMap { line -> [ReadRow] in
      let isAdded = line.hasPrefix("+ ")
      guard isAdded || line.hasPrefix("- ") else {
        let isHeading = line.hasSuffix(":")
        let heading = isHeading ? String(line.dropLast()) : line
        label = heading
        return ReadRow.rows(of: LongText(heading), width: width, widths: widths, style: Look.heading, label: "").map {
          line.hasSuffix(":") ? ReadRow(runs: $0.runs, rules: [0..<width]) : $0
        }
      }
      let ground: CellGround = isAdded ? .added : .removed
      let text = LongText(String(line.dropFirst(2)))
      let first = label
      label = nil
      var rows = ReadRow.rows(of: text, width: width - 3, widths: widths, column: 2, label: first ?? "")
      if rows.isEmpty {
        rows = [ReadRow(pieces: [ReadPiece(characters: [], endsParagraph: true, column: 2, label: first)])]
      }
      if first == nil { rows[0].pieces[0].label = nil }
      for place in rows.indices {
        rows[place].runs.insert(ReadRow.PlacedRun(column: 0, run: Run(isAdded ? "+ " : "- ", Look.strong)), at: 0)
        rows[place].ground = ground
      }
      return rows
    }
  }

  // MARK: Another year

  /// The field that the person is at in full, of both years, and what else differs between them.
  private func years(_ width: Int, _ widths: DisplayWidths) -> [ReadRow] {
    guard let other else { return [] }
    guard let field else {
      return differences(Wording.lines(from: other, to: sheet.saved, SheetField.searched), width, widths)
    }
    let old = Wording.yearHeading(names.other, field)
    let own = Wording.yearHeading(names.own, field)
    let isSide = width >= ComparisonText.sideBySide
    let column = isSide ? (width - PlanPane.gap) / 2 : width
    let before = text(of: field, in: other, label: old, column, widths)
    let after = text(of: field, in: sheet.edited, label: own, column, widths)
    var rows: [ReadRow]
    if isSide {
      rows = [ReadRow.headings(old, own, width: column, at: column + PlanPane.gap)]
      rows += ReadRow.sideBySide(before, after, at: column + PlanPane.gap)
    } else {
      rows = [.heading(old, width: width)] + before + [.blank, .heading(own, width: width)] + after
    }
    let rest = SheetField.searched.filter { $0 != field.address }
    let differing = Wording.lines(from: other, to: sheet.saved, rest)
    if !differing.isEmpty {
      rows += [.blank, .note(Wording.otherDifferences, Look.strong)] + differences(differing, width, widths)
    }
    return rows
  }

  private func text(
    of field: EntryField, in sheet: InitiativeSheet, label: String, _ width: Int, _ widths: DisplayWidths
  ) -> [ReadRow] {
    let rows = ReadRow.rows(of: sheet.text(of: .entry(field)), width: width, widths: widths, label: label)
    guard rows.isEmpty else { return rows }
    var blank = ReadRow.note(Wording.notEntered, Look.quiet)
    blank.pieces = [ReadPiece(characters: [], endsParagraph: true, label: label)]
    return [blank]
  }
}
