// Holds what happens when somebody else is editing the sheet that is open.

import InitiativeModel
import Terminal

extension EditorState {
  /// Who else is editing the sheet that is open, unless the person has said to edit all the same.
  var occupant: Holder? {
    guard let selected, !editsAnyway.contains(selected) else { return nil }
    return holders[selected]
  }

  /// What stands on the message row while nothing else is said there.
  var notice: Message? {
    if let standingNotice { return standingNotice }
    if let selected, let holder = holders[selected] { return Message(Wording.isBeingEdited(by: holder)) }
    return commentsOnField.isEmpty ? nil : Message(commentsOnField.map { Wording.shown($0) }.joined(separator: " / "))
  }

  /// What supervisors say of the field that the person is at, or else of its whole period.
  var commentsOnField: [ReviewMark] {
    switch level {
    case .list, .page: return []
    case .sheet, .text: break
    }
    guard let sheet = currentSheet else { return [] }
    let open = sheet.reviews.openComments(in: sheet.saved)
    let placed = open.filter { $0.place?.field == focus }
    return placed.isEmpty ? open.filter { $0.place == nil && $0.period == focus.period } : placed
  }

  mutating func holderChanged(_ id: SheetID, _ holder: Holder?) {
    let isFree = holder == nil && holders[id] != nil && selected == id && level != .list
    if isFree, message == nil { say(Wording.isFreeAgain) }
    holders[id] = holder
    if holder == nil { editsAnyway.remove(id) }
  }

  /// Text that is typed on while it is asked whether to edit all the same waits with what was typed before.
  mutating func typeWaiting(_ text: String, _ waiting: WaitingEdit, edits: Bool) {
    guard !waiting.edit.field.isChoice else { return }
    let edit = FieldEdit(
      field: waiting.edit.field, offset: waiting.edit.offset, removed: waiting.edit.removed,
      inserted: waiting.edit.inserted + text)
    let longer = WaitingEdit(
      edit: edit, cursorBefore: waiting.cursorBefore, cursorAfter: waiting.cursorAfter + text.utf8.count, typedAt: nil)
    overlay = .occupied(longer, edits: edits)
  }

  /// A key of the question whether to edit all the same; the text that was typed is not lost either way.
  mutating func answerOccupied(_ key: Key, _ waiting: WaitingEdit, edits: Bool) -> [Effect] {
    switch key.name {
    case .left, .right, .up, .down, .tab: overlay = .occupied(waiting, edits: !edits)
    case .enter where edits:
      overlay = nil
      if let selected { editsAnyway.insert(selected) }
      let effects = perform(
        waiting.edit, cursorBefore: waiting.cursorBefore, cursorAfter: waiting.cursorAfter, typedAt: waiting.typedAt)
      fitToScreen()
      return effects
    case .enter, .escape, .function(3):
      overlay = nil
      if !waiting.edit.inserted.isEmpty, !waiting.edit.field.isChoice {
        clipboard = waiting.edit.inserted
        say(Wording.readOnlyKeptText)
      } else {
        say(Wording.readOnly)
      }
    case .character, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown, .function: break
    }
    return []
  }
}
