// Holds what happens when somebody else is editing the sheet that is open.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  /// Who else is editing the sheet that is open, unless the person has said to edit all the same.
  var occupant: Holder? {
    guard let sheet = currentSheet, !sheet.isEditedAnyway else { return nil }
    return sheet.holder
  }

  /// What stands on the message row while nothing else is said there.
  var notice: Message? {
    if let standingNotice { return standingNotice }
    if let holder = currentSheet?.holder { return Message(Wording.isBeingEdited(by: holder)) }
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
    let isFree = holder == nil && library[id]?.holder != nil && selected == id && level != .list
    if isFree, message == nil { say(Wording.isFreeAgain) }
    if holder == nil, selected == id, case .occupied? = overlay { overlay = nil }
    withSheet(id) { sheet in
      sheet.holder = holder
      if holder == nil { sheet.isEditedAnyway = false }
    }
  }

  /// A key of the question whether to go on, although somebody else is editing; what was typed is in the draft already.
  mutating func answerOccupied(_ key: Key, edits: Bool) -> [Effect] {
    switch key.name {
    case .left, .right, .up, .down, .tab: overlay = .occupied(edits: !edits)
    case .enter where edits:
      overlay = nil
      if let selected { withSheet(selected) { $0.isEditedAnyway = true } }
    case .enter, .escape, .function(3):
      overlay = nil
      guard focus.isChoice else {
        say(Wording.readOnlyKeptText(draftsAreKept: draftsAreKept))
        return []
      }
      let effects = undo(in: focus)
      say(Wording.readOnly)
      return effects
    case .character, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown, .function: break
    }
    return []
  }

  /// Text that is typed or pasted on while it is asked goes where it was going; a choice waits for the answer.
  mutating func goOnWriting(_ text: String, edits: Bool, at time: Int?) -> [Effect] {
    guard isWriting else {
      say(Wording.answerFirst)
      return []
    }
    let effects = insert(text, typedAt: text.count == 1 ? time : nil)
    overlay = .occupied(edits: edits)
    fitToScreen()
    return effects
  }
}
