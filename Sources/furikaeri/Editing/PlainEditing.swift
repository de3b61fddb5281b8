// Holds `edit --plain`: the dialogue line by line on standard input and output.

import Glibc
import InitiativeModel
import SheetPlain
import SheetSession
import SheetSettings
import SheetStorage
import SheetWording

/// Opens a folder for the dialogue line by line, and runs it to its end.
struct PlainEditing {
  let folder: String
  let item: Int?

  func run() throws(StorageError) -> Int32 {
    let opened = try OpenLibrary(folder, appliesDrafts: false)
    let opening = item.flatMap { item in
      EditCommand.unmerged(item, in: opened) ?? opened.library.allSheets.first { $0.edited.number == item }?.id
    }
    if let item, opening == nil {
      let reasons = EditCommand.reasons(notToOpen: item, in: opened)
      for reason in reasons.isEmpty ? [Wording.noSuchItem(item, folder)] : reasons { Output.message(reason) }
      return ExitStatus.unreadable
    }
    if let problem = Wording.Settings.problem(.atStart) { Output.message(problem) }
    let restore = PlainEditing.countCharacters()
    defer { restore() }
    let wake = Wake.open() ?? -1
    EndingSignals.catchAll()
    if isatty(STDIN_FILENO) != 0 { InterruptSignal.catchIt() }
    let session = LibrarySession(onResult: Wake.wake)
    for book in opened.books { session.take(book) }
    session.clearUp(opened.sections.filter { $0.header != nil }.map(\.path))
    let reader = LineReader(descriptor: STDIN_FILENO, wake: wake)
    var dialogue = Dialogue(
      opened.library, drafts: opened.books.flatMap(\.offeredDrafts), session, reader, output(for: reader),
      endingSignal: { EndingSignals.received }, wasInterrupted: { InterruptSignal.take() })
    let end = dialogue.run(opening: opening)
    if end.drafts > 0 { Output.lines([Wording.draftsLeft(end.drafts)]) }
    return end.signal.map { 128 + $0 } ?? status(of: end)
  }

  /// Has the terminal rub out whole characters where a line is entered; gives back what puts its settings back.
  private static func countCharacters() -> () -> Void {
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0, settings.c_iflag & tcflag_t(IUTF8) == 0 else { return {} }
    var changed = settings
    changed.c_iflag |= tcflag_t(IUTF8)
    tcsetattr(STDIN_FILENO, TCSANOW, &changed)
    return { [before = settings] in
      var before = before
      tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }
  }

  /// What is said to a person needs no name before it; what a script hears does.
  private func output(for reader: LineReader) -> DialogueOutput {
    DialogueOutput(
      lines: { Output.result(.lines($0)) }, prompt: { Output.prompt($0) },
      message: { reader.isTerminal ? Output.lines([$0]) : Output.message($0) }, hasFailed: { Output.hasFailed })
  }

  private func status(of end: Dialogue.End) -> Int32 {
    switch end.status {
    case .done: ExitStatus.done
    case .unsaved: ExitStatus.findings
    case .notUnderstood: ExitStatus.usage
    case .unreadable: ExitStatus.unreadable
    case .conflict: ExitStatus.conflict
    }
  }
}
