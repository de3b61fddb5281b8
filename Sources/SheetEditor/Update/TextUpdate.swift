// Holds what the commands do in a long text.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  mutating func runInText(_ command: Command, selecting: Bool, at time: Int) -> [Effect] {
    switch command {
    case .save: return save()
    case .undo: return undo(in: focus)
    case .redo: return redo(in: focus)
    case .newLine: return insert("\n", typedAt: nil)
    case .deleteBackward: return delete { $0.placeBefore }
    case .deleteForward: return delete { $0.placeBehind }
    case .cut: return cutSelection()
    case .cutLine: return cutParagraph()
    case .copy: return copySelection()
    case .paste: return pasteClipboard()
    case .quit: return leave()
    case .help: overlay = .help(top: 0)
    case .plan: overlay = .plan(top: 0)
    case .find: openFind()
    case .back: level = .sheet
    case .next: leaveText(by: 1)
    case .previous: leaveText(by: -1)
    case .nextDeficient: goToNextDeficient()
    case .moveLeft, .moveRight, .wordLeft, .wordRight, .moveUp, .moveDown, .rowStart, .rowEnd, .textStart, .textEnd,
      .scrollDown, .scrollUp,
      .selectAll:
      moveCursor(command, selecting: selecting)
    case .open, .first, .last, .pageDown, .pageUp, .choose, .chooseLeft, .chooseRight, .toggleChoice, .clearChoice,
      .check, .filter, .mark, .compare, .nextPart, .previousPart, .redraw:
      break
    }
    return []
  }

  /// Changes the text area in place.
  private mutating func withText(_ change: (inout TextArea) -> Void) {
    guard case .text(var area) = level else { return }
    level = .list
    change(&area)
    level = .text(area)
  }

  /// Puts the cursor at a place of the text.
  mutating func moveCursor(to place: TextPosition) {
    closeStep()
    withText { $0.move(to: place) }
  }

  private var textArea: TextArea? {
    guard case .text(let area) = level else { return nil }
    return area
  }

  private mutating func moveCursor(_ command: Command, selecting: Bool) {
    closeStep()
    let page = max(1, TextScreen.bodyRows(size) - 1)
    withText { area in
      switch command {
      case .moveLeft: area.move(to: area.placeBefore, selecting: selecting)
      case .moveRight: area.move(to: area.placeBehind, selecting: selecting)
      case .wordLeft: area.move(to: area.wordBefore, selecting: selecting)
      case .wordRight: area.move(to: area.wordBehind, selecting: selecting)
      case .moveUp: area.moveRows(-1, selecting: selecting)
      case .moveDown: area.moveRows(1, selecting: selecting)
      case .scrollUp: area.moveRows(-page, selecting: selecting)
      case .scrollDown: area.moveRows(page, selecting: selecting)
      case .rowStart: area.moveToRowStart(selecting: selecting)
      case .rowEnd: area.moveToRowEnd(selecting: selecting)
      case .textStart: area.move(to: .start, selecting: selecting)
      case .textEnd: area.move(to: area.buffer.end, selecting: selecting)
      default: area.selectAll()
      }
    }
  }

  private mutating func leaveText(by count: Int) {
    level = .sheet
    moveFocus(by: count)
  }

  private mutating func closeStep() {
    guard let id = selected else { return }
    withSheet(id) { $0.history.close() }
  }

  // MARK: Edits

  /// Puts text where the selection or the cursor is; `typedAt` joins it to running typing.
  mutating func insert(_ text: String, typedAt: Int?) -> [Effect] {
    guard let area = textArea, let edit = area.insertion(of: text) else { return [] }
    return perform(
      edit, cursorBefore: area.cursorByte, cursorAfter: edit.offset + edit.inserted.utf8.count, typedAt: typedAt)
  }

  private mutating func delete(_ place: (TextArea) -> TextPosition) -> [Effect] {
    guard let area = textArea else { return [] }
    if area.selection != nil { return insert("", typedAt: nil) }
    guard let edit = area.removal(to: place(area)) else { return [] }
    return perform(edit, cursorBefore: area.cursorByte, cursorAfter: edit.offset, typedAt: nil)
  }

  private mutating func copySelection() -> [Effect] {
    guard let text = textArea?.selectedText else {
      say(Wording.howToQuit)
      return []
    }
    say(Wording.copied)
    return keep(text)
  }

  /// Keeps a text for pasting, here and in the terminal's own clipboard.
  private mutating func keep(_ text: String) -> [Effect] {
    clipboard = text
    return [.device(.offerClipboard(text))]
  }

  private mutating func cutSelection() -> [Effect] {
    guard let text = textArea?.selectedText else {
      say(Wording.nothingSelected)
      return []
    }
    return keep(text) + insert("", typedAt: nil)
  }

  /// Cuts the paragraph with the cursor and its line feed; a run of cuts without moving collects them.
  private mutating func cutParagraph() -> [Effect] {
    guard var area = textArea else { return [] }
    let start = TextPosition(paragraph: area.cursor.paragraph, offset: 0)
    let isLast = start.paragraph + 1 >= area.buffer.paragraphs.count
    let end = isLast ? area.buffer.end : TextPosition(paragraph: start.paragraph + 1, offset: 0)
    let before = area.cursorByte
    area.move(to: start)
    guard let edit = area.removal(to: end) else { return [] }
    return keep(edit.removed)
      + perform(edit, cursorBefore: before, cursorAfter: edit.offset, typedAt: nil)
  }

  private mutating func pasteClipboard() -> [Effect] {
    guard !clipboard.isEmpty else {
      say(Wording.nothingCopied)
      return []
    }
    return insert(clipboard, typedAt: nil)
  }

  /// Makes an edit: in the sheet, in the text that is open, in the history and in the draft.
  ///
  /// Where somebody else is editing the sheet, it is asked whether to go on; what was typed is safe before that.
  mutating func perform(_ edit: FieldEdit, cursorBefore: Int, cursorAfter: Int, typedAt: Int?) -> [Effect] {
    guard hasRoom(for: edit) else {
      refuse(Wording.textTooLarge)
      return []
    }
    let effects = make(edit, cursorBefore: cursorBefore, cursorAfter: cursorAfter, typedAt: typedAt)
    if occupant != nil {
      overlay = .occupied(edits: false)
      if !edit.field.isChoice, draftsAreKept { say(Wording.typedIsInDraft) }
    }
    return effects
  }

  /// Makes an edit without asking.
  mutating func make(_ edit: FieldEdit, cursorBefore: Int, cursorAfter: Int, typedAt: Int?) -> [Effect] {
    follow([edit], cursor: cursorAfter) { sheet in
      sheet.history.add(edit, cursorBefore: cursorBefore, cursorAfter: cursorAfter, typedAt: typedAt)
    }
  }

  /// Whether the sheet's entries with an edit are no more than a draft can hold.
  private func hasRoom(for edit: FieldEdit) -> Bool {
    guard let sheet = currentSheet?.edited else { return false }
    let held = EntryField.allCases.reduce(0) { $0 + ($1.isChoice ? 0 : sheet.text(of: $1).string.utf8.count) }
    let growth = edit.inserted.utf8.count - edit.removed.utf8.count
    return growth <= 0 || held + growth <= EditedSheet.largestEntries
  }

  /// Takes the last step back; in the form of any field, in a text only of its own.
  mutating func undo(in field: EntryField?) -> [Effect] {
    guard let id = selected else { return [] }
    var step: EditStep?
    withSheet(id) { step = $0.history.undo(in: field) }
    guard let step else {
      say(Wording.nothingToUndo)
      return []
    }
    focus = step.field
    return follow(step.edits.reversed().map(\.inverse), cursor: step.cursorBefore)
  }

  /// Brings back the step that was undone last.
  mutating func redo(in field: EntryField?) -> [Effect] {
    guard let id = selected else { return [] }
    var step: EditStep?
    withSheet(id) { step = $0.history.redo(in: field) }
    guard let step else {
      say(Wording.nothingToRedo)
      return []
    }
    focus = step.field
    return follow(step.edits, cursor: step.cursorAfter)
  }

  /// Applies edits of one field wherever it is shown; an edit that does not fit any more ends the run.
  private mutating func follow(
    _ edits: [FieldEdit], cursor: Int, recording: (inout EditedSheet) -> Void = { _ in }
  ) -> [Effect] {
    guard let id = selected else { return [] }
    var done: [FieldEdit] = []
    withSheet(id) { sheet in
      for edit in edits {
        guard sheet.apply(edit) else { break }
        done.append(edit)
      }
      if !done.isEmpty { recording(&sheet) }
    }
    withText { area in
      for edit in done where edit.field == area.field { area.apply(edit, cursorByte: cursor) }
    }
    var effects = done.map { Effect.file(.appendDraft(id, $0, change: draftChange(id))) }
    if !done.isEmpty, let sheet = sheet(id), !sheet.hasDraft { effects.append(.file(.dropDraft(id))) }
    return effects
  }
}
