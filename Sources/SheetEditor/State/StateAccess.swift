// Holds looking up and changing sheets in the state.

import InitiativeModel
import Terminal

extension EditorState {
  /// The sheet of a name, when it could be read.
  public func sheet(_ id: SheetID) -> EditedSheet? {
    books.first { $0.path == id.book }?.rows.first { $0.id == id }?.sheet
  }

  /// The chosen sheet, when it could be read.
  public var currentSheet: EditedSheet? { selected.flatMap { sheet($0) } }

  /// The book of the chosen row.
  var currentBook: BookSection? {
    let path = arrangement == .books ? cursorGroup ?? selected?.book : selected?.book
    return books.first { $0.path == path } ?? books.first
  }

  /// The book that a sheet is in.
  func book(of id: SheetID) -> BookSection? { books.first { $0.path == id.book } }

  /// Whose sheet it is: the ward and the year.
  func wardName(_ id: SheetID) -> String {
    book(of: id).map { Wording.name($0) } ?? id.book
  }

  /// The next or previous sheet that the list shows; nil at the ends.
  func neighbour(by count: Int) -> SheetID? {
    let shown = shownRows.filter { $0.sheet != nil }.map(\.id)
    if let here = shown.firstIndex(where: { $0 == selected }) {
      return shown.indices.contains(here + count) ? shown[here + count] : nil
    }
    let rows = books.flatMap(\.rows).map(\.id)
    guard let here = rows.firstIndex(where: { $0 == selected }) else { return nil }
    let candidates = count > 0 ? Array(rows[(here + 1)...]) : rows[..<here].reversed()
    return candidates.first { shown.contains($0) }
  }

  /// All sheets that could be read, in the list's order.
  var allSheets: [EditedSheet] { books.flatMap(\.sheets) }

  /// How many sheets hold edits that no file holds.
  public var draftCount: Int { allSheets.filter(\.hasDraft).count }

  /// Whether what is not saved would survive the end of the program.
  public var draftsAreKept: Bool {
    if case .notKept? = draftStatus { return false }
    return true
  }

  /// Whether every change of a sheet's draft is known to be on the disk, where drafts belong.
  func isProven(_ id: SheetID) -> Bool {
    draftStatus == .kept && provenChanges[id] == draftChanges[id]
  }

  /// Whether the message line says that something was not done.
  public var refusesSomething: Bool { message?.tone == .refusal }

  /// The sheet that is open; nil in the list.
  public var openSheet: SheetID? { level == .list ? nil : selected }

  /// The names of all sheets that could be read.
  public var sheetNames: [SheetID] { books.flatMap { $0.rows.filter { $0.sheet != nil }.map(\.id) } }

  /// Whether a long text is open for writing.
  public var isWriting: Bool {
    if case .text = level { return true }
    return false
  }

  /// Whether Japanese is likely to be typed next: in a long text, a search, a comment.
  public var takesJapanese: Bool {
    switch overlay {
    case .search, .find, .marking: true
    case .help, .plan, .findings, .comparison, .menu, .copying, .conflict, .occupied, .recovery, .leaving: false
    case nil: isWriting
    }
  }

  /// Changes a sheet in place; nothing happens when there is no such sheet.
  mutating func withSheet(_ id: SheetID, _ change: (inout EditedSheet) -> Void) {
    guard let book = books.firstIndex(where: { $0.path == id.book }),
      let row = books[book].rows.firstIndex(where: { $0.id == id }),
      case .sheet(var sheet) = books[book].rows[row]
    else { return }
    books[book].rows[row] = .unreadable(id, reason: "")
    change(&sheet)
    sheet.followChange()
    books[book].rows[row] = .sheet(sheet)
  }

  /// Puts a refusal on the message line.
  mutating func refuse(_ text: String) { message = Message(text, .refusal) }

  /// Puts a notice on the message line.
  mutating func say(_ text: String) { message = Message(text, .notice) }
}
