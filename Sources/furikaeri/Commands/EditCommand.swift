// Holds `edit` and `review`: the full-screen editor, from the checks before the screen is touched to the last word after it.

import CursesTerminal
import Glibc
import InitiativeModel
import SheetEditor
import SheetSession
import SheetStorage
import SheetWording
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
    let library = try open()
    var opening: SheetID?
    if let item {
      guard let sheet = library.library.allSheets.first(where: { $0.edited.number == item }) else {
        let reasons = EditCommand.reasons(notToOpen: item, in: library)
        for reason in reasons.isEmpty ? [Wording.noSuchItem(item, folder)] : reasons { Output.message(reason) }
        return ExitStatus.unreadable
      }
      opening = sheet.id
    }
    return edit(library, opening, settings)
  }

  /// Why the file of an item, or a book that may have it, cannot be read; none where there is no such item.
  static func reasons(notToOpen item: Int, in library: OpenLibrary) -> [String] {
    library.sections.flatMap { section -> [String] in
      guard section.header != nil else { return section.problems }
      return section.rows.compactMap { row in
        guard case .unreadable(let id, let reason) = row, BookFinding.number(inName: id.fileName) == item else {
          return nil
        }
        return "\(id.book): \(reason)"
      }
    }
  }

  /// Opens the folder: a few books at once, many of them beside the loop, so that the list is there at once.
  private func open() throws(StorageError) -> OpenLibrary {
    let places = try LibraryFolder.places(folder)
    guard places.count > EditorState.unfoldedBooks, item == nil else {
      return try OpenLibrary(folder, appliesDrafts: false)
    }
    return OpenLibrary(namesOnly: places)
  }

  private func edit(_ library: OpenLibrary, _ opening: SheetID?, _ settings: TerminalSettings) -> Int32 {
    guard let wake = Wake.open(), let device = CursesTerminal(settings: settings, wakeDescriptor: wake) else {
      Output.message(Wording.terminalFailed)
      return ExitStatus.unreadable
    }
    EndingSignals.catchAll()
    StoppingSignals.catchAll()
    let state = EditorState(
      library: library.library, size: device.size, widths: settings.widths, opening: opening,
      drafts: library.books.flatMap(\.offeredDrafts), isReviewing: isReviewing)
    let runner = LibrarySession(onResult: Wake.wake)
    for book in library.books { runner.take(book) }
    runner.clearUp(library.sections.filter { $0.header != nil }.map(\.path))
    runner.open(library.waiting)
    let loop = EditorLoop(state: state, device: device, runner: runner, wakeDescriptor: wake, settings: settings)
    let (status, drafts) = loop.run()
    device.close()
    if drafts > 0, status == 0 { Output.lines([Wording.draftsLeft(drafts)]) }
    return status
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
