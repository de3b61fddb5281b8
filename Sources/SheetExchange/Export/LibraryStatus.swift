// Holds the progress of a library before it is told in some format.

import InitiativeModel

/// How far the sheets of a library have come, to be told in some format.
public struct LibraryStatus: Sendable {
  /// The books and their sheets.
  public let library: Library
  /// What could not be read, as sentences.
  public let unreadable: [String]
  /// The present time, in seconds since 1970.
  public let now: Int
  /// Who saved each sheet last, and when.
  public let lastSaves: [SheetID: LastSave]
  /// By when the sheets are to be complete; nil where nobody asks.
  public let due: DueDate?
  /// Whether what was filled in is told too.
  public let hasTexts: Bool

  /// Tells how a library stands.
  public init(
    _ library: Library, unreadable: [String], now: Int, lastSaves: [SheetID: LastSave] = [:], due: DueDate? = nil,
    hasTexts: Bool = false
  ) {
    self.library = library
    self.unreadable = unreadable
    self.now = now
    self.lastSaves = lastSaves
    self.due = due
    self.hasTexts = hasTexts
  }
}

extension LibraryStatus {
  /// Who saved a sheet last, and when: 2026-11-21T08:05:00Z.
  struct Save {
    let who: String
    let when: String
    let number: Int
  }

  /// The last save of a sheet; nil where there was none, or nobody can tell.
  func lastSave(of sheet: EditedSheet) -> Save? {
    switch lastSaves[sheet.id] {
    case .save(let who, let when, _)?: Save(who: who, when: when, number: sheet.saved.number)
    case LastSave.none?, .unreadable?, nil: nil
    }
  }

  /// The last save of any sheet of a book.
  func lastSave(of book: BookSection) -> Save? {
    library.sheets(of: book).compactMap { lastSave(of: $0) }.max { $0.when < $1.when }
  }

  /// The comments on a sheet that the staff have not answered.
  func openComments(on sheet: EditedSheet) -> Int { sheet.reviews.openComments(in: sheet.saved).count }

  /// The same, of all sheets of a book.
  func openComments(in book: BookSection) -> Int {
    library.sheets(of: book).reduce(0) { $0 + openComments(on: $1) }
  }

  /// The numbers of a book's sheets whose actions will not be carried out: (ii).
  func notCarriedOut(in book: BookSection) -> [Int] {
    library.sheets(of: book).filter { $0.edited.choice(of: .implementationForecast) == .second }.map(\.edited.number)
  }

  /// The period of a book that the deadline is meant for; nil where there is none.
  func duePeriod(of book: BookSection) -> ReviewPeriod? {
    book.header.flatMap { header in due.flatMap { $0.period(of: header.fiscalYear) } }
  }

  /// Whether a sheet is not done with a period: something is missing or not saved, or it was sent back.
  func isOpen(_ sheet: EditedSheet, _ period: ReviewPeriod) -> Bool {
    let standing = sheet.standing(of: period)
    return standing.entry != .complete || standing.mark == .sentBack
  }

  /// The numbers of a book's sheets that are not done with a period; none is of which git left two versions.
  func openSheets(of book: BookSection, _ period: ReviewPeriod) -> [Int] {
    let open = library.sheets(of: book).filter { isOpen($0, period) }.map(\.edited.number)
    let conflicts = conflicts(in: book)
    return conflicts.isEmpty ? open : (open + conflicts.map(\.edited.number)).sorted()
  }

  /// The sheets of a book of which git left two versions in their files.
  func conflicts(in book: BookSection) -> [EditedSheet] { book.rows.compactMap { library.unmergedSheet($0.id) } }

  /// How many sheets a book has, those of which git left two versions among them.
  func count(of book: BookSection) -> Int { library.sheets(of: book).count + conflicts(in: book).count }

  /// How a book stands at the deadline, in words; nil where there is none for it.
  func dueWords(of book: BookSection) -> String? {
    guard let due, let period = duePeriod(of: book) else { return nil }
    return StatusWording.due(due, period, open: openSheets(of: book, period), of: count(of: book))
  }
}
