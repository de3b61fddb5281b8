// Holds the reading of the lists: the books, and the items of one of them.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// The book whose list is read.
  var section: BookSection? { library.books.first { $0.path == book } }

  /// The rows that the list shows.
  var shownRows: [BookRow] { section?.rows.filter { settings.shows($0, in: library) } ?? [] }

  /// The number by which a row is opened.
  func number(of row: BookRow) -> Int? {
    let sheet = library[row.id]?.edited ?? library.unmergedSheet(row.id)?.saved
    return sheet?.number ?? BookFinding.number(inName: row.id.fileName)
  }

  /// Says which books there are.
  func listBooks() {
    say([Wording.Plain.bookCount(library.books.count)])
    for (index, book) in library.books.enumerated() {
      let progress = ReviewPeriod.allCases.map { Wording.totals($0, library.progress(of: book, $0)) }
      say([Wording.Plain.book(index + 1, book, progress)])
    }
    say([Wording.Plain.chooseBook])
  }

  /// Says which items the list shows and how they stand.
  mutating func list() {
    guard let section else { return listBooks() }
    look(at: section.rows.map(\.id))
    catchUp()
    let rows = shownRows
    say([Wording.Plain.heading(section, shown: rows.count, settings.filter)])
    say(section.problems)
    for row in rows { say([line(of: row)]) }
    if rows.isEmpty { say([Wording.Plain.nothingShown]) }
  }

  private func line(of row: BookRow) -> String {
    switch row {
    case .sheet(let id): library[id].map { Wording.Plain.line(of: $0) } ?? id.fileName
    case .unmerged(let id): Wording.Plain.unmergedLine(number(of: row), id.fileName)
    case .unreadable(let id, let reason): Wording.Plain.unreadable(id.fileName, reason)
    }
  }

  /// Chooses what the list shows, or says what there is to choose.
  mutating func filter(_ name: String) {
    guard !name.isEmpty else {
      let counts = ListFilter.allCases.map { filter in
        var settings = ListSettings()
        settings.filter = filter
        return (filter, section?.rows.count { settings.shows($0, in: library) } ?? 0)
      }
      return say(counts.enumerated().map { Wording.Plain.filter($0 + 1, $1.0, $1.1) } + [Wording.Plain.chooseFilter])
    }
    guard let filter = filter(called: name) else { return refuse(Wording.Plain.noFilter(name), .notUnderstood) }
    settings.filter = filter
    item = nil
    list()
  }

  private func filter(called name: String) -> ListFilter? {
    if let number = Int(name) {
      return ListFilter.allCases.indices.contains(number - 1) ? ListFilter.allCases[number - 1] : nil
    }
    if name == PeriodState.notEntered.rawValue {
      return library.currentPeriod == .midTerm ? .midTermOpen : .finalOpen
    }
    if name == MarkState.sentBack.rawValue { return .sentBack }
    return ListFilter.allCases.first { Wording.name($0).hasPrefix(name) }
  }

  /// Reads the findings: of the open sheet, otherwise of all sheets of the book.
  func check() {
    let sheets = item.flatMap { library[$0] }.map { [$0] } ?? section.map { library.sheets(of: $0) } ?? []
    let lines = sheets.flatMap { sheet in
      SheetRules.findings(in: sheet.edited).map { Wording.Plain.finding($0, in: sheet.edited.number) }
    }
    say(lines.isEmpty ? [Wording.noFindings] : lines)
  }
}
