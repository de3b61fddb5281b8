// Holds the whole state of the editor: everything that decides what is on screen.

import InitiativeModel
import Terminal

/// The state of the whole program; `update` changes it, the screens draw it.
public struct EditorState: Equatable, Sendable {
  /// Where the person is: the list, a sheet's form, or one long text.
  enum Level: Equatable, Sendable {
    /// 一覧.
    case list
    /// 項目.
    case sheet
    /// 本文.
    case text(TextArea)
    /// 確認: what was saved, for reading.
    case page(ReadingPage)
  }

  /// The books of the folder that is open, and their sheets.
  public internal(set) var library: Library
  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// How wide this terminal draws each character.
  public internal(set) var widths: DisplayWidths
  /// The level.
  var level: Level = .list
  /// What lies over the level: help, findings, a question, the plan.
  var overlay: Overlay?
  /// The row of the list that is chosen, and with it the sheet that is open.
  var selected: SheetID?
  /// The first line of the list that is on screen.
  var listTop = 0
  /// Which sheets the list shows, and how it arranges them.
  var settings = ListSettings()
  /// The groups of the list whose sheets are not shown, by their keys.
  var folded: Set<String> = []
  /// The group whose line the cursor stands on; nil while it stands on a sheet.
  var cursorGroup: String?
  /// The field of the form that has the focus.
  var focus = EntryField.implementationForecast
  /// What the person was told last; goes at the next key.
  var message: Message?
  /// Where the drafts are kept; nil while nothing has been written.
  var draftStatus: DraftPlace?
  /// What was looked for in a text last.
  var lastQuery = ""
  /// What was cut or copied last.
  var clipboard = ""
  /// Whether the program was started for reviewing: entries are read and marked, not filled in.
  public internal(set) var isReviewing = false
  /// Drafts that were found while books are still being read; it is asked about all of them together.
  var foundDrafts: [RecoverableDraft] = []
  /// What stands on the screen as long as it holds, such as a reduced protection.
  var standingNotice: Message?

  /// Opens a folder's books; the first sheet is chosen, and what becomes of drafts that were found is asked first.
  public init(
    library: Library, size: ScreenSize, widths: DisplayWidths, opening: SheetID? = nil,
    drafts: [RecoverableDraft] = [], isReviewing: Bool = false
  ) {
    self.library = library
    self.size = size
    self.widths = widths
    self.isReviewing = isReviewing
    selected = library.rows.first { _ in true }?.id
    if library.books.count > EditorState.unfoldedBooks {
      folded = Set(library.books.map(\.path))
      cursorGroup = library.books.first?.path
    }
    if let opening, let sheet = sheet(opening) {
      selected = sheet.id
      level = .sheet
      if isReviewing { openPage(sheet.id) }
    }
    if !drafts.isEmpty, !isReviewing { overlay = .recovery(Recovery(drafts: drafts)) }
  }
}

extension EditorState {
  /// Up to how many books the list shows all sheets at the start.
  public static let unfoldedBooks = 3
}

/// The smallest screen that the editor draws its forms on.
public enum SmallestScreen {
  /// 60 columns, 20 rows.
  public static let size = ScreenSize(rows: 20, columns: 60)

  /// Whether a screen is large enough.
  public static func fits(_ size: ScreenSize) -> Bool {
    size.rows >= self.size.rows && size.columns >= self.size.columns
  }
}

/// What the person is told on the message line.
struct Message: Equatable, Sendable {
  /// How it is shown; the words carry the meaning.
  enum Tone: Equatable, Sendable {
    /// Something is said.
    case notice
    /// Something was done as asked.
    case success
    /// Something was not done, and why.
    case refusal
  }

  /// The sentence.
  let text: String
  /// Its tone.
  let tone: Tone

  init(_ text: String, _ tone: Tone = .notice) {
    self.text = text
    self.tone = tone
  }
}

/// What lies over a level and takes the keys.
enum Overlay: Equatable, Sendable {
  /// The help of a level; the first line shown.
  case help(top: Int)
  /// The plan, for reading; the first line shown.
  case plan(top: Int)
  /// The findings of a check; which one is chosen.
  case findings([LocatedFinding], chosen: Int, top: Int)
  /// Something is looked for in the text that is being written.
  case find(TextFind)
  /// Write a copy elsewhere, as the sheet cannot be saved where it is? Whether the answer with the focus is yes.
  case copying(SheetID, copies: Bool)
  /// Which text does a field get that two people changed?
  case conflict(Conflict)
  /// The differences of a sheet to its other states.
  case comparison(Comparison)
  /// Something is looked for in all sheets.
  case search(SheetSearch)
  /// What does the list show?
  case menu(ListMenu)
  /// How is the sheet marked?
  case marking(MarkForm)
  /// Go on editing what somebody else is editing? Whether the answer with the focus is yes.
  case occupied(edits: Bool)
  /// What becomes of the drafts of earlier programs?
  case recovery(Recovery)
  /// Leave, although there are drafts? Which answer has the focus.
  case leaving(drafts: Int, answer: LeavingAnswer)
}

/// The answers to the question before leaving.
enum LeavingAnswer: CaseIterable, Equatable, Sendable {
  /// Stay.
  case stay
  /// Leave; the drafts stay on disk.
  case leave
}

/// A finding with its sheet.
struct LocatedFinding: Equatable, Sendable {
  /// The sheet.
  let sheet: SheetID
  /// The sheet's printed number.
  let number: Int
  /// What was found.
  let finding: Finding
}
