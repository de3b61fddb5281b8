// Holds saving in the editor: what is said of it, and what follows on the screen from the files' answers.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Hands the open sheet to the disk, or says why it cannot be saved and goes to the field.
  mutating func save() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    do {
      let effects = try library.save(sheet.id)
      if sheet.saving == nil, effects.isEmpty {
        say(Wording.nothingToSave)
      } else {
        say(library[sheet.id]?.saving?.isAskedAgain == true ? Wording.savingMore : Wording.saving)
      }
      return effects.map { .file($0) }
    } catch {
      guard let finding = error.findings.first else { return [] }
      refuse(Wording.refusedSave(finding, draftsAreKept: draftsAreKept))
      if let field = EntryField(finding.field), text?.field != field, fields(of: sheet.id).contains(field) {
        open(FormState(focus: field))
      }
      return []
    }
  }

  /// Takes the answer to a save; one that answers no save under way changes nothing.
  mutating func saveWasAnswered(_ id: SheetID, _ outcome: SaveOutcome, ticket: Int) -> [Effect] {
    guard let before = sheet(id), let saving = before.saving, saving.ticket == ticket else { return [] }
    lastSaves.forget(id)
    let effects = library.take(.saveAnswered(id, outcome, ticket: ticket))
    if id == selected { followText() }
    guard let sheet = sheet(id) else { return [] }
    let number = before.edited.number
    let hasMore = !before.edited.entryDifferences(from: saving.handed).isEmpty
    var (change, hadDraft) = (saving.change, !before.edited.entryDifferences(from: before.saved).isEmpty)
    switch outcome {
    case .written: break
    case .unproven, .failed: failedSaves += 1
    case .changed: if sheet.hasDraft { failedSaves += 1 }
    }
    switch outcome {
    case .written:
      let words =
        hasMore ? Wording.savedWithDraftLeft(number:draftsAreKept:) : { number, _ in Wording.saved(number: number) }
      message = Message(words(number, draftsAreKept), .success)
      if before.isSettledInDraft, !hasMore {
        message = Message(Wording.settledIsSaved(number: number, id.fileName), .success)
      }
      hadDraft = hasMore
    case .unproven(_, let reason):
      hadDraft = true
      refuse(Wording.savedUnproven(number: number, reason: reason, draftsAreKept: draftsAreKept))
    case .failed(let reason):
      refuse(Wording.saveFailed(number: number, reason: reason, draftsAreKept: draftsAreKept))
      let goesOn = saving.isAskedAgain && saving.change == nil
      if !goesOn, sheet.hasDraft, id == selected, opened != nil, panels.isEmpty {
        show(QuestionPanel(.copying(id, reason: message?.text ?? "")))
      }
    case .changed(let content): change = [content, saving.change].compactMap { $0 }.max { $0.version < $1.version }
    }
    if let change, sheet.version == change.version {
      tell(of: change, in: id, before, hadDraft: hadDraft)
    } else if change == nil, saving.isAskedAgain, sheet.hasDraft {
      tellOfNextSave(sheet)
    }
    return effects.map { .file($0) } + noteAnswer(id, outcome, said: message)
  }

  /// Says what became of what was to be saved next, when the last save had its answer.
  private mutating func tellOfNextSave(_ sheet: EditedSheet) {
    if sheet.saving != nil { return say(Wording.saving) }
    let broken = SheetRules.findings(in: sheet.edited).first { $0.severity == .blocking }
    if let broken { refuse(Wording.refusedSave(broken, draftsAreKept: draftsAreKept)) }
  }

  /// Takes over what somebody else wrote, at once or when the save that is under way has its answer.
  mutating func sheetChangedOnDisk(_ id: SheetID, _ content: FileContent) -> [Effect] {
    waitingVersions[id] = nil
    guard let before = sheet(id) else { return unmergedSheetChanged(id, content) }
    let effects = library.take(.changedOnDisk(id, content))
    guard let sheet = sheet(id), sheet.version != before.version else { return [] }
    lastSaves.forget(id)
    if id == selected { followText() }
    tell(of: content, in: id, before, hadDraft: before.hasDraft)
    return effects.map { .file($0) }
  }

  /// Says that somebody else wrote into a sheet's file.
  ///
  /// Where both changed the same lines of one text, or one choice, it is asked.
  private mutating func tell(
    of content: FileContent, in id: SheetID, _ before: EditedSheet, hadDraft: Bool
  ) {
    let number = content.sheet.number
    guard let conflicts = sheet(id)?.conflicts, conflicts != before.conflicts else {
      guard hadDraft else { return say(Wording.reloaded(number: number)) }
      return refuse(Wording.mergedFromDisk(number: number))
    }
    refuse(Wording.conflicting(number: number, fields: conflicts.map(\.field)))
    guard id == selected, focus != nil, !isAskingSomething else { return }
    message = nil
    askWaitingConflict(of: id)
  }

  /// Asks about the fields of a sheet that two people changed, when nothing else is asked.
  ///
  /// A field that was written in since is not asked about: both texts stand in it, and what came after them too.
  mutating func askWaitingConflict(of id: SheetID) {
    withSheet(id) { sheet in
      let edited = sheet.hasDraft ? sheet.edited : nil
      sheet.conflicts.removeAll { edited?.content(of: $0.field) != $0.merged }
    }
    guard let fields = sheet(id)?.conflicts, !fields.isEmpty, !isAskingSomething else { return }
    withSheet(id) { $0.conflicts = [] }
    show(ConflictPanel(sheet: id, fields: fields))
  }

  /// Brings the text that is being written in step with its field after that changed elsewhere; the cursor stays at
  /// its place in the text.
  private mutating func followText() {
    guard var area = text, let sheet = currentSheet,
      let edit = FieldEdit(
        field: area.field, from: area.buffer.string, to: sheet.edited.text(of: area.field).string)
    else { return }
    close(FindPanel.self)
    let cursor = area.cursorByte
    let line = lineIndex(of: area.cursor.paragraph, from: area.buffer.string, to: sheet.edited.text(of: area.field))
    let offset = area.cursor.offset
    let removed = edit.removed.utf8.count
    let isBehind = cursor >= edit.offset + removed
    let place = isBehind ? cursor - removed + edit.inserted.utf8.count : min(cursor, edit.offset)
    area.apply(edit, cursorByte: place)
    if let line { area.move(to: TextPosition(paragraph: line, offset: offset)) }
    open(area)
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
