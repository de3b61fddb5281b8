// Holds looking up and changing sheets in the state.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  /// The sheet of a name, when it could be read.
  public func sheet(_ id: SheetID) -> EditedSheet? { library[id] }

  /// The chosen sheet, when it could be read.
  public var currentSheet: EditedSheet? { selected.flatMap { sheet($0) } }

  /// The book of the chosen row.
  var currentBook: BookSection? {
    let path = settings.arrangement == .books ? cursorGroup ?? selected?.book : selected?.book
    return library.books.first { $0.path == path } ?? library.books.first
  }

  /// The book that a sheet is in.
  func book(of id: SheetID) -> BookSection? { library.book(of: id) }

  /// Whose sheet it is: the ward and the year.
  func wardName(_ id: SheetID) -> String {
    book(of: id).map { Wording.name($0) } ?? id.book
  }

  /// The next or previous sheet that the list shows; nil at the ends.
  func neighbour(by count: Int) -> SheetID? {
    let shown = shownRows.filter(\.isSheet).map(\.id)
    if let here = shown.firstIndex(where: { $0 == selected }) {
      return shown.indices.contains(here + count) ? shown[here + count] : nil
    }
    let rows = library.rows.map(\.id)
    guard let here = rows.firstIndex(where: { $0 == selected }) else { return nil }
    let candidates = count > 0 ? Array(rows[(here + 1)...]) : rows[..<here].reversed()
    return candidates.first { shown.contains($0) }
  }

  /// All sheets that could be read, in the list's order.
  var allSheets: [EditedSheet] { library.allSheets }

  /// How many sheets hold edits that no file holds.
  public var draftCount: Int { library.draftCount }

  /// Whether what is not saved would survive the end of the program.
  public var draftsAreKept: Bool {
    if case .notKept? = draftStatus { return false }
    return true
  }

  /// Whether every change of a sheet's draft is known to be on the disk, where drafts belong.
  func isProven(_ id: SheetID) -> Bool {
    draftStatus == .kept && library[id]?.isDraftProven == true
  }

  /// Whether the message line says that something was not done.
  public var refusesSomething: Bool { message?.tone == .refusal }

  /// The sheet that is open; nil in the list.
  public var openSheet: SheetID? { level == .list ? nil : selected }

  /// The names of all sheets that could be read.
  public var sheetNames: [SheetID] { library.sheetNames }

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
    library.change(id, change)
  }

  /// Counts a change of a sheet's draft; the number by which its proof is known.
  mutating func draftChange(_ id: SheetID) -> Int {
    var change = 0
    library.change(id) { change = $0.countDraftChange() }
    return change
  }

  /// Puts a refusal on the message line.
  mutating func refuse(_ text: String) { message = Message(text, .refusal) }

  /// Puts a notice on the message line.
  mutating func say(_ text: String) { message = Message(text, .notice) }
}
