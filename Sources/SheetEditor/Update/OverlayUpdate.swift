// Holds what the keys do in what lies over a level: help, plan, findings, the question before leaving.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  mutating func press(_ key: Key, over overlay: Overlay, at time: Int) -> [Effect] {
    switch overlay {
    case .find(let find): return self.find(key, find, at: time)
    case .search(let search) where !isQuit(key): return self.search(key, search, at: time)
    case .conflict(let conflict) where !isQuit(key): return answerConflict(key, conflict)
    case .occupied(let edits) where !isQuit(key): return answerOccupied(key, edits: edits)
    case .copying(let id, let copies) where !isQuit(key): return answerCopying(key, id, copies: copies)
    case .marking(let form) where !isQuit(key): return answerMarking(key, form)
    case .comparison(let comparison) where !isQuit(key): return compare(key, comparison)
    case .menu(let menu) where !isQuit(key): return answerMenu(key, menu)
    case .conflict, .occupied, .copying, .marking, .menu, .search, .comparison: break
    case .recovery(let recovery) where !isQuit(key): return answerRecovery(key, recovery)
    case .recovery: break
    case .help(let top): scroll(key, top: top, toggles: [.function(1)], control: "g") { .help(top: $0) }
    case .plan(let top): scroll(key, top: top, toggles: [.function(6)], control: "t") { .plan(top: $0) }
    case .findings(let findings, let chosen, let top): chooseFinding(key, findings, chosen: chosen, top: top)
    case .leaving(let drafts, let answer): return answerLeaving(key, drafts: drafts, answer: answer)
    }
    if isQuit(key) {
      self.overlay = nil
      return leave()
    }
    return []
  }

  private func isQuit(_ key: Key) -> Bool { key == Key(name: .function(10)) || key == .control("q") }

  /// Typed text does what it says in what is open; where it means nothing there, it goes to the text beneath.
  mutating func type(_ text: String, over overlay: Overlay, at time: Int) -> [Effect] {
    let isBlank = text == " " || text == "\u{3000}"
    switch overlay {
    case .find(let find): self.find(text, find)
    case .search(let search): self.search(text, search)
    case .recovery(let recovery): typeInRecovery(text, recovery)
    case .marking(let form): return typeInMarking(text, form)
    case .comparison(let comparison) where isBlank: typeInComparison(text, comparison)
    case .menu(let menu): typeInMenu(text, menu)
    case .conflict(let conflict): return typeInConflict(text, conflict, at: time)
    case .occupied(let edits): return goOnWriting(text, edits: edits, at: time)
    case .help(let top) where isBlank: self.overlay = .help(top: scrolled(top, by: pageRows))
    case .plan(let top) where isBlank: self.overlay = .plan(top: scrolled(top, by: pageRows))
    case .help, .plan, .comparison, .findings, .copying, .leaving: return passOn(.typed(text), at: time)
    }
    return []
  }

  /// Pasted text goes where typed text goes; it is never taken for an answer.
  mutating func paste(_ text: String, dropped: Int, over overlay: Overlay, at time: Int) -> [Effect] {
    switch overlay {
    case .find(let find): self.find(text, find)
    case .search(let search): self.search(text, search)
    case .marking(let form): return typeInMarking(text, form)
    case .recovery: say(Wording.answerDraftsFirst)
    case .occupied(let edits): return goOnWriting(text, edits: edits, at: nil)
    case .help, .plan, .findings, .comparison, .menu, .conflict, .copying, .leaving:
      return passOn(.pasted(text, dropped: dropped), at: time)
    }
    return []
  }

  /// Closes what is open and lets the long text beneath take the text; where there is none, nothing is closed.
  mutating func passOn(_ input: TerminalInput, at time: Int) -> [Effect] {
    guard isWriting || (level == .sheet && !focus.isChoice) else {
      say(Wording.closeFirst)
      return []
    }
    overlay = nil
    return take(input, at: time)
  }

  private var pageRows: Int { max(1, OverlayScreen.bodyRows(size) - 1) }

  private func scrolled(_ top: Int, by count: Int) -> Int {
    min(max(0, top + count), max(0, OverlayScreen.lineCount(self) - OverlayScreen.bodyRows(size)))
  }

  private mutating func scroll(
    _ key: Key, top: Int, toggles: [Key.Name], control: Character, _ make: (Int) -> Overlay
  ) {
    switch key.name {
    case .down: overlay = make(scrolled(top, by: 1))
    case .up: overlay = make(scrolled(top, by: -1))
    case .pageDown: overlay = make(scrolled(top, by: pageRows))
    case .pageUp: overlay = make(scrolled(top, by: -pageRows))
    case .home: overlay = make(0)
    case .end: overlay = make(scrolled(top, by: OverlayScreen.lineCount(self)))
    case .escape, .enter, .tab, .function(3): overlay = nil
    case let name where toggles.contains(name) || key == .control(control): overlay = nil
    case .character("n") where key == .control("n"): overlay = make(scrolled(top, by: pageRows))
    case .character("p") where key == .control("p"): overlay = make(scrolled(top, by: -pageRows))
    case .character, .backspace, .delete, .insert, .left, .right, .function: break
    }
  }

  private mutating func chooseFinding(_ key: Key, _ findings: [LocatedFinding], chosen: Int, top: Int) {
    let rows = OverlayScreen.bodyRows(size)
    var target = chosen
    switch key.name {
    case .down, .tab: target += key.modifiers.contains(.shift) ? -1 : 1
    case .up: target -= 1
    case .pageDown: target += rows
    case .pageUp: target -= rows
    case .home: target = 0
    case .end: target = findings.count
    case .enter:
      overlay = nil
      return goTo(findings[chosen])
    case .escape, .function(3), .function(5):
      overlay = nil
      return
    case .character where key == .control("r"):
      overlay = nil
      return
    case .character, .backspace, .delete, .insert, .left, .right, .function: return
    }
    target = min(max(0, target), findings.count - 1)
    let first = min(max(top, target - rows + 1), target)
    overlay = .findings(findings, chosen: target, top: first)
  }

  private mutating func goTo(_ found: LocatedFinding) {
    if isReviewing {
      if case .entry(let field) = found.finding.field {
        openPage(found.sheet, at: field)
      } else {
        openPage(found.sheet)
      }
      return say(Wording.sentence(found.finding))
    }
    if case .entry(let field) = found.finding.field { open(found.sheet, at: field) } else { open(found.sheet) }
    say(Wording.sentence(found.finding))
  }

  private mutating func answerLeaving(_ key: Key, drafts: Int, answer: LeavingAnswer) -> [Effect] {
    switch key.name {
    case .left, .right, .up, .down, .tab:
      overlay = .leaving(drafts: drafts, answer: answer == .stay ? .leave : .stay)
    case .enter:
      overlay = nil
      return answer == .leave ? [.quit] : []
    case .escape, .function(3): overlay = nil
    case .function(10) where draftsAreKept: return [.quit]
    case .character where key == .control("q") && draftsAreKept: return [.quit]
    case .character, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown, .function: break
    }
    return []
  }
}
