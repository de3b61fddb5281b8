// Holds the loop: input to events, events to effects, effects to files, the state to the screen.

import CursesTerminal
import Glibc
import SheetEditor
import Terminal

/// Runs the editor on a terminal until the person leaves or the terminal goes.
final class EditorLoop {
  private var state: EditorState
  private let device: CursesTerminal
  private let runner: EffectRunner
  private let wakeDescriptor: Int32
  private var decoder = KeyDecoder()
  private let settings: TerminalSettings
  /// What the terminal has answered; nil when nothing is asked any more.
  private var answers: TerminalAnswers? = TerminalAnswers()
  private var takesClipboard: Bool
  private var switchesInputMethod: Bool
  private var isInputMethodOpen = false
  private var oldestUnsynced: Int?
  /// When input last came.
  private var lastInput = EditorLoop.now
  private var isLeaving = false
  /// The sheet that was looked at last, nil for all of them, and when.
  private var lastLook: (sheet: SheetID?, time: Int)?

  /// How long after the last edit its draft is put on the disk, and how long after the first at the latest, in ms.
  private static let syncWhenIdle = 250
  private static let syncAtLatest = 1000
  /// How long a paste may pause before it is taken as it stands: its end may never come, in ms.
  private static let pasteEndsAfter = 1000

  init(
    state: EditorState, device: CursesTerminal, runner: EffectRunner, wakeDescriptor: Int32, settings: TerminalSettings
  ) {
    self.state = state
    self.device = device
    self.runner = runner
    self.wakeDescriptor = wakeDescriptor
    self.settings = settings
    takesClipboard = settings.clipboard.holds(answered: false)
    switchesInputMethod = settings.inputMethod.holds(answered: false)
  }

  /// Runs until the end; the exit status, and how many drafts stay on disk.
  func run() -> (status: Int32, drafts: Int) {
    device.draw(draw(state))
    device.ask(widths: settings.ambiguous == nil)
    var status: Int32 = 0
    while !isLeaving {
      let batch = device.read(timeoutMilliseconds: Int32(runner.hasUnsyncedDrafts ? EditorLoop.syncWhenIdle : 1000))
      Wake.clear(wakeDescriptor)
      if let ended = take(batch) { status = ended }
      if decoder.isInsidePaste, EditorLoop.now - lastInput >= EditorLoop.pasteEndsAfter { endPaste() }
      if StoppingSignals.takeStop() { stop() }
      if StoppingSignals.takeGoOn() { device.resume() }
      if let signal = EndingSignals.received {
        if let ended = take(device.read(timeoutMilliseconds: 0)) { status = ended }
        endPaste()
        status = end(128 + signal)
      }
      if isLeaving { break }
      keepDraftsOnDisk(idle: batch.isEmpty)
      lookOutside()
      if !decoder.isInsidePaste { device.draw(draw(state)) }
      followInputMethod()
    }
    if isInputMethodOpen { device.switchInputMethod(on: false) }
    finish(within: status == 0 ? 30 : 0.5)
    return (status, state.draftsAreKept ? state.draftCount : 0)
  }

  /// Waits for the saves that are under way, and for those that follow from their answers.
  private func finish(within seconds: Double) {
    let end = EditorLoop.now + Int(seconds * 1000)
    repeat {
      runner.finish(within: max(0.1, Double(end - EditorLoop.now) / 1000))
      takeAnswers()
    } while runner.isSaving && EditorLoop.now < end
    runner.finish(within: 0.3)
  }

  private func takeAnswers() {
    while let events = runner.takeEvents() { for event in events { handle(event) } }
  }

  /// Handles a batch of input and what was done beside the loop; a status when the terminal is gone.
  private func take(_ batch: [RawInput]) -> Int32? {
    var status: Int32?
    if !batch.isEmpty { lastInput = EditorLoop.now }
    for input in decoder.decode(batch) {
      switch input {
      case .cursorReport, .deviceAttributes, .secondaryAttributes: takeAnswer(input)
      case .hungUp: status = end(128 + SIGHUP)
      case .typed, .key, .pasted, .resized: handle(.input(input, at: EditorLoop.now))
      }
    }
    takeAnswers()
    return status
  }

  private func endPaste() {
    for input in decoder.endPaste() { handle(.input(input, at: EditorLoop.now)) }
  }

  private func end(_ status: Int32) -> Int32 {
    isLeaving = true
    return status
  }

  private func handle(_ event: EditorEvent) {
    for effect in update(&state, event) {
      switch effect {
      case .quit: isLeaving = true
      case .redrawEverything: device.redrawEverything()
      case .offerClipboard(let text): if takesClipboard { device.offerClipboard(text) }
      case .appendDraft, .follow, .save, .saveCopy, .restartDraft, .dropDraft, .resumeDraft, .discardDraft,
        .mark, .keepComments, .readHistory:
        for answer in runner.run(effect) { handle(answer) }
      }
    }
  }

  /// Puts the drafts on the disk, gives the terminal back and stops until the program is told to go on.
  private func stop() {
    runner.finish(within: 1)
    device.suspend()
    kill(getpid(), SIGSTOP)
  }

  /// Sees when a sheet is opened, and every two seconds, whether somebody else changed or marked it or is editing it;
  /// in the list the same of all sheets.
  private func lookOutside() {
    let sheets = state.openSheet.map { [$0] } ?? state.sheetNames
    guard !sheets.isEmpty else { return lastLook = nil }
    let now = EditorLoop.now
    if let lastLook, lastLook.sheet == state.openSheet, now - lastLook.time < EditorLoop.lookEvery { return }
    lastLook = (state.openSheet, now)
    runner.look(at: sheets)
  }

  private static let lookEvery = 2000

  private func keepDraftsOnDisk(idle: Bool) {
    guard runner.hasUnsyncedDrafts else {
      oldestUnsynced = nil
      return
    }
    let now = EditorLoop.now
    let oldest = oldestUnsynced ?? now
    oldestUnsynced = oldest
    if idle || now - oldest >= EditorLoop.syncAtLatest {
      runner.syncDrafts()
      oldestUnsynced = nil
    }
  }

  /// Takes an answer of the terminal; with the last one the screen follows them.
  private func takeAnswer(_ input: TerminalInput) {
    _ = answers?.take(input)
    guard let given = answers, given.isComplete else { return }
    answers = nil
    takesClipboard = settings.clipboard.holds(answered: given.takesClipboard)
    switchesInputMethod = settings.inputMethod.holds(answered: given.switchesInputMethod)
    guard settings.ambiguous == nil else { return }
    device.restoreProbeRow()
    if let widths = given.widths, widths != state.widths.ambiguous { handle(.widthsMeasured(widths)) }
  }

  /// Opens the input method where text is being written, and closes it elsewhere.
  private func followInputMethod() {
    guard switchesInputMethod, isInputMethodOpen != state.takesJapanese else { return }
    isInputMethodOpen = state.takesJapanese
    device.switchInputMethod(on: isInputMethodOpen)
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
