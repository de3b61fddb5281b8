// Holds the making of edits: in the sheet, in the text that is open, in the steps of undo and in the draft.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Makes an edit: in the sheet, in the text that is open, in the history and in the draft.
  ///
  /// Where somebody else is editing the sheet, it is asked whether to go on; what was typed is safe before that.
  mutating func perform(_ edit: FieldEdit, cursorBefore: Int, cursorAfter: Int, typedAt: Int?) -> [Effect] {
    guard let selected, !edit.field.isPlan || writesPlan(of: selected) else {
      refuse(Wording.planIsFixed)
      return []
    }
    guard library.hasRoom(for: edit, in: selected) else {
      refuse(Wording.textTooLarge)
      return []
    }
    let changesConfirmed = changesConfirmed(edit.field)
    let effects = make(edit, cursorBefore: cursorBefore, cursorAfter: cursorAfter, typedAt: typedAt)
    if changesConfirmed { say(Wording.changesConfirmed(edit.field.period)) }
    if occupant != nil {
      show(QuestionPanel(.occupied))
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

  /// Whether an edit of a field is the first that a period which is confirmed as it stands differs by.
  private func changesConfirmed(_ field: EntryField) -> Bool {
    guard let sheet = currentSheet, !field.isPlan else { return false }
    return sheet.standing(of: field.period).mark == .confirmed
      && field.period.fields.allSatisfy { sheet.edited.agrees(with: sheet.saved, in: $0) }
  }

  /// Says what was done before what was said of the edit itself; a refusal stands alone.
  mutating func sayFirst(_ text: String) {
    if message?.tone != .refusal { say(text + (message?.text ?? "")) }
  }

  // MARK: What is saved

  /// Puts back what the file holds into the field that the person is at; undoing brings back what stood there.
  mutating func revertField() -> [Effect] {
    guard let sheet = currentSheet, let focus else { return [] }
    let others = sheet.edited.entryDifferences(from: sheet.saved).filter { $0 != focus }
    let effects = revert([focus], in: sheet)
    guard message == nil else { return effects }
    if effects.isEmpty {
      say(Wording.nothingToRevert(focus, others: others.count))
    } else {
      message = Message(Wording.reverted(focus, in: sheet.saved), .success)
    }
    return effects
  }

  /// Puts back what the file holds into all fields of the open sheet, as one step; undoing brings back what stood there.
  mutating func revertSheet() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    let fields = sheet.edited.entryDifferences(from: sheet.saved)
    let effects = revert(fields, in: sheet, asOne: true)
    guard message == nil else { return effects }
    if effects.isEmpty {
      say(Wording.nothingToRevert(number: sheet.edited.number))
    } else {
      let words = Wording.reverted(number: sheet.edited.number, fields: fields, canUndoHere: focus != nil)
      message = Message(words, .success)
    }
    return effects
  }

  /// Puts back what the file holds into some fields; while a save is under way it is not known what that will be.
  ///
  /// Where somebody else is editing the sheet, it is asked whether to go on.
  ///
  /// - Parameter asOne: whether undoing takes all of it back, in whichever field it is asked for.
  private mutating func revert(_ fields: [EntryField], in sheet: EditedSheet, asOne: Bool = false) -> [Effect] {
    message = nil
    guard sheet.saving == nil else {
      refuse(Wording.revertWhileSaving)
      return []
    }
    let edits = fields.compactMap {
      FieldEdit(field: $0, from: sheet.edited.content(of: $0), to: sheet.saved.content(of: $0))
    }
    guard edits.allSatisfy({ library.hasRoom(for: $0, in: sheet.id) }) else {
      refuse(Wording.textTooLarge)
      return []
    }
    let here = edits.first { $0.field == focus }
    let effects = follow(edits, cursor: here.map { $0.offset + $0.inserted.utf8.count } ?? 0) { sheet in
      sheet.history.add(edits, asOne: asOne)
    }
    guard !effects.isEmpty else { return [] }
    if occupant != nil { show(QuestionPanel(.occupied, takesBack: true)) }
    return setAside(sheet.id)
  }

  /// Has the draft put aside as it was before, and another one begun where something is still unsaved: undoing ends with
  /// the program, what was written does not.
  private mutating func setAside(_ id: SheetID) -> [Effect] {
    var change: Int?
    withSheet(id) { if $0.hasDraft { change = $0.countDraftChange() } }
    let rest = change.flatMap { change in sheet(id).map { FileEffect.restartDraft(id, $0.edited, change: change) } }
    return ([.setDraftAside(id)] + [rest].compactMap { $0 }).map { .file($0) }
  }

  // MARK: Undo and redo

  /// Takes the last step back; in the form of any field, in a text only of its own, and of those that went over all.
  mutating func undo(in field: EntryField?) -> [Effect] {
    guard let id = selected else { return [] }
    var steps: [EditStep] = []
    forgetFixedPlan(of: id)
    withSheet(id) { steps = $0.history.undo(in: field) }
    if steps.isEmpty { say(Wording.nothingToUndo) }
    let effects = steps.flatMap { follow([$0.edit.inverse], cursor: $0.cursorBefore) }
    tell(of: steps) { Wording.undone($0) }
    return effects
  }

  /// Brings back the step that was undone last.
  mutating func redo(in field: EntryField?) -> [Effect] {
    guard let id = selected else { return [] }
    var steps: [EditStep] = []
    forgetFixedPlan(of: id)
    withSheet(id) { steps = $0.history.redo(in: field) }
    if steps.isEmpty { say(Wording.nothingToRedo) }
    let effects = steps.flatMap { follow([$0.edit], cursor: $0.cursorAfter) }
    tell(of: steps) { Wording.redone($0) }
    return effects
  }

  /// Goes to the field that was undone or redone, and names all fields of a step that went over several.
  private mutating func tell(of steps: [EditStep], _ sentence: ([EntryField]) -> String) {
    let fields = EntryField.written.filter { field in steps.contains { $0.field == field } }
    if form != nil, let first = fields.first { open(FormState(focus: first)) }
    if steps.contains(where: { $0.whole != nil }) { say(sentence(fields)) }
  }

  /// Applies edits wherever their field is shown; an edit that does not fit any more ends the run.
  private mutating func follow(
    _ edits: [FieldEdit], cursor: Int, recording: (inout EditedSheet) -> Void = { _ in }
  ) -> [Effect] {
    guard let id = selected else { return [] }
    let (made, effects) = library.make(edits, in: id, recording: recording)
    change(TextArea.self) { area in
      for edit in made where edit.field == area.field { area.apply(edit, cursorByte: cursor) }
    }
    return effects.map { .file($0) }
  }
}
