// Holds the loop: input to events, events to effects, effects to files, the state to the screen.

import Glibc
import InitiativeModel
import SheetEditor
import SheetSession
import SheetSettings
import SheetWording
import Terminal

/// Runs the editor on a terminal until the person leaves or the terminal goes.
final class EditorLoop {
  private var state: EditorState
  private let device: any TerminalDevice
  private let session: LibrarySession
  private var decoder = KeyDecoder()
  private var bursts = BurstReader()
  private var settings: TerminalSettings
  private let settingsFile: SettingsFile
  /// What the terminal has answered; nil when nothing is asked any more.
  private var answers: TerminalAnswers? = TerminalAnswers()
  private var takesClipboard: Bool
  private var switchesInputMethod: Bool
  private var isInputMethodOpen = false
  private var oldestUnsynced: Int?
  /// When input last came, and when so much of it at a time that no hand typed it.
  private var lastInput = EditorLoop.now
  private var lastBurst = EditorLoop.now
  /// Whether the person has left and saves are still under way; another key takes it back.
  private var isLeavingAfterSaves = false
  /// What was said while the program was leaving, when nobody could read it on the screen.
  private var partingWords: [String] = []
  /// How many saves had failed when the last key came.
  private var failedBefore = 0
  /// Whether that was so when the last key came.
  private var wasLeaving = false
  private var isLeaving = false
  private var isButtonDown = false
  /// The sheet that was looked at last, nil for all of them, and when.
  private var lastLook: (sheet: SheetID?, time: Int)?

  /// How long after the last edit its draft is put on the disk, and how long after the first at the latest, in ms.
  private static let syncWhenIdle = 250
  private static let syncAtLatest = 1000
  /// How long a paste may pause before it is taken as it stands, as its end may never come, in ms.
  private static let pasteEndsAfter = 1000
  /// How long it may go on with no more at a time than a hand types, in ms.
  private static let typedPasteEndsAfter = 3000
  /// The characters at a time that no hand types.
  private static let burst = 64
  /// How long a button that was pressed to leave is waited for to go up, in ms.
  private static let releaseWithin = 500
  /// How long what has arrived is read when a signal ends the program, in ms.
  private static let lastReading = 500

  init(
    state: EditorState, device: any TerminalDevice, session: LibrarySession, settings: TerminalSettings,
    settingsFile: SettingsFile
  ) {
    self.state = state
    self.device = device
    self.session = session
    self.settings = settings
    self.settingsFile = settingsFile
    takesClipboard = settings.clipboard ?? false
    switchesInputMethod = settings.inputMethod ?? false
  }

  /// Runs until the end; what follows the first screen is begun when the terminal was given it.
  func run(afterFirstScreen begin: () -> Void) -> End {
    device.draw(draw(state))
    askTerminal()
    begin()
    handle(.started)
    if let problem = Wording.Settings.problem(state.settings) { handle(.notice(problem)) }
    var status: Int32 = 0
    while !isLeaving {
      let timeout = bursts.wait ?? (session.hasUnsyncedDrafts ? EditorLoop.syncWhenIdle : 1000)
      let batch = device.read(timeoutMilliseconds: Int32(timeout))
      let isIdle = batch.isEmpty && bursts.wait == nil
      if let ended = take(batch) { status = ended }
      if decoder.isInsidePaste, !bursts.isInPaste, pasteHasStopped { endPaste() }
      if isLeavingAfterSaves, !session.isSaving {
        isLeaving = state.failedSaves == failedBefore
        isLeavingAfterSaves = false
        if !isLeaving { partingWords = [] }
      }
      if StoppingSignals.takeStop() { stop() }
      if StoppingSignals.takeGoOn() { device.resume() }
      if let signal = EndingSignals.received {
        if let ended = takeEverything() { status = ended }
        status = end(128 + signal)
      }
      if isLeaving { break }
      settle(&state)
      if !decoder.isInsidePaste { device.draw(draw(state)) }
      followInputMethod()
      // What nobody waits for comes behind the screen.
      keepDraftsOnDisk(idle: isIdle)
      lookOutside()
    }
    if isInputMethodOpen { device.switchInputMethod(on: false) }
    if status == 0 { awaitRelease() }
    finish(within: status == 0 && !wasLeaving ? 30 : 0.5)
    return End(
      status: status, drafts: state.draftsAreKept ? state.draftCount : 0, partingWords: partingWords)
  }

  /// Waits for the saves that are under way, and for those that follow from their answers.
  private func finish(within seconds: Double) {
    let end = EditorLoop.now + Int(seconds * 1000)
    repeat {
      session.finish(within: max(0.1, Double(end - EditorLoop.now) / 1000))
      takeAnswers()
    } while session.isSaving && EditorLoop.now < end
    session.finish(within: 0.3)
    takeAnswers()
  }

  /// Waits for the button to go up that was pressed to leave, so that the shell does not get its report.
  private func awaitRelease() {
    let end = EditorLoop.now + EditorLoop.releaseWithin
    while isButtonDown, EditorLoop.now < end {
      let inputs = decoder.decode(device.read(timeoutMilliseconds: 50))
      for case .mouse(let mouse) in inputs where mouse.action == .release { isButtonDown = false }
    }
  }

  private func takeAnswers() {
    while let events = session.takeEvents() {
      for event in events {
        let before = state.remark
        handle(.file(event))
        if isLeaving || isLeavingAfterSaves, let remark = state.remark, remark != before { partingWords.append(remark) }
      }
    }
  }

  /// Takes a batch of input; a status when the terminal is gone.
  private func take(_ batch: [RawInput]) -> Int32? {
    if !batch.isEmpty { lastInput = EditorLoop.now }
    if batch.count >= EditorLoop.burst || !decoder.isInsidePaste { lastBurst = EditorLoop.now }
    return decode(bursts.take(batch, at: EditorLoop.now, isBracketed: decoder.isInsidePaste))
  }

  /// Handles what was read, and what was done beside the loop; a status when the terminal is gone.
  private func decode(_ inputs: [RawInput]) -> Int32? {
    var status: Int32?
    for input in decoder.decode(inputs) {
      switch input {
      case .cursorReport, .deviceAttributes, .secondaryAttributes, .background: takeAnswer(input)
      case .hungUp: status = end(128 + SIGHUP)
      case .mouse(let mouse) where mouse.action != .press:
        isButtonDown = isButtonDown && mouse.action != .release
        handle(.input(input, at: EditorLoop.now))
      case .typed, .key, .mouse, .pasted:
        if case .mouse = input { isButtonDown = true }
        wasLeaving = isLeavingAfterSaves
        isLeavingAfterSaves = false
        partingWords = []
        failedBefore = state.failedSaves
        handle(.input(input, at: EditorLoop.now))
      case .resized: handle(.input(input, at: EditorLoop.now))
      }
    }
    takeAnswers()
    return status
  }

  private var pasteHasStopped: Bool {
    EditorLoop.now - lastInput >= EditorLoop.pasteEndsAfter
      || EditorLoop.now - lastBurst >= EditorLoop.typedPasteEndsAfter
  }

  /// Takes all that has arrived, as the program ends; a paste that is not there whole as it stands.
  private func takeEverything() -> Int32? {
    let end = EditorLoop.now + EditorLoop.lastReading
    var status: Int32?
    while status == nil, EditorLoop.now < end {
      let batch = device.read(timeoutMilliseconds: 0)
      guard !batch.isEmpty else { break }
      status = take(batch)
    }
    status = decode(bursts.end()) ?? status
    endPaste()
    return status
  }

  private func endPaste() {
    for input in decoder.endPaste() { handle(.input(input, at: EditorLoop.now)) }
  }

  /// Leaves, once the saves that are under way have their answers; asked for again, at once.
  private func leave() {
    guard session.isSaving, !wasLeaving else { return isLeaving = wasLeaving || state.failedSaves == failedBefore }
    isLeavingAfterSaves = true
    handle(.notice(Wording.waitingForSaves(draftsAreKept: state.draftsAreKept)))
  }

  private func end(_ status: Int32) -> Int32 {
    isLeaving = true
    return status
  }

  private func handle(_ event: EditorEvent) {
    for effect in update(&state, event) {
      switch effect {
      case .quit: leave()
      case .change(let setting, let value): change(setting, to: value)
      case .device(.redrawEverything): device.redrawEverything()
      case .device(.offerClipboard(let text)): if takesClipboard { device.offerClipboard(text) }
      case .file(let effect): for answer in session.run(effect) { handle(.file(answer)) }
      }
    }
  }

  /// Puts the drafts on the disk, gives the terminal back and stops until the program is told to go on.
  private func stop() {
    session.finish(within: 1)
    if session.isSaving { session.finish(within: 20) }
    device.suspend()
    kill(getpid(), SIGSTOP)
  }

  /// Sees when a sheet is opened, and every two seconds, whether somebody else changed or marked it or is editing it;
  /// in the list the same of all sheets.
  private func lookOutside() {
    let now = EditorLoop.now
    if let lastLook, lastLook.sheet == state.openSheet, now - lastLook.time < EditorLoop.lookEvery { return }
    let sheets = state.openSheet.map { [$0] } ?? state.sheetNames
    guard !sheets.isEmpty else { return lastLook = nil }
    lastLook = (state.openSheet, now)
    session.look(at: sheets)
  }

  private static let lookEvery = 2000

  private func keepDraftsOnDisk(idle: Bool) {
    guard session.hasUnsyncedDrafts else {
      oldestUnsynced = nil
      return
    }
    let now = EditorLoop.now
    let oldest = oldestUnsynced ?? now
    oldestUnsynced = oldest
    if idle || now - oldest >= EditorLoop.syncAtLatest {
      session.syncDrafts()
      oldestUnsynced = nil
    }
  }

  private func askTerminal() {
    answers = TerminalAnswers()
    decoder.awaitsReport = settings.asksBackground(device)
    device.ask(widths: settings.ambiguous == nil, background: settings.asksBackground(device))
  }

  /// Writes a setting, and has the terminal follow it.
  private func change(_ setting: Setting, to value: String) {
    do {
      let changed = try settingsFile.change(setting, to: value)
      handle(.settings(changed, changed: setting))
      settings.follow(changed)
      takesClipboard = settings.clipboard ?? takesClipboard
      switchesInputMethod = settings.inputMethod ?? switchesInputMethod
      if settings.follow(setting, on: device) { askTerminal() }
      if setting == .ambiguous, let widths = settings.ambiguous { handle(.widthsMeasured(widths)) }
    } catch {
      handle(.settingFailed(error.sentence))
    }
  }

  /// Takes an answer of the terminal; with the last one the screen follows them.
  private func takeAnswer(_ input: TerminalInput) {
    if case .background(let background) = input, settings.theme == nil {
      device.theme = Theme(colours: device.colours, background: background)
    }
    _ = answers?.take(input)
    guard let given = answers, given.isComplete else { return }
    answers = nil
    decoder.awaitsReport = false
    takesClipboard = settings.clipboard ?? given.takesClipboard
    switchesInputMethod = settings.inputMethod ?? given.switchesInputMethod
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
}
