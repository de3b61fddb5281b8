// Holds the dispatch of events: the one way in which the state changes.

import InitiativeModel
import SheetWording
import Terminal

/// Changes the state by an event and says what the world is asked to do.
public func update(_ state: inout EditorState, _ event: EditorEvent) -> [Effect] {
  if case .file(let event) = event {
    // Many may come at once, from many books: what they change is laid out once, before a key or the next screen.
    state.isSettled = false
    return state.handle(event) + state.takeWaitingVersions() + state.askForLastSaves()
  }
  settle(&state)
  let effects = state.handle(event) + state.takeWaitingVersions()
  state.isSettled = false
  settle(&state)
  return effects + state.askForLastSaves()
}

/// Brings what shows the library in step with it: the list's layout, the page's lines, the open panels.
///
/// `draw` does it where it was left out, at every screen anew.
public func settle(_ state: inout EditorState) {
  guard !state.isSettled else { return }
  state.screen.fit(&state)
  state.followPanels()
  state.isSettled = true
}

extension EditorState {
  fileprivate mutating func handle(_ event: EditorEvent) -> [Effect] {
    switch event {
    case .input(let input, let time):
      return take(input, at: time)
    case .file(let event):
      return handle(event)
    case .widthsMeasured(let ambiguous):
      widths = DisplayWidths(ambiguous: ambiguous)
      return []
    case .settings(let settings, let changed):
      self.settings = settings
      message = Message(Wording.settingChanged(changed, settings), .success)
      return []
    case .settingFailed(let reason):
      refuse(reason)
      return []
    case .notice(let text):
      say(text)
      return []
    case .started:
      return []
    }
  }

  fileprivate mutating func handle(_ event: FileEvent) -> [Effect] {
    switch event {
    case .saveAnswered(let id, let outcome, let ticket): return saveWasAnswered(id, outcome, ticket: ticket)
    case .changedOnDisk(let id, let content): return sheetChangedOnDisk(id, content)
    case .unmergedOnDisk(let id, let content, let versions): return sheetIsUnmerged(id, content, versions)
    case .marked(let id, let reviews, let period, let ticket): return sheetWasMarked(id, reviews, period, ticket)
    case .markingFailed(let id, let reason, let ticket): markingFailed(id, reason: reason, ticket)
    case .draftPlace(let place): draftPlaceChanged(place)
    case .draftProven: _ = library.take(event)
    case .holder(let id, let holder): holderChanged(id, holder)
    case .reviewsChanged(let id, let reviews): reviewsChanged(id, reviews)
    case .lastSave(let id, let lastSave):
      lastSaves.take(lastSave, of: id)
      change(panel: ComparisonPanel.self) { $0.take(lastSave, of: id) }
    case .bookOpened(let section, let sheets, let drafts): bookWasOpened(section, sheets, drafts)
    case .planFixed(let path, let header): planWasFixed(path, header)
    case .notice(let text): add(text)
    }
    return []
  }

  /// Says something that nobody asked for: a refusal that stands there stays before it.
  private mutating func add(_ text: String) {
    guard let refusal = message, refusal.tone == .refusal else { return say(text) }
    if !refusal.text.contains(text) { message = Message(refusal.text + text, .refusal) }
  }

  // MARK: Input

  mutating func take(_ input: TerminalInput, at time: Int) -> [Effect] {
    switch input {
    case .resized(let size):
      self.size = size
      return [.device(.redrawEverything)]
    case .cursorReport, .deviceAttributes, .secondaryAttributes, .background, .hungUp:
      return []
    case .key(let pressed):
      let key = settings.keys[pressed] ?? pressed
      guard isSeen || SharedCommand.blind.contains(.key(key)) else { return [] }
      message = nil
      let wasWaiting = isWaitingToLeave
      isWaitingToLeave = false
      if wasWaiting, draftsAreKept, SharedCommand.quit.strokes.contains(.key(key)) { return [.quit] }
      if let panel { return press(key, over: panel, at: time) }
      let effects = press(key, on: screen, at: time)
      offerFoundDrafts()
      return effects
    case .mouse(let mouse):
      let effects = point(mouse, at: time)
      offerFoundDrafts()
      return effects
    case .typed(let text): return write(.typed(text), at: time)
    case .pasted(let text, let dropped):
      let isInLine = panel == nil && self.text?.cursor.offset ?? 0 > 0
      return write(.pasted(PastedText.readable(text, widths, isInLine: isInLine), dropped: dropped), at: time)
    }
  }

  /// Whether what a key would do can be seen; a text that is being written is gone on with where it cannot.
  private var isSeen: Bool { SmallestScreen.fits(size) || (panel == nil && isWriting) }

  mutating func write(_ text: WrittenText, at time: Int) -> [Effect] {
    guard isSeen else { return [] }
    message = nil
    isWaitingToLeave = false
    if let panel { return take(text, over: panel, at: time) }
    return take(text, on: screen, at: time)
  }

  private mutating func press<S: Screen>(_ key: Key, on screen: S.Type, at time: Int) -> [Effect] {
    switch S.bindings.action(for: .key(key)) {
    case .own(let command)?: return S.run(command, in: &self, at: time)
    case .shared(let command)?: return run(command)
    case nil:
      say(Wording.unknownKey)
      return []
    }
  }

  private mutating func take<S: Screen>(_ text: WrittenText, on screen: S.Type, at time: Int) -> [Effect] {
    switch text {
    case .typed(let typed):
      if S.readsTyped(self), case .own(let command)? = S.bindings.action(for: .typed(typed)) {
        return S.run(command, in: &self, at: time)
      }
      return S.type(typed, in: &self, at: time)
    case .pasted(let pasted, let dropped): return S.paste(pasted, dropped: dropped, in: &self)
    }
  }

  // MARK: What everything shares

  /// Runs what all screens share.
  mutating func run(_ command: SharedCommand) -> [Effect] {
    switch command {
    case .help: showHelp()
    case .search: openSearch()
    case .nextDeficient: goToNextDeficient()
    case .howToQuit: say(Wording.howToQuit)
    case .redraw: return [.device(.redrawEverything)]
    case .quit: return leave()
    }
    return []
  }

  /// Puts a refusal on the message line.
  mutating func refuse(_ text: String) { message = Message(text, .refusal) }

  /// Puts a notice on the message line.
  mutating func say(_ text: String) { message = Message(text, .notice) }

  /// Asks before leaving when there are drafts, otherwise leaves; a question that is open comes back with 戻る.
  mutating func leave() -> [Effect] {
    panels.removeAll { !$0.panel.isQuestion && !($0.panel is ConflictPanel) }
    guard draftCount > 0 else { return [.quit] }
    panels.append(OpenPanel(LeavingPanel(self)))
    return []
  }

  mutating func draftPlaceChanged(_ place: DraftPlace) {
    draftStatus = place
    switch place {
    case .kept: standingNotice = nil
    case .keptElsewhere(let path): standingNotice = Message(Wording.draftElsewhere(path: path))
    case .notKept(let reason): standingNotice = Message(Wording.draftNotKept(reason: reason), .refusal)
    }
  }
}
