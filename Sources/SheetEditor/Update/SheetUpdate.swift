// Holds what the commands do in a sheet's form.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  mutating func runInSheet(_ command: Command) -> [Effect] {
    switch command {
    case .next: moveFocus(by: 1)
    case .previous: moveFocus(by: -1)
    case .first: focus = .implementationForecast
    case .last: focus = .selfEvaluationIssues
    case .pageDown: turnPage(by: 1)
    case .pageUp: turnPage(by: -1)
    case .back: level = .list
    case .help: overlay = .help(top: 0)
    case .plan: overlay = .plan(top: 0)
    case .nextDeficient: goToNextDeficient()
    case .compare: return openComparison()
    case .find: openSearch()
    case .check: showFindings(of: currentSheet.map { [$0] } ?? [])
    case .copy: say(Wording.howToQuit)
    case .mark: if let selected { openPage(selected, at: focus) }
    case .quit: return leave()
    case .save: return save()
    case .undo: return undo(in: nil)
    case .redo: return redo(in: nil)
    case .paste: return pasteClipboardIntoField()
    case .open: return activate()
    case .choose(let number): return choose(ChoiceOrdinal(rawValue: number))
    case .chooseLeft: return choose(.first)
    case .chooseRight: return choose(.second)
    case .toggleChoice: return toggleChoice()
    case .clearChoice: return clearChoice()
    case .nextPart, .previousPart, .filter, .cut, .cutLine, .selectAll, .redraw, .newLine, .deleteBackward,
      .deleteForward, .moveLeft,
      .moveRight, .wordLeft, .wordRight, .moveUp, .moveDown, .rowStart, .rowEnd, .textStart, .textEnd, .scrollDown,
      .scrollUp:
      break
    }
    return []
  }

  /// Typed text chooses in a choice field and opens a long text with itself.
  mutating func typeInSheet(_ text: String, at time: Int) -> [Effect] {
    guard focus.isChoice else {
      openTextIfNeeded()
      return insert(text, typedAt: text.count == 1 ? time : nil)
    }
    if text == " " || text == "\u{3000}" { return toggleChoice() }
    guard let ordinal = ChoiceOrdinal(typed: text) else {
      say(Wording.chooseHelp)
      return []
    }
    return choose(ordinal)
  }

  /// Moves the focus to a neighbouring field, and stops at the first and the last.
  mutating func moveFocus(by count: Int) {
    let fields = EntryField.allCases
    let here = fields.firstIndex(of: focus) ?? 0
    focus = fields[min(max(0, here + count), fields.count - 1)]
  }

  /// Opens the next or previous sheet that the list's filter shows.
  private mutating func turnPage(by count: Int) {
    guard let target = neighbour(by: count) else { return say(count > 0 ? Wording.lastSheet : Wording.firstSheet) }
    open(target)
  }

  private mutating func activate() -> [Effect] {
    guard focus.isChoice else {
      openTextIfNeeded()
      return []
    }
    return toggleChoice()
  }

  private mutating func toggleChoice() -> [Effect] {
    guard focus.isChoice else { return typeInSheet(" ", at: 0) }
    return choose(currentSheet?.edited.choice(of: focus) == .first ? .second : .first)
  }

  private mutating func clearChoice() -> [Effect] {
    guard focus.isChoice else {
      openTextIfNeeded()
      return []
    }
    guard currentSheet?.edited.choice(of: focus) != nil else {
      say(Wording.nothingToClear)
      return []
    }
    return choose(nil)
  }

  /// Chooses in the focused field; a long text is opened by no choice.
  private mutating func choose(_ ordinal: ChoiceOrdinal?) -> [Effect] {
    guard focus.isChoice, let sheet = currentSheet else { return [] }
    var changed = sheet.edited
    changed.setChoice(ordinal, of: focus)
    let before = sheet.edited.content(of: focus)
    guard let edit = FieldEdit(field: focus, from: before, to: changed.content(of: focus)) else { return [] }
    return perform(edit, cursorBefore: 0, cursorAfter: 0, typedAt: nil)
  }

  private mutating func pasteClipboardIntoField() -> [Effect] {
    guard !clipboard.isEmpty else {
      say(Wording.nothingCopied)
      return []
    }
    if focus.isChoice { return typeInSheet(clipboard, at: 0) }
    openTextIfNeeded()
    return insert(clipboard, typedAt: nil)
  }

  /// Puts the cursor at the end of a line that a supervisor speaks of.
  private mutating func goToLine(_ line: Int) {
    guard case .text(var area) = level, area.buffer.paragraphs.indices.contains(line - 1) else { return }
    area.move(to: TextPosition(paragraph: line - 1, offset: area.buffer.paragraphs[line - 1].characters.count))
    level = .text(area)
  }

  /// Opens the focused long text with the cursor at its end; nothing happens when one is open.
  mutating func openTextIfNeeded() {
    guard level == .sheet, !focus.isChoice, let sheet = currentSheet else { return }
    level = .text(
      TextArea(
        field: focus, targets: sheet.edited.plan.targetText, text: sheet.edited.text(of: focus).string,
        wrapWidth: TextScreen.wrapWidth(size), widths: widths))
    if let line = commentsOnField.compactMap({ $0.place?.line }).first { goToLine(line) }
    fitToScreen()
  }
}
