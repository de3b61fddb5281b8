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
    if id == selected { followText() }
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
    if id == selected, level != .list, overlay == nil { overlay = .copying(id, copies: false) }
    return []
  }

  /// A key of the question whether to write a copy elsewhere; what went wrong stays on the message row.
  mutating func answerCopying(_ key: Key, _ id: SheetID, copies: Bool) -> [Effect] {
    switch key.name {
    case .left, .right, .up, .down, .tab: overlay = .copying(id, copies: !copies)
    case .enter where copies:
      overlay = nil
      guard let valid = try? sheet(id)?.edited.validated() else { return [] }
      return [.saveCopy(id, valid)]
    case .enter, .escape, .function(3): overlay = nil
    case .character, .backspace, .delete, .insert, .home, .end, .pageUp, .pageDown, .function: break
    }
    return []
  }

  /// Takes over what somebody else wrote; where both changed the same lines of one text, or one choice, it is asked.
  mutating func sheetChangedOnDisk(_ id: SheetID, _ theirs: InitiativeSheet) -> [Effect] {
    guard let before = sheet(id) else { return [] }
    let merge = SheetMerge(base: before.saved, ours: before.edited, theirs: theirs)
    withSheet(id) { sheet in
      for field in EntryField.allCases where !merge.sheet.agrees(with: sheet.edited, in: field) {
        sheet.history.forget(field)
      }
      let history = sheet.history
      sheet = EditedSheet(id: id, saved: theirs, draft: merge.sheet, reviews: sheet.reviews)
      sheet.history = history
    }
    if id == selected { followText() }
    guard let sheet = sheet(id) else { return [] }
    tell(id, merge, before.edited, theirs, hadDraft: before.hasDraft)
    return [sheet.hasDraft ? .restartDraft(id, sheet.edited) : .dropDraft(id)]
  }

  private mutating func tell(
    _ id: SheetID, _ merge: SheetMerge, _ ours: InitiativeSheet, _ theirs: InitiativeSheet, hadDraft: Bool
  ) {
    guard !merge.conflicts.isEmpty else {
      guard hadDraft else { return say(Wording.reloaded(number: theirs.number)) }
      return refuse(Wording.mergedFromDisk(number: theirs.number))
    }
    let fields = merge.conflicts.map { field in
      FieldConflict(
        field: field, ours: ours.content(of: field), theirs: theirs.content(of: field),
        answer: field.isChoice ? .ours : .both)
    }
    waitingConflicts[id] = Conflict(sheet: id, fields: fields)
    guard id == selected, level == .sheet || isWriting else {
      return refuse(Wording.conflicting(number: theirs.number, fields: merge.conflicts))
    }
    message = nil
    askWaitingConflict(of: id)
  }

  /// Asks about the fields of a sheet that two people changed, when nothing else is asked.
  mutating func askWaitingConflict(of id: SheetID) {
    guard let conflict = waitingConflicts[id], sheet(id)?.hasDraft == true else {
      waitingConflicts[id] = nil
      return
    }
    switch overlay {
    case .recovery: return
    default: break
    }
    waitingConflicts[id] = nil
    overlay = .conflict(conflict)
  }

  /// Brings the text that is being written in step with its field after that changed elsewhere; the cursor stays at
  /// its place in the text.
  private mutating func followText() {
    guard case .text(var area) = level, let sheet = currentSheet,
      let edit = FieldEdit(
        field: area.field, from: area.buffer.string, to: sheet.edited.text(of: area.field).string)
    else { return }
    if case .find = overlay { overlay = nil }
    let cursor = area.cursorByte
    let line = lineIndex(of: area.cursor.paragraph, from: area.buffer.string, to: sheet.edited.text(of: area.field))
    let offset = area.cursor.offset
    let removed = edit.removed.utf8.count
    let isBehind = cursor >= edit.offset + removed
    let place = isBehind ? cursor - removed + edit.inserted.utf8.count : min(cursor, edit.offset)
    area.apply(edit, cursorByte: place)
    if let line { area.move(to: TextPosition(paragraph: line, offset: offset)) }
    level = .text(area)
    fitToScreen()
  }

  /// Where a line of one text stands in another; nil when it does not.
  private func lineIndex(of index: Int, from old: String, to new: LongText) -> Int? {
    var before = 0
    var after = 0
    for line in LineDifference.lines(from: LongText(old).lines, to: new.lines) {
      switch line {
      case .same:
        if before == index { return after }
        before += 1
        after += 1
      case .removed: before += 1
      case .added: after += 1
      }
    }
    return nil
  }
}
