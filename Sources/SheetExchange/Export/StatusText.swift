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
    let hasOpenPlans = books.contains { $0.header?.planIsOpen == true }
    let rows =
      books.map { [Wording.name($0)] + figures([$0]) + parts(of: $0, hasOpenPlans: hasOpenPlans) } + totals(books)
    let padded = ReviewPeriod.allCases.count + 1
    let columns = (0..<padded).map { column in rows.map { widths.columns(of: $0[column]) }.max() ?? 0 }
    let lines = rows.map { row in
      let cells = row.enumerated().map { index, cell in
        index < padded ? widths.padded(cell, toColumns: columns[index]) : cell
      }
      return String(cells.map { "  " + $0 }.joined().reversed().drop { $0 == " " }.reversed())
    }
    return [StatusWording.overview] + lines + [""]
  }

  /// How many sheets of some books are complete, and what is wrong with others, by period.
  private func figures(_ books: [BookSection]) -> [String] {
    ReviewPeriod.allCases.map { period in
      let progress = books.reduce(BookProgress([])) { $0 + library.progress(of: $1, period) }
      let alarms = [
        (PeriodState.deficient.rawValue, progress[.deficient]), (MarkState.sentBack.rawValue, progress[.sentBack]),
      ]
      let words = alarms.filter { $0.1 > 0 }.map { " \($0.0)\($0.1)" }.joined()
      return "\(period.shortName) \(progress[.complete])/\(progress.total)\(words)"
    }
  }

  private func parts(of book: BookSection, hasOpenPlans: Bool) -> [String] {
    var parts: [String] = []
    if hasOpenPlans, let header = book.header {
      parts.append("\(StatusWording.plan) \(StatusWording.planState(isOpen: header.planIsOpen))")
    }
    let conflicts = status.conflicts(in: book).count
    if conflicts > 0 { parts.append(StatusWording.conflicts(conflicts)) }
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

  /// A line for all books of a year together.
  private func totals(_ books: [BookSection]) -> [[String]] {
    library.years.compactMap { year in
      let books = books.filter { $0.header?.fiscalYear == year }
      guard books.count > 1 else { return nil }
      let name = StatusWording.total(library.years.count > 1 ? year : nil, books: books.count)
      let conflicts = books.reduce(0) { $0 + status.conflicts(in: $1).count }
      let open = books.compactMap { book in
        status.duePeriod(of: book).map { status.openSheets(of: book, $0).count }
      }
      let due =
        open.isEmpty
        ? nil
        : status.due.map { due in
          StatusWording.dueOfAll(
            due, books: books.count, openBooks: open.count { $0 > 0 }, open: open.reduce(0, +))
        }
      return [name] + figures(books) + (conflicts > 0 ? [StatusWording.conflicts(conflicts)] : [])
        + (due.map { [$0] } ?? [])
    }
  }

  // MARK: A part a book

  private func lines(_ section: BookSection) -> [String] {
    guard let header = section.header else { return [] }
    let totals = ReviewPeriod.allCases.map { "  " + Wording.totals($0, library.progress(of: section, $0)) }
    return [Wording.bookLine(header, path: section.path)] + totals + remarks(section).map { "  " + $0 }
      + section.problems.map { "  ! \($0)" } + section.rows.flatMap { lines($0) } + [""]
  }

  private func remarks(_ section: BookSection) -> [String] {
    var remarks: [String] = []
    if let header = section.header, header.planIsOpen {
      remarks.append("\(StatusWording.plan): \(StatusWording.planState(isOpen: true))")
    }
    let conflicts = status.conflicts(in: section).map(\.edited.number)
    if !conflicts.isEmpty {
      remarks.append("\(StatusWording.conflicts(conflicts.count)): \(StatusWording.items(conflicts))")
    }
    if let due = status.dueWords(of: section) { remarks.append(due) }
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

  private func lines(_ row: BookRow) -> [String] {
    if let sheet = library[row.id] { return lines(sheet) }
    return library.unmergedSheet(row.id).map { ["  " + conflict($0)] } ?? []
  }

  /// A sheet of which git left two versions.
  private func conflict(_ sheet: EditedSheet) -> String {
    number(of: sheet) + "  " + widths.padded(StatusWording.conflict, toColumns: 28) + sheet.edited.starredTitle
  }

  private func number(of sheet: EditedSheet) -> String {
    let number = String(sheet.edited.number)
    return String(repeating: " ", count: max(0, 3 - number.count)) + number
  }

  private func lines(_ sheet: EditedSheet) -> [String] {
    guard status.hasTexts else { return ["  " + line(sheet)] }
    let entries = EntryField.allCases.filter { !sheet.edited.isBlank($0) }.flatMap { field in
      [Wording.fieldName(field)] + sheet.edited.text(of: SheetField.entry(field)).lines.map { "  " + $0 }
    }
    return ["  " + line(sheet)] + entries.map { "       " + $0 }
  }

  private func line(_ sheet: EditedSheet) -> String {
    let states = ReviewPeriod.allCases.map { period in
      let sign = sheet.edited.chosenOption(of: period.decidingChoice)?.sign ?? "  "
      return widths.padded("\(sign) \(sheet.standing(of: period).word)", toColumns: 14)
    }
    let comments = status.openComments(on: sheet)
    let remarks =
      (comments > 0 ? [StatusWording.openComments(comments)] : [])
      + (status.lastSave(of: sheet).map { [StatusWording.saved($0)] } ?? [])
    return number(of: sheet) + "  " + states.joined()
      + sheet.edited.starredTitle + (remarks.isEmpty ? "" : "  [\(remarks.joined(separator: "、"))]")
  }
}
