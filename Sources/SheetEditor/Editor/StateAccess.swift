// Holds what is asked of the state and derived from it.

import InitiativeModel
import SheetWording

extension EditorState {
  /// The row of the list that is chosen, and with it the sheet that is open.
  public internal(set) var selected: SheetID? {
    get { list.selected }
    set { list.selected = newValue }
  }

  /// The sheet of a name, when it could be read.
  public func sheet(_ id: SheetID) -> EditedSheet? { library[id] }

  /// The chosen sheet, when it could be read.
  public var currentSheet: EditedSheet? { selected.flatMap { library[$0] } }

  /// The book of the chosen row.
  var currentBook: BookSection? {
    let path = list.settings.arrangement == .books ? list.cursorGroup ?? selected?.book : selected?.book
    return library.books.first { $0.path == path } ?? library.books.first
  }

  /// Whose sheet it is: the ward and the year.
  func wardName(_ id: SheetID) -> String { library.book(of: id).map { Wording.name($0) } ?? id.book }

  /// The same in front of what is named of a sheet, where there are several books; empty where there is one.
  func wardPrefix(_ id: SheetID) -> String { library.books.count > 1 ? wardName(id) + " " : "" }

  /// The next or previous sheet that the list shows; nil at the ends.
  mutating func neighbour(by count: Int) -> SheetID? {
    list.follow(library)
    let shown = list.layout.sheets
    if let here = shown.firstIndex(where: { $0 == selected }) {
      return shown.indices.contains(here + count) ? shown[here + count] : nil
    }
    let rows = library.rows.map(\.id)
    guard let here = rows.firstIndex(where: { $0 == selected }) else { return nil }
    let candidates = count > 0 ? Array(rows[(here + 1)...]) : rows[..<here].reversed()
    return candidates.first { shown.contains($0) }
  }

  /// The field of the form or of the long text that the person is at; nil elsewhere.
  var focus: EntryField? { form?.focus ?? text?.field }

  /// How many sheets hold edits that no file holds.
  public var draftCount: Int { library.draftCount }

  /// Whether what is not saved would survive the end of the program.
  public var draftsAreKept: Bool {
    if case .notKept? = draftStatus { return false }
    return true
  }

  /// Whether every change of a sheet's draft is known to be on the disk, where drafts belong.
  func isProven(_ id: SheetID) -> Bool { draftStatus == .kept && library[id]?.isDraftProven == true }

  /// What the message line says, but for what was done as asked.
  public var remark: String? { message.flatMap { $0.tone == .success ? nil : $0.text } }

  /// Whether the message line says that something was not done.
  public var refusesSomething: Bool { message?.tone == .refusal }

  /// The sheet that is open; nil in the list.
  public var openSheet: SheetID? { opened == nil ? nil : selected }

  /// The names of all sheets that could be read, those of which git left two versions among them.
  public var sheetNames: [SheetID] { library.fileNames }

  /// Whether a long text is open for writing.
  public var isWriting: Bool { opened?.state is TextArea }

  /// Whether Japanese is likely to be typed next: in a long text, a search, a comment.
  public var takesJapanese: Bool { panel?.takesJapanese ?? isWriting }

  /// Whether a question is open that another one must not take away.
  var isAskingSomething: Bool { panels.contains { $0.panel.isQuestion } }

  /// Changes a sheet in place; nothing happens when there is no such sheet.
  mutating func withSheet(_ id: SheetID, _ change: (inout EditedSheet) -> Void) { library.change(id, change) }
}
