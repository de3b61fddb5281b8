// Holds `edit` and `review`: the full-screen editor, from the checks before the screen is touched to the last word after it.

import CursesTerminal
import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage
import Terminal

struct EditCommand {
  let folder: String
  let item: Int?
  /// Whether the sheets are opened for reviewing.
  var isReviewing = false

  func run() throws(StorageError) -> Int32 {
    let settings: TerminalSettings
    switch TerminalSettings.read() {
    case .success(let read): settings = read
    case .failure(let obstacle):
      Output.message(Wording.sentence(obstacle))
      return ExitStatus.usage
    }
    let library = try OpenLibrary(folder, appliesDrafts: false)
    var opening: SheetID?
    if let item {
      guard let sheet = library.sections.flatMap(\.sheets).first(where: { $0.edited.number == item }) else {
        Output.message(Wording.noSuchItem(item, folder))
        return ExitStatus.unreadable
      }
      opening = sheet.id
    }
    return edit(library, opening, settings)
  }

  private func edit(_ library: OpenLibrary, _ opening: SheetID?, _ settings: TerminalSettings) -> Int32 {
    guard let wake = Wake.open(), let device = CursesTerminal(settings: settings, wakeDescriptor: wake) else {
      Output.message(Wording.terminalFailed)
      return ExitStatus.unreadable
    }
    EndingSignals.catchAll()
    StoppingSignals.catchAll()
    let state = EditorState(
      books: library.sections, size: device.size, widths: settings.widths, opening: opening,
      drafts: isReviewing ? [] : offered(library), isReviewing: isReviewing, keptComments: library.keptComments)
    let runner = EffectRunner(stored: library.stored, seen: library.fileMarks, found: library.drafts)
    runner.clearUp(library.sections.filter { $0.header != nil }.map(\.path))
    for (store, found) in library.emptyDrafts where found.isWhole { store.remove(found) }
    let loop = EditorLoop(state: state, device: device, runner: runner, wakeDescriptor: wake, settings: settings)
    let (status, drafts) = loop.run()
    device.close()
    if drafts > 0, status == 0 { Output.lines([Wording.draftsLeft(drafts)]) }
    return status
  }

  /// The drafts of earlier programs, as they are offered.
  private func offered(_ library: OpenLibrary) -> [RecoverableDraft] {
    library.drafts.map { draft in
      RecoverableDraft(
        id: draft.id, merged: draft.merge.sheet, conflicts: draft.merge.conflicts, isWhole: draft.found.isWhole,
        when: LocalTime.text(of: draft.found.modified, Wording.dayAndTime))
    }
  }
}

extension CursesTerminal {
  /// Takes the terminal over as the environment says; nil when ncurses cannot.
  convenience init?(settings: TerminalSettings, wakeDescriptor: Int32) {
    self.init(
      type: settings.type, widths: settings.widths, wakeDescriptor: wakeDescriptor, escapeDelay: settings.escapeDelay,
      colours: settings.colours)
  }
}
