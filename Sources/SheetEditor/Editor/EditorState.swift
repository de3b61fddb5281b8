// Holds the whole state of the editor: everything that decides what is on screen.

import InitiativeModel
import SheetSettings
import Terminal

/// The state of the whole program; `update` changes it, the screens draw it.
public struct EditorState: Equatable, Sendable {
  /// The books of the folder that is open, and their sheets.
  public internal(set) var library: Library
  /// The terminal's size.
  public internal(set) var size: ScreenSize
  /// How wide this terminal draws each character.
  public internal(set) var widths: DisplayWidths
  /// Whether the program was started for reviewing: entries are read and marked, not filled in.
  public let isReviewing: Bool
  /// Whether the program was started for the plan: where it is open it is written, and no entries.
  public let isPlanning: Bool
  /// The settings in force.
  public internal(set) var settings: Settings
  /// The list, with the sheet that is chosen in it; that is the one that is open.
  var list: ListState
  /// What is open over the list: a form, a long text, a page to read.
  var opened: OpenScreen?
  /// What lies over the screen; the last one takes the keys.
  var panels: [OpenPanel] = []
  /// What the person was told last; goes at the next key.
  var message: Message?
  /// What stands on the screen as long as it holds, such as a reduced protection.
  var standingNotice: Message?
  /// Where the drafts are kept; nil while nothing has been written.
  var draftStatus: DraftPlace?
  /// The saves that were asked for together and have no answer yet.
  var savingAll: SavingAll?
  /// Who saved the sheets last, as far as it was asked.
  var lastSaves = LastSaves()
  /// Whether the program ends as soon as these have their answers; another key takes it back.
  var isWaitingToLeave = false
  /// Drafts that were found while books are still being read; it is asked about all of them together.
  var foundDrafts: [RecoverableDraft] = []
  /// Drafts that are gone on from as soon as it is answered what becomes of the texts that their files changed, too.
  var draftsToSettle: [RecoverableDraft] = []
  /// What git left in the files of sheets that cannot be closed just now.
  var waitingVersions: [SheetID: WaitingVersions] = [:]
  /// Whether all that shows the library is in step with it.
  var isSettled = true
  /// What is under way while sheets are marked.
  var review = ReviewWork()
  /// How many saves did not come off, or only in part.
  public internal(set) var failedSaves = 0
  /// What was looked for in a text last.
  var lastQuery = ""
  /// The last press of the mouse's button.
  var lastPress: PointerPress?
  /// What was cut or copied last.
  var clipboard = ""

  /// Opens a library; the first sheet is chosen, and what becomes of drafts that were found is asked first.
  public init(
    library: Library, size: ScreenSize, widths: DisplayWidths, opening: SheetID? = nil,
    drafts: [RecoverableDraft] = [], isReviewing: Bool = false, isPlanning: Bool = false, isFirstStart: Bool = false,
    settings: Settings = Settings()
  ) {
    self.library = library
    self.size = size
    self.widths = widths
    self.isReviewing = isReviewing
    self.isPlanning = isPlanning
    self.settings = settings
    list = ListState(library)
    if let opening, library[opening] != nil {
      selected = opening
      open(FormState(focus: fields(of: opening)[0]))
      tellOfOpenPlan(opening)
      if isReviewing { openPage(opening) }
    }
    if let opening, library.unmergedSheet(opening) != nil {
      selected = opening
      settle(opening)
    }
    if isFirstStart, opened == nil { show(WelcomePanel(isReviewing: isReviewing)) }
    guard !drafts.isEmpty, !isReviewing else { return }
    self.library.wait(for: drafts)
    if let openSheet, panels.isEmpty, drafts.allSatisfy({ $0.id == openSheet }) {
      offerDrafts(of: openSheet)
    } else {
      show(RecoveryPanel(drafts: drafts))
    }
  }
}

extension EditorState {
  /// Up to how many books the list shows all sheets at the start.
  public static let unfoldedBooks = ListState.unfoldedBooks
}
