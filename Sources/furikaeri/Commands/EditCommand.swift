// Holds `edit`: the full-screen editor, from the checks before the screen is touched to the last word after it.

import CursesTerminal
import Glibc
import InitiativeModel
import SheetEditor
import SheetStorage
import Terminal

struct EditCommand {
  let folder: String
  let item: Int?

  func run() throws(StorageError) -> Int32 {
    let settings: TerminalSettings
    switch TerminalSettings.read() {
    case .success(let read): settings = read
    case .failure(let obstacle):
      Output.message(Wording.sentence(obstacle))
      return ExitStatus.usage
    }
    let library = try OpenLibrary(folder)
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
    let state = EditorState(books: library.sections, size: device.size, widths: settings.widths, opening: opening)
    let runner = EffectRunner(stored: library.stored)
    let loop = EditorLoop(state: state, device: device, runner: runner, wakeDescriptor: wake, settings: settings)
    let (status, drafts) = loop.run(greeting: takeOverDrafts(library, runner))
    device.close()
    if drafts > 0, status == 0 { Output.lines([Wording.draftsLeft(drafts)]) }
    return status
  }

  /// Continues the drafts of earlier programs, and says so.
  private func takeOverDrafts(_ library: OpenLibrary, _ runner: EffectRunner) -> [EditorEvent] {
    for (store, found) in library.emptyDrafts where found.isWhole { store.remove(found) }
    guard !library.drafts.isEmpty else { return [] }
    var events = library.drafts.flatMap { runner.adopt($0) }
    let damaged = library.drafts.filter { !$0.found.isWhole }.map(\.found.path)
    let conflicting = library.drafts.filter { !$0.merge.conflicts.isEmpty }.map(\.merge.sheet.number)
    if !damaged.isEmpty {
      events.append(.notice(Wording.draftsDamaged(damaged)))
    } else if !conflicting.isEmpty {
      events.append(.notice(Wording.draftConflicts(conflicting)))
    } else {
      events.append(.notice(Wording.draftsRestored(library.drafts.count)))
    }
    return events
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
