// Holds the differences of a sheet to its other states: what it is compared with, and the lines that differ.

import InitiativeModel
import SheetWording

/// What a sheet can be compared with.
enum ComparisonBase: Equatable, Sendable {
  /// The draft with what is saved.
  case draft
  /// What is saved with what a supervisor last marked in a period.
  case mark(ReviewMark)
  /// What is saved with what was there before the last save.
  case lastSave
  /// What is saved with the same item of another year's book.
  case year(SheetID)
}

/// The differences of one sheet, as they are looked at.
struct Comparison: ChosenOfMany, Equatable, Sendable {
  let sheet: SheetID
  let bases: [ComparisonBase]
  var count: Int { bases.count }
  var chosen = 0
  var top = 0
  /// What the history says; nil until it has been read.
  var lastSave: LastSave?
}

extension EditorState {
  /// Opens the differences of the sheet that the person is at.
  mutating func openComparison() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    var bases: [ComparisonBase] = sheet.hasDraft ? [.draft] : []
    for period in ReviewPeriod.allCases {
      let last = sheet.reviews.last(period)
      let confirmed = sheet.reviews.lastConfirmed(period)
      bases += [last, confirmed == last ? nil : confirmed].compactMap { $0.map { .mark($0) } }
    }
    bases.append(.lastSave)
    bases += otherYears(of: sheet).map { .year($0) }
    overlay = .comparison(Comparison(sheet: sheet.id, bases: bases))
    return [.file(.readHistory(sheet.id))]
  }

  /// The same item in books of the same ward and other years, the nearest year first.
  private func otherYears(of sheet: EditedSheet) -> [SheetID] {
    guard let header = book(of: sheet.id)?.header else { return [] }
    let key = FoldedText(sheet.saved.title + sheet.saved.subtitle).key
    let years = library.books.filter { book in
      book.header.map { $0.ward == header.ward && $0.fiscalYear != header.fiscalYear } ?? false
    }.sorted { one, other in
      func distance(_ book: BookSection) -> Int {
        abs((book.header?.fiscalYear.year ?? 0) - header.fiscalYear.year)
      }
      return distance(one) < distance(other)
    }
    return years.compactMap { book in
      let same = library.sheets(of: book).first { FoldedText($0.saved.title + $0.saved.subtitle).key == key }
      return (same ?? library.sheets(of: book).first { $0.saved.number == sheet.saved.number })?.id
    }
  }

  /// The chosen difference as lines.
  func lines(of comparison: Comparison) -> [String] {
    guard let sheet = sheet(comparison.sheet), comparison.bases.indices.contains(comparison.chosen) else { return [] }
    let lines: [String]
    switch comparison.bases[comparison.chosen] {
    case .draft: lines = Comparison.lines(from: sheet.saved, to: sheet.edited, EntryField.allCases.map { .entry($0) })
    case .mark(let mark):
      lines = Comparison.lines(from: mark.marked(sheet.saved), to: sheet.saved, mark.period.fields.map { .entry($0) })
    case .lastSave:
      switch comparison.lastSave {
      case .save(_, _, let changes)?: lines = changes
      case .unreadable(let reason)?: lines = [reason]
      case LastSave.none?: lines = []
      case nil: return [Wording.reading]
      }
    case .year(let id):
      guard let other = self.sheet(id) else { return [] }
      lines = Comparison.lines(from: other.saved, to: sheet.saved, SheetField.searched)
    }
    return lines.isEmpty ? [Wording.noDifference] : lines
  }
}

extension Comparison {
  /// What differs between two sheets in some fields.
  static func lines(from old: InitiativeSheet, to new: InitiativeSheet, _ fields: [SheetField]) -> [String] {
    fields.flatMap { field -> [String] in
      let (before, after) = (old.text(of: field), new.text(of: field))
      guard before != after else { return [] }
      if case .entry(let entry) = field {
        return Wording.lines(ofChange: entry, from: old.content(of: entry), to: new.content(of: entry))
      }
      return ["\(field.printedName):"] + Wording.marked(from: before.lines, to: after.lines)
    }
  }
}
