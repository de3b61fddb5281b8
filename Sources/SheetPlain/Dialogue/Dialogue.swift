// Holds the dialogue: a prompt, a line, what follows from it, and so on to the end.

import InitiativeModel
import SheetSession
import SheetWording

/// Fills in sheets line by line: nothing is drawn, every answer is a line of text, and every prompt ends in 「> 」.
///
/// A line that changes something is in the draft before the next prompt. What happens meanwhile (answers to saves, what
/// others write) is taken and told between a line and the next prompt, so that no line means another text than the one
/// that was read.
///
/// Where the lines come from a script, the first that cannot be carried out ends the dialogue, as what follows it was
/// meant for another place; and a question takes words alone, as a number could have been meant for something else.
public struct Dialogue {
  var library: Library
  let session: LibrarySession
  let reader: LineReader
  let output: DialogueOutput
  /// The signal that asks for the end, or nil.
  private let endingSignal: () -> Int32?
  /// Whether somebody wanted to interrupt since it was asked last.
  private let wasInterrupted: () -> Bool
  /// The book whose list is read; nil where one of several has to be chosen.
  var book: String?
  /// The sheet that is open.
  var item: SheetID?
  var settings = ListSettings()
  /// Whether drafts can be kept at all.
  var draftsAreKept = true
  /// The mark or reply that has no answer yet.
  var marking: (sheet: SheetID, ticket: Int)?
  /// How the dialogue ends; nil while it goes on.
  var ending: DialogueStatus?
  /// The worst that was told of work that was going on beside.
  private var worst = DialogueStatus.done
  private var signal: Int32?
  /// What was told of the files and waits for the next prompt.
  private var held: [FileEvent] = []

  /// How a dialogue ended.
  public struct End {
    /// Why.
    public let status: DialogueStatus
    /// The signal that ended it; nil where none did.
    public let signal: Int32?
    /// How many drafts are left on the disk.
    public let drafts: Int
  }

  /// Begins with the books of a folder.
  ///
  /// - Parameters:
  ///   - session: one that has taken the library's books.
  ///   - endingSignal: the signal that asks for the end, which wakes the reader; nil while there is none.
  ///   - wasInterrupted: whether Ctrl-C was pressed since it was asked last, which wakes the reader too.
  public init(
    _ library: Library, drafts: [RecoverableDraft], _ session: LibrarySession, _ reader: LineReader,
    _ output: DialogueOutput, endingSignal: @escaping () -> Int32? = { nil },
    wasInterrupted: @escaping () -> Bool = { false }
  ) {
    self.library = library
    self.session = session
    self.reader = reader
    self.output = output
    self.endingSignal = endingSignal
    self.wasInterrupted = wasInterrupted
    self.library.wait(for: drafts)
    if library.books.count == 1 { book = library.books[0].path }
  }

  /// Runs to the end.
  ///
  /// - Parameter opening: the sheet to begin with.
  public mutating func run(opening: SheetID? = nil) -> End {
    say([Wording.Plain.greeting])
    if let opening {
      book = opening.book
      if library[opening] == nil { settle(opening) } else { open(opening) }
    } else if book == nil {
      listBooks()
    } else {
      list()
    }
    while ending == nil {
      lookOutside()
      catchUp()
      askAboutConflicts()
      guard ending == nil, let line = ask(prompt) else { break }
      run(EnteredCommand(line))
    }
    return finish()
  }

  /// Puts the drafts on the disk, and waits for saves that are under way.
  private mutating func finish() -> End {
    waitForSaves(seconds: signal == nil ? 30 : 0.5)
    session.finish(within: signal == nil ? 5 : 0.5)
    catchUp()
    let drafts = library.draftCount
    var status = max(ending ?? .done, worst)
    if ending == nil, !reader.isTerminal, drafts > 0 { status = max(status, .unsaved) }
    if reader.isTerminal { status = ending ?? .done }
    return End(status: status, signal: signal, drafts: draftsAreKept ? drafts : 0)
  }

  // MARK: Lines

  /// Waits for a line behind a prompt; nil where the dialogue is over.
  ///
  /// A line that is no text is refused here.
  mutating func ask(_ prompt: String) -> String? {
    while let line = wait(behind: prompt) {
      switch line {
      case .text(_, _, true): refuse(Wording.Plain.commandTooLong, .notUnderstood)
      case .text(let text, let keys, false):
        if keys == 0 { return text }
        refuse(Wording.Plain.keysInCommand, .notUnderstood)
      case .notUTF8, .controls, .tooLong: refuse(Wording.Plain.sentence(line), .notUnderstood)
      }
      guard ending == nil else { return nil }
    }
    return nil
  }

  /// Waits for a line of whatever kind; nil where the dialogue is over.
  ///
  /// - Parameter isText: whether the line belongs to a text: of that all that was entered is still taken when a signal
  ///   ends the program.
  mutating func wait(behind prompt: String, isText: Bool = false) -> EnteredLine? {
    if session.hasUnsyncedDrafts { session.syncDrafts() }
    output.prompt(prompt)
    while ending == nil, !output.hasFailed() {
      signal = endingSignal()
      guard signal == nil || isText else {
        say([""])
        break
      }
      if wasInterrupted() {
        say(["", Wording.Plain.howToQuit(isText: isText)])
        output.prompt(prompt)
      }
      switch reader.next(withinMilliseconds: signal != nil ? 0 : session.hasUnsyncedDrafts ? 250 : 2000) {
      case .line(let line):
        echo(line)
        return line
      case .none where signal != nil:
        say([""])
        return nil
      case .none: keepDrafts()
      case .ended:
        say([""])
        return nil
      case .failed(let code):
        say([""])
        refuse(Wording.Plain.cannotRead(code), .unreadable)
        ending = .unreadable
      }
    }
    return nil
  }

  /// Repeats what a script entered behind its prompt, where a terminal has shown it already.
  func echo(_ line: EnteredLine) {
    guard !reader.isTerminal else { return }
    if case .text(let text, _, _) = line { return say([text]) }
    say([Wording.Plain.unreadableLine])
  }

  /// Sees while nobody enters anything that the drafts get on the disk; what is told meanwhile waits.
  private mutating func keepDrafts() {
    while let events = session.takeEvents() { held += events }
    if session.hasUnsyncedDrafts { session.syncDrafts() }
  }

  // MARK: Words

  /// Says something on standard output.
  func say(_ lines: [String]) { output.lines(lines) }

  /// Says that something was not done; a script ends with that.
  mutating func refuse(_ sentence: String, _ status: DialogueStatus) {
    output.message(reader.isTerminal ? sentence : Wording.Plain.inScript(line: reader.count, sentence))
    if !reader.isTerminal { ending = max(ending ?? .done, status) }
  }

  /// Says what went wrong beside the dialogue.
  mutating func warn(_ sentence: String, _ status: DialogueStatus = .done) {
    output.message(sentence)
    worst = max(worst, status)
  }

  // MARK: Files

  /// Asks something of the files, and tells what came of it at once.
  mutating func run(_ effects: [FileEffect]) {
    for effect in effects {
      for event in session.run(effect) { tell(event) }
    }
  }

  /// Takes and tells what was done beside.
  mutating func catchUp() {
    let waiting = held
    held = []
    for event in waiting { tell(event) }
    while let events = session.takeEvents() {
      for event in events { tell(event) }
    }
  }

  /// Waits until no save is under way, for some seconds.
  mutating func waitForSaves(seconds: Double) {
    var waited = 0.0
    catchUp()
    while session.isSaving, waited < seconds, endingSignal() == nil {
      session.finish(within: 0.5)
      waited += 0.5
      catchUp()
    }
  }

  /// Sees before a person is asked for the next line whether somebody else changed the open sheet.
  private func lookOutside() {
    guard reader.isTerminal, let item else { return }
    look(at: [item])
  }

  /// Sees whether somebody else changed some sheets or is editing them; a slow disk is not waited for.
  func look(at sheets: [SheetID]) {
    session.look(at: sheets)
    session.finish(within: 1)
  }
}
