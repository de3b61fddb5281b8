// Holds saving: the ② rule's refusal, the hand-over to the disk and its answers.

import InitiativeModel
import Terminal

extension EditorState {
  /// Hands the open sheet to the disk, or says why it cannot be saved and goes to the field.
  mutating func save() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    do {
      let valid = try sheet.edited.validated()
      guard sheet.hasDraft else {
        say(Wording.nothingToSave)
        return []
      }
      withSheet(sheet.id) { $0.saving = sheet.edited }
      say(Wording.saving)
      return [.save(sheet.id, valid)]
    } catch {
      guard let finding = error.findings.first else { return [] }
      refuse(Wording.refusedSave(finding, draftsAreKept: draftsAreKept))
      if case .entry(let field) = finding.field { goTo(field) }
      return []
    }
  }

  /// Moves to the field that keeps a sheet from being saved, unless it is the text being written.
  private mutating func goTo(_ field: EntryField) {
    if case .text(let area) = level, area.field == field { return }
    level = .sheet
    focus = field
  }

  mutating func sheetWasSaved(_ id: SheetID, _ stored: InitiativeSheet) -> [Effect] {
    withSheet(id) { sheet in
      for field in EntryField.allCases where sheet.saving.map({ sheet.edited.agrees(with: $0, in: field) }) ?? false {
        sheet.edited.copy(field, from: stored)
      }
      sheet.saved = stored
      sheet.saving = nil
      sheet.history.close()
    }
    reloadText()
    guard let sheet = sheet(id) else { return [] }
    let text =
      sheet.hasDraft ? Wording.savedWithDraftLeft(number: stored.number) : Wording.saved(number: stored.number)
    message = Message(text, .success)
    return [sheet.hasDraft ? .restartDraft(id, sheet.edited) : .dropDraft(id)]
  }

  mutating func saveFailed(_ id: SheetID, reason: String) -> [Effect] {
    withSheet(id) { $0.saving = nil }
    guard let sheet = sheet(id) else { return [] }
    refuse(Wording.saveFailed(number: sheet.edited.number, reason: reason, draftsAreKept: draftsAreKept))
    return []
  }

  /// Takes over what somebody else wrote; where both changed one text, both stand one after the other.
  mutating func sheetChangedOnDisk(_ id: SheetID, _ theirs: InitiativeSheet) -> [Effect] {
    var conflicts: [EntryField] = []
    withSheet(id) { sheet in
      let merge = SheetMerge(base: sheet.saved, ours: sheet.edited, theirs: theirs)
      conflicts = merge.conflicts
      sheet = EditedSheet(id: id, saved: theirs, draft: merge.sheet)
    }
    reloadText()
    guard let sheet = sheet(id) else { return [] }
    refuse(
      conflicts.isEmpty
        ? Wording.mergedFromDisk(number: theirs.number)
        : Wording.conflicting(number: theirs.number, fields: conflicts))
    return [sheet.hasDraft ? .restartDraft(id, sheet.edited) : .dropDraft(id)]
  }

  /// Opens the text that is being written anew when its content came from elsewhere.
  private mutating func reloadText() {
    guard case .text(let area) = level, let sheet = currentSheet,
      sheet.edited.text(of: area.field) != LongText(area.buffer.string)
    else { return }
    if case .find = overlay { overlay = nil }
    level = .sheet
    focus = area.field
    openTextIfNeeded()
  }
}
