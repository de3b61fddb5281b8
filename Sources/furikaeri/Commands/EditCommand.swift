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
    let type = environment("TERM") ?? ""
    if let sentence = obstacle(type) {
      Output.message(sentence)
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
    return edit(library, opening, type: type, ambiguousSetting ?? .ask)
  }

  /// What keeps the editor from starting, as a sentence; nil when nothing does.
  ///
  /// The screen is not touched.
  private func obstacle(_ type: String) -> String? {
    guard String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8" else { return Wording.notUTF8 }
    guard isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0 else { return Wording.noTerminal }
    guard ambiguousSetting != nil else { return Wording.badAmbiguous(environment("FURIKAERI_AMBIGUOUS") ?? "") }
    guard !type.isEmpty else { return Wording.noTerm }
    switch CursesTerminal.fitness(ofType: type) {
    case .usable: return nil
    case .unknownType: return Wording.unknownTerm(type)
    case .cannotPlaceCursor: return Wording.unusableTerm(type)
    }
  }

  /// How FURIKAERI_AMBIGUOUS is set; nil when it is set to something else.
  private var ambiguousSetting: AmbiguousSetting? {
    switch environment("FURIKAERI_AMBIGUOUS") {
    case nil, "auto": .ask
    case "1": .known(.narrow)
    case "2": .known(.wide)
    case .some: nil
    }
  }

  private enum AmbiguousSetting: Equatable {
    case ask
    case known(AmbiguousWidths)

    var firstGuess: AmbiguousWidths {
      switch self {
      case .ask: .narrow
      case .known(let widths): widths
      }
    }
  }

  private func edit(_ library: OpenLibrary, _ opening: SheetID?, type: String, _ setting: AmbiguousSetting) -> Int32 {
    let widths = DisplayWidths(ambiguous: setting.firstGuess)
    guard let wake = Wake.open(),
      let device = CursesTerminal(
        type: type, widths: widths, wakeDescriptor: wake, escapeDelay: escapeDelay,
        colours: environment("NO_COLOR") == nil)
    else {
      Output.message(Wording.terminalFailed)
      return ExitStatus.unreadable
    }
    EndingSignals.catchAll()
    let state = EditorState(books: library.sections, size: device.size, widths: widths, opening: opening)
    let runner = EffectRunner(stored: library.stored)
    let loop = EditorLoop(
      state: state, device: device, runner: runner, wakeDescriptor: wake, asksForWidths: setting == .ask)
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

  /// How long to wait for the rest of a key after Esc, in milliseconds: ESCDELAY, or 25.
  private var escapeDelay: Int32 {
    environment("ESCDELAY").flatMap { Int32($0) }.map { min(max($0, 1), 5000) } ?? 25
  }
}
