// Holds saving: the ② rule's refusal, the hand-over to the disk and its answers.

import InitiativeModel
import SheetWording
import Terminal

extension EditorState {
  /// Hands the open sheet to the disk, or says why it cannot be saved and goes to the field.
  ///
  /// One save of a sheet is under way at a time: asked for meanwhile, the next one follows its answer.
  mutating func save() -> [Effect] {
    guard let sheet = currentSheet else { return [] }
    do {
      let valid = try sheet.edited.validated()
      if let saving = sheet.saving {
        let isMore = !sheet.edited.entryDifferences(from: saving.handed).isEmpty
        withSheet(sheet.id) { $0.saving?.isAskedAgain = isMore }
        say(isMore ? Wording.savingMore : Wording.saving)
        return []
      }
      guard sheet.hasDraft else {
        say(Wording.nothingToSave)
        return []
      }
      return hand(valid, of: sheet.id)
    } catch {
      guard let finding = error.findings.first else { return [] }
      refuse(Wording.refusedSave(finding, draftsAreKept: draftsAreKept))
      if case .entry(let field) = finding.field { goTo(field) }
      return []
    }
  }

  private mutating func hand(_ valid: ValidatedSheet, of id: SheetID) -> [Effect] {
    var ticket = 0
    withSheet(id) { ticket = $0.beginSave() }
    say(Wording.saving)
    return [.file(.save(id, valid, ticket: ticket))]
  }

  /// Moves to the field that keeps a sheet from being saved, unless it is the text being written.
  private mutating func goTo(_ field: EntryField) {
    if text?.field != field { open(FormState(focus: field)) }
  }

  /// Takes the answer to a save; one that answers no save under way changes nothing.
  ///
  /// What somebody else wrote meanwhile comes next; then what was asked to be saved meanwhile, unless there is
  /// something of somebody else's to look at first.
  mutating func saveWasAnswered(_ id: SheetID, _ outcome: SaveOutcome, ticket: Int) -> [Effect] {
    guard let save = sheet(id)?.saving, save.ticket == ticket else { return [] }
    withSheet(id) { $0.saving = nil }
    var goesOn = save.isAskedAgain && save.change == nil
    var effects: [Effect]
    switch outcome {
    case .written(let content): effects = sheetWasSaved(id, content, handed: save.handed)
    case .unproven(let content, let reason):
      effects = sheetWasSaved(id, content, handed: save.handed, doubt: reason)
    case .failed(let reason):
      effects = saveFailed(id, reason: reason, asks: !goesOn)
    case .changed(let content):
      effects = takeOver(content, of: id)
      goesOn = false
    }
    if let change = save.change { effects += takeOver(change, of: id) }
    return goesOn ? effects + saveMore(id) : effects
  }

  private mutating func sheetWasSaved(
    _ id: SheetID, _ content: FileContent, handed: InitiativeSheet, doubt: String? = nil
  ) -> [Effect] {
    withSheet(id) { $0.wasSaved(content, handed: handed, isProven: doubt == nil) }
    if id == selected { followText() }
    guard let sheet = sheet(id) else { return [] }
    let number = content.sheet.number
    if let doubt {
      refuse(Wording.savedUnproven(number: number, reason: doubt, draftsAreKept: draftsAreKept))
      return [.file(.follow(id, content.version))]
    }
    let text =
      sheet.hasDraft
      ? Wording.savedWithDraftLeft(number: number, draftsAreKept: draftsAreKept) : Wording.saved(number: number)
    message = Message(text, .success)
    return [.file(.follow(id, content.version)), .file(remainingDraft(sheet))]
  }

  /// What becomes of a sheet's draft when its file was written or read anew.
  private mutating func remainingDraft(_ sheet: EditedSheet) -> FileEffect {
    sheet.hasDraft ? .restartDraft(sheet.id, sheet.edited, change: draftChange(sheet.id)) : .dropDraft(sheet.id)
  }

  /// Saves what was written while the last save was under way.
  private mutating func saveMore(_ id: SheetID) -> [Effect] {
    guard let sheet = sheet(id), sheet.hasDraft else { return [] }
    do {
      return hand(try sheet.edited.validated(), of: id)
    } catch {
      if let finding = error.findings.first {
        refuse(Wording.refusedSave(finding, draftsAreKept: draftsAreKept))
      }
      return []
    }
  }

  private mutating func saveFailed(_ id: SheetID, reason: String, asks: Bool) -> [Effect] {
    guard let sheet = sheet(id) else { return [] }
    refuse(Wording.saveFailed(number: sheet.edited.number, reason: reason, draftsAreKept: draftsAreKept))
    guard sheet.hasDraft else { return [.file(.dropDraft(id))] }
    if asks, id == selected, opened != nil, panels.isEmpty { show(QuestionPanel(.copying(id))) }
    return []
  }

  /// Takes over what somebody else wrote, at once or when the save that is under way has its answer.
  mutating func sheetChangedOnDisk(_ id: SheetID, _ content: FileContent) -> [Effect] {
    guard sheet(id)?.saving == nil else {
      withSheet(id) { sheet in
        if sheet.saving?.change.map({ $0.version < content.version }) ?? true { sheet.saving?.change = content }
      }
      return []
    }
    return takeOver(content, of: id)
  }

  /// Puts together what somebody else wrote and what is on screen; a version that is known already changes nothing.
  ///
  /// Where both changed the same lines of one text, or one choice, it is asked.
  private mutating func takeOver(_ content: FileContent, of id: SheetID) -> [Effect] {
    guard let before = sheet(id), content.version > before.version else { return [] }
    var merge: SheetMerge?
    withSheet(id) { merge = $0.takeOver(content) }
    if id == selected { followText() }
    guard let merge, let sheet = sheet(id) else { return [] }
    tell(id, merge, before.edited, content.sheet, hadDraft: before.hasDraft)
    return [.file(.follow(id, content.version)), .file(remainingDraft(sheet))]
  }

  private mutating func tell(
    _ id: SheetID, _ merge: SheetMerge, _ ours: InitiativeSheet, _ theirs: InitiativeSheet, hadDraft: Bool
  ) {
    guard !merge.conflicts.isEmpty else {
      guard hadDraft else { return say(Wording.reloaded(number: theirs.number)) }
      return refuse(Wording.mergedFromDisk(number: theirs.number))
    }
    let fields = merge.conflicts.map { FieldConflict($0, ours: ours, theirs: theirs, merged: merge.sheet) }
    withSheet(id) { $0.conflicts = fields }
    refuse(Wording.conflicting(number: theirs.number, fields: merge.conflicts))
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
