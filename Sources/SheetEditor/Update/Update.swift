// Holds the dispatch of events: the one way in which the state changes.

import InitiativeModel
import SheetWording
import Terminal

/// Changes the state by an event and says what the world is asked to do.
public func update(_ state: inout EditorState, _ event: EditorEvent) -> [Effect] {
  let effects = state.handle(event)
  state.followPage()
  return effects
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
      fitToScreen()
      return []
    case .notice(let text):
      say(text)
      return []
    }
  }
}

extension EditorState {
  private mutating func handle(_ event: FileEvent) -> [Effect] {
    switch event {
    case .saveAnswered(let id, let outcome, let ticket):
      return saveWasAnswered(id, outcome, ticket: ticket)
    case .changedOnDisk(let id, let content):
      return sheetChangedOnDisk(id, content)
    case .draftPlace(let place):
      draftPlaceChanged(place)
      return []
    case .draftProven(let id, let change):
      withSheet(id) { $0.noteProof(ofChange: change) }
      return []
    case .holder(let id, let holder):
      holderChanged(id, holder)
      return []
    case .marked(let id, let reviews, let period, let ticket):
      return sheetWasMarked(id, reviews, period, ticket)
    case .reviewsChanged(let id, let reviews):
      reviewsChanged(id, reviews)
      return []
    case .lastSave(let id, let lastSave):
      lastSaveWasRead(id, lastSave)
      return []
    case .markingFailed(let id, let reason, let ticket):
      markingFailed(id, reason: reason, ticket)
      return []
    case .bookOpened(let section, let sheets, let drafts):
      bookWasOpened(section, sheets, drafts)
      return []
    case .notice(let text):
      say(text)
      return []
    }
  }
}

extension EditorState {
  mutating func take(_ input: TerminalInput, at time: Int) -> [Effect] {
    switch input {
    case .resized(let size):
      self.size = size
      fitToScreen()
      return [.device(.redrawEverything)]
    case .cursorReport, .deviceAttributes, .secondaryAttributes, .hungUp:
      return []
    case .key(let key):
      return press(key, at: time)
    case .typed(let text):
      return type(text, at: time)
    case .pasted(let text, let dropped):
      return paste(text, dropped: dropped, at: time)
    }
  }

  private mutating func press(_ key: Key, at time: Int) -> [Effect] {
    message = nil
    if key == .control("l") { return [.device(.redrawEverything)] }
    if let overlay { return press(key, over: overlay, at: time) }
    let effects: [Effect]
    switch level {
    case .list: effects = CommandTable.command(for: key, in: .list).map { runInList($0) } ?? unknown(key)
    case .page: effects = CommandTable.command(for: key, in: .page).map { runOnPage($0) } ?? unknown(key)
    case .sheet: effects = CommandTable.command(for: key, in: .sheet).map { runInSheet($0) } ?? unknown(key)
    case .text:
      let selecting = key.modifiers.contains(.shift)
      effects =
        CommandTable.command(for: key, in: .text).map { runInText($0, selecting: selecting, at: time) } ?? unknown(key)
    }
    fitToScreen()
    offerFoundDrafts()
    return effects
  }

  private mutating func type(_ text: String, at time: Int) -> [Effect] {
    message = nil
    if let overlay { return type(text, over: overlay, at: time) }
    let effects: [Effect]
    switch level {
    case .list:
      say(Wording.noTypingInList)
      effects = []
    case .page: effects = typeOnPage(text)
    case .sheet: effects = typeInSheet(text, at: time)
    case .text: effects = insert(text, typedAt: text.count == 1 ? time : nil)
    }
    fitToScreen()
    return effects
  }

  private mutating func paste(_ text: String, dropped: Int, at time: Int) -> [Effect] {
    message = nil
    if let overlay { return paste(text, dropped: dropped, over: overlay, at: time) }
    var effects: [Effect] = []
    switch level {
    case .list: say(Wording.noTypingInList)
    case .page: say(isReviewing ? Wording.readingOnly : Wording.readingOnlyEnter)
    case .sheet where focus.isChoice: effects = typeInSheet(text, at: 0)
    case .sheet, .text:
      openTextIfNeeded()
      effects = insert(text, typedAt: nil)
      if !effects.isEmpty { message = Message(Wording.pasted(characters: text.count, dropped: dropped)) }
    }
    fitToScreen()
    return effects
  }

  private mutating func unknown(_ key: Key) -> [Effect] {
    say(Wording.unknownKey)
    return []
  }

  /// Asks before leaving when there are drafts, otherwise leaves.
  mutating func leave() -> [Effect] {
    let drafts = draftCount
    guard drafts > 0 else { return [.quit] }
    overlay = .leaving(drafts: drafts, answer: .stay)
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

  /// Sees that the cursor stands somewhere: the group of its sheet is unfolded; where the sheet or the group is not
  /// shown any more, the next sheet that is shown gets it.
  private mutating func showSelected() {
    let groups = groups
    if let cursorGroup, !groups.contains(where: { $0.key == cursorGroup }) { self.cursorGroup = nil }
    guard cursorGroup == nil else { return }
    if let group = groups.first(where: { $0.rows.contains { $0.id == selected } }) {
      folded.remove(group.key)
      return
    }
    let order = library.rows.map(\.id)
    let shown = Set(groups.lazy.flatMap(\.rows).map(\.id))
    let here = order.firstIndex { $0 == selected } ?? 0
    if let next = order[here...].first(where: { shown.contains($0) }) ?? order.last(where: { shown.contains($0) }) {
      selected = next
      if let group = groups.first(where: { $0.rows.contains { $0.id == next } }) { folded.remove(group.key) }
    } else if hasHeadings {
      cursorGroup = groups.first?.key
    }
  }

  /// Lays the reading page out anew where what it shows has changed.
  fileprivate mutating func followPage() {
    guard case .page(var page) = level else { return }
    layOut(&page)
    level = .page(page)
  }

  /// Scrolls the list to the chosen row, and lays the text that is being written out, for the screen as it is.
  mutating func fitToScreen() {
    if level == .list {
      showSelected()
      listTop = ListScreen.fittedTop(self)
    }
    followPage()
    guard case .text(var area) = level else { return }
    level = .list
    area.fit(wrapWidth: TextScreen.wrapWidth(size), rows: TextScreen.cursorRows(size), widths: widths)
    level = .text(area)
  }
}
