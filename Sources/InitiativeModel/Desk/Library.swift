// Holds the library that is open: its books, and every sheet with what the person has made of it.

/// The books of a folder and all their sheets.
public struct Library: Equatable, Sendable {
  /// The books, in the order in which they are listed.
  public private(set) var books: [BookSection]
  /// The place of each book, by its path.
  private let bookPlaces: [String: Int]
  private var sheets: [SheetID: EditedSheet] = [:]
  /// The sheets of which git left two versions in their files.
  private var unmerged: [SheetID: EditedSheet] = [:]
  /// Grows with every change that a list of the sheets could show.
  public private(set) var revision = 0
  /// The revision at which each book changed last.
  package private(set) var bookRevisions: [Int]

  /// Makes a library.
  public init(_ books: [BookSection] = [], sheets: some Sequence<EditedSheet> = []) {
    self.books = books
    bookRevisions = Array(repeating: 0, count: books.count)
    bookPlaces = Dictionary(zip(books.map(\.path), 0...), uniquingKeysWith: { first, _ in first })
    for sheet in sheets { note(sheet) }
  }

  private mutating func note(_ sheet: EditedSheet) {
    sheets[sheet.id] = sheet.versions == nil ? sheet : nil
    unmerged[sheet.id] = sheet.versions == nil ? nil : sheet
  }

  /// The sheet of a name, when it could be read.
  public subscript(id: SheetID) -> EditedSheet? { sheets[id] }

  /// The sheet of a name of which git left two versions in its file.
  package func unmergedSheet(_ id: SheetID) -> EditedSheet? { unmerged[id] }

  /// The names of all files with a sheet in them, those of which git left two versions among them, in order.
  package var fileNames: [SheetID] {
    rows.map(\.id).filter { sheets.index(forKey: $0) != nil || unmerged.index(forKey: $0) != nil }
  }

  /// All rows, in the order of the books.
  public var rows: some Sequence<BookRow> { books.lazy.flatMap(\.rows) }

  /// The names of all sheets that could be read, in order.
  public var sheetNames: [SheetID] { rows.filter(\.isSheet).map(\.id) }

  /// All sheets that could be read, in order.
  public var allSheets: [EditedSheet] { rows.compactMap { sheets[$0.id] } }

  /// The sheets of a book that could be read.
  public func sheets(of book: BookSection) -> [EditedSheet] { book.rows.compactMap { sheets[$0.id] } }

  /// The book that a sheet is in.
  public func book(of id: SheetID) -> BookSection? { bookPlaces[id.book].map { books[$0] } }

  /// The years of the books, the latest first.
  public var years: [FiscalYear] { Set(books.compactMap(\.header?.fiscalYear)).sorted(by: >) }

  /// How the sheets of a book stand in a period; one of which git left two versions is not filled in.
  public func progress(of book: BookSection, _ period: ReviewPeriod) -> BookProgress {
    BookProgress(
      book.rows.lazy.compactMap { row in
        sheets[row.id]?.standing(of: period) ?? (unmerged[row.id] == nil ? nil : Library.unmergedStanding)
      })
  }

  /// How the sheets of some rows stand, by period.
  package func progress(of rows: some Sequence<BookRow>) -> [BookProgress] {
    let found = rows.compactMap { sheets.index(forKey: $0.id) }
    let left = unmerged.isEmpty ? 0 : rows.count { unmerged[$0.id] != nil }
    let unsettled = BookProgress(repeatElement(Library.unmergedStanding, count: left))
    return ReviewPeriod.allCases.map { period in
      BookProgress(found.lazy.map { sheets.values[$0].standing(of: period) }) + unsettled
    }
  }

  private static let unmergedStanding = PeriodStanding(entry: .notEntered, mark: nil)

  /// Whether a period of a sheet stands in some way.
  package func hasPeriod(of id: SheetID, where isMeant: (PeriodStanding) -> Bool) -> Bool {
    guard let place = sheets.index(forKey: id) else { return false }
    return ReviewPeriod.allCases.contains { isMeant(sheets.values[place].standing(of: $0)) }
  }

  /// How many sheets hold edits that no file holds.
  public var draftCount: Int { sheets.values.reduce(0) { $0 + ($1.hasDraft ? 1 : 0) } }

  /// The period that is being filled in: the self-evaluation once somebody has begun with it.
  public var currentPeriod: ReviewPeriod {
    sheets.values.contains { $0.standing(of: .final).entry != .notEntered } ? .final : .midTerm
  }

  /// Changes a sheet in its place; nothing happens when there is no such sheet.
  package mutating func change(_ id: SheetID, _ change: (inout EditedSheet) -> Void) {
    guard let place = sheets.index(forKey: id) else {
      guard var sheet = unmerged[id] else { return }
      change(&sheet)
      return put(sheet)
    }
    change(&sheets.values[place])
    if sheets.values[place].followChange() { noteChange(ofBook: bookPlaces[id.book]) }
  }

  /// Counts a change that a list could show.
  private mutating func noteChange(ofBook place: Int?) {
    revision += 1
    if let place { bookRevisions[place] = revision }
  }

  /// Puts a sheet in the place of what was known of it; its row says whether git left two versions of it.
  mutating func put(_ sheet: EditedSheet) {
    var sheet = sheet
    sheet.followChange()
    note(sheet)
    noteChange(ofBook: bookPlaces[sheet.id.book])
    guard let book = bookPlaces[sheet.id.book],
      let row = books[book].rows.firstIndex(where: { $0.id == sheet.id })
    else { return }
    books[book].rows[row] = sheet.versions == nil ? .sheet(sheet.id) : .unmerged(sheet.id)
  }

  /// Whether the plan of a sheet is still being written.
  public func planIsOpen(of id: SheetID) -> Bool { book(of: id)?.header?.planIsOpen == true }

  /// Takes over what book.json says of a book.
  mutating func takeOver(_ header: BookHeader, of path: String) {
    guard let place = bookPlaces[path] else { return }
    books[place] = books[place].with(header)
    noteChange(ofBook: place)
  }

  /// Puts a book that was read in the place of what was known of it.
  mutating func put(_ book: BookSection, _ read: [EditedSheet]) {
    guard let place = bookPlaces[book.path] else { return }
    books[place] = book
    for sheet in read { note(sheet) }
    noteChange(ofBook: place)
  }
}
