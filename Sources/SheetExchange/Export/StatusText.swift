// Holds the progress of a library as lines for the terminal.

import InitiativeModel
import SheetWording
import Terminal

/// How all books stand, with the same states as the list on the screen.
struct StatusText {
  private let status: LibraryStatus
  private var library: Library { status.library }
  private let widths = DisplayWidths(ambiguous: .narrow)

  /// A line a book where there are several; then a part a book: its figures, what is wrong with it, a line a sheet.
  static func output(_ status: LibraryStatus) -> SafeOutput {
    let text = StatusText(status: status)
    return .lines(text.overview + status.library.books.flatMap { text.lines($0) })
  }

  // MARK: A line a book

  private var overview: [String] {
    let books = library.books.filter { $0.header != nil }
    guard books.count > 1 else { return [] }
    let names = books.map { Wording.name($0) }
    let width = names.map { widths.columns(of: $0) }.max() ?? 0
    let rows = zip(books, names).map { book, name in
      ("  " + widths.padded(name, toColumns: width) + parts(of: book).map { "  " + $0 }.joined())
    }
    return [StatusWording.overview] + rows + [""]
  }

  private func parts(of book: BookSection) -> [String] {
    var parts = ReviewPeriod.allCases.map { period in
      let progress = library.progress(of: book, period)
      let alarms = [
        (PeriodState.deficient.rawValue, progress[.deficient]), (MarkState.sentBack.rawValue, progress[.sentBack]),
      ]
      let words = alarms.filter { $0.1 > 0 }.map { " \($0.0)\($0.1)" }.joined()
      return widths.padded("\(period.shortName) \(progress[.complete])/\(progress.total)\(words)", toColumns: 10)
    }
    let notCarriedOut = status.notCarriedOut(in: book).count
    if notCarriedOut > 0 { parts.append("(ii) \(notCarriedOut)") }
    let comments = status.openComments(in: book)
    if comments > 0 { parts.append(StatusWording.openComments(comments)) }
    if let due = status.due, let period = status.duePeriod(of: book) {
      parts.append(StatusWording.dueInShort(due, open: status.openSheets(of: book, period).count))
    }
    if let save = status.lastSave(of: book) { parts.append(StatusWording.saved(save)) }
    return parts
  }

  // MARK: A part a book

  private func lines(_ section: BookSection) -> [String] {
    guard let header = section.header else { return [] }
    let totals = ReviewPeriod.allCases.map { "  " + Wording.totals($0, library.progress(of: section, $0)) }
    return [Wording.bookLine(header, path: section.path)] + totals + remarks(section).map { "  " + $0 }
      + section.problems.map { "  ! \($0)" } + library.sheets(of: section).flatMap { lines($0) } + [""]
  }

  private func remarks(_ section: BookSection) -> [String] {
    var remarks: [String] = []
    if let due = status.due, let period = status.duePeriod(of: section) {
      remarks.append(StatusWording.due(due, period, open: status.openSheets(of: section, period)))
    }
    let notCarriedOut = status.notCarriedOut(in: section)
    if !notCarriedOut.isEmpty { remarks.append(StatusWording.notCarriedOut(notCarriedOut)) }
    let comments = status.openComments(in: section)
    if comments > 0 { remarks.append(StatusWording.openComments(comments)) }
    if let save = status.lastSave(of: section) {
      remarks.append("\(StatusWording.saved(save)) (\(Wording.itemName(save.number)))")
    }
    return remarks
  }

  // MARK: A line a sheet

  private func lines(_ sheet: EditedSheet) -> [String] {
    guard status.hasTexts else { return ["  " + line(sheet)] }
    let entries = EntryField.allCases.filter { !sheet.edited.isBlank($0) }.flatMap { field in
      [Wording.fieldName(field)] + sheet.edited.text(of: SheetField.entry(field)).lines.map { "  " + $0 }
    }
    return ["  " + line(sheet)] + entries.map { "       " + $0 }
  }

  private func line(_ sheet: EditedSheet) -> String {
    let number = String(sheet.edited.number)
    let states = ReviewPeriod.allCases.map { period in
      let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? "  "
      return widths.padded("\(sign) \(sheet.standing(of: period).word)", toColumns: 14)
    }
    let comments = status.openComments(on: sheet)
    let remarks =
      (comments > 0 ? [StatusWording.openComments(comments)] : [])
      + (status.lastSave(of: sheet).map { [StatusWording.saved($0)] } ?? [])
    return String(repeating: " ", count: max(0, 3 - number.count)) + number + "  " + states.joined()
      + sheet.edited.starredTitle + (remarks.isEmpty ? "" : "  [\(remarks.joined(separator: "、"))]")
  }
}
