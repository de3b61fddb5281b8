// Holds the making of edits: in the sheet, in the text that is open, in the steps of undo and in the draft.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Makes an edit: in the sheet, in the text that is open, in the history and in the draft.
  ///
  /// Where somebody else is editing the sheet, it is asked whether to go on; what was typed is safe before that.
  mutating func perform(_ edit: FieldEdit, cursorBefore: Int, cursorAfter: Int, typedAt: Int?) -> [Effect] {
    guard let selected, library.hasRoom(for: edit, in: selected) else {
      refuse(Wording.textTooLarge)
      return []
    }
    let effects = make(edit, cursorBefore: cursorBefore, cursorAfter: cursorAfter, typedAt: typedAt)
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

  /// Takes the last step back; in the form of any field, in a text only of its own.
  mutating func undo(in field: EntryField?) -> [Effect] {
    guard let id = selected else { return [] }
    var step: EditStep?
    withSheet(id) { step = $0.history.undo(in: field) }
    guard let step else {
      say(Wording.nothingToUndo)
      return []
    }
    if form != nil { open(FormState(focus: step.field)) }
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
    if form != nil { open(FormState(focus: step.field)) }
    return follow(step.edits, cursor: step.cursorAfter)
  }

  /// Applies edits of one field wherever it is shown; an edit that does not fit any more ends the run.
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
