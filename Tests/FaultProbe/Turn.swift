// Holds one person's turn at a book: everything that somebody who works in it does once.

import Glibc
import InitiativeModel
import SheetStorage

/// Edits, saves and marks the first sheet of a book, which is made first where there is none.
struct Turn {
  let book: String
  private let name = "item-01.json"

  init(book: String) { self.book = book }

  /// Takes the turn.
  ///
  /// - Returns: `saves N marks M`, as the person can read them afterwards, or what went wrong.
  func take() throws -> String {
    do {
      let folder = BookFolder(path: book, author: Author(name: "u\(getuid())"))
      if access(book + "/book.json", F_OK) != 0 { try make(folder) }
      if let problem = try save(folder) ?? draft(folder) { return problem }
      guard case .claimed(let presence) = EditingClaim.claim(name, in: book, author: Author(name: "u\(getuid())"))
      else {
        return "no presence"
      }
      defer { withExtendedLifetime(presence) {} }
      _ = try folder.add(
        ReviewMark(period: .midTerm, decision: .confirmed, comment: "よい", who: "", when: "", contents: [:]), to: name)
      let stored = try folder.load()
      guard stored.reviewProblems.isEmpty, stored.sheets.count == stored.entries.count else { return "unreadable" }
      let history = try folder.history(of: name)
      return "saves \(history.entries.count) marks \(stored.reviews[name]?.marks.count ?? 0)"
    } catch let error as StorageError {
      return "\(error)"
    }
  }

  private func make(_ folder: BookFolder) throws {
    guard let year = FiscalYear(2019) else { return }
    try folder.createBook(BookHeader(ward: "見本区", fiscalYear: year))
    let plan = Plan(policyAndTargets: "(目標)\n・5件", annualActions: "(取組の内容)\n・行う")
    _ = try folder.create(try InitiativeSheet(number: 1, title: "見本の取組1", plan: plan).validated())
  }

  private func save(_ folder: BookFolder) throws -> String? {
    let base = try folder.loadSheet(name)
    var sheet = base.sheet
    sheet.selfEvaluation.results = LongText(lines: sheet.selfEvaluation.results.lines + ["u\(getuid())"])
    let written = try folder.write(try sheet.validated(), over: base)
    if let error = written.historyError { return "history: \(error)" }
    return written.foreignCopies.isEmpty ? nil : "a copy"
  }

  /// Keeps a draft inside the book for a moment.
  private func draft(_ folder: BookFolder) throws -> String? {
    let stored = try folder.loadSheet(name)
    let journal = DraftStore(book: book, stateHome: "/proc/none", home: nil).journal(for: stored, sheet: stored.sheet)
    defer { journal.finish() }
    guard case .keptElsewhere = journal.begin() else { return "no draft" }
    return nil
  }
}
