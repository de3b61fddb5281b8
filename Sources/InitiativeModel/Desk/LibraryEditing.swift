// Holds the editing of a library: what is asked of the files when a person edits and saves, and what their answers change.

extension Library {
  /// Puts a content into a field of a sheet: a text, or the sign of a choice; "" empties the field.
  ///
  /// - Returns: what is to be asked of the files: that the sheet's draft holds the edit. Nothing where the field holds
  ///   that content already, a draft could not hold it, no such sheet could be read, or the field is of a fixed plan.
  public mutating func fillIn(_ field: EntryField, with content: String, in id: SheetID) -> [FileEffect] {
    let content = field.fitting(content)
    guard let before = self[id]?.edited, !field.isPlan || planIsOpen(of: id),
      let edit = FieldEdit(field: field, from: before.content(of: field), to: content), hasRoom(for: edit, in: id)
    else { return [] }
    return make([edit], in: id) { _ in }.effects
  }

  /// Whether a sheet's entries with an edit are no more than a draft can hold.
  package func hasRoom(for edit: FieldEdit, in id: SheetID) -> Bool {
    guard let sheet = self[id]?.edited else { return false }
    let held = EntryField.written.reduce(0) { $0 + ($1.isChoice ? 0 : sheet.text(of: $1).string.utf8.count) }
    let growth = edit.inserted.utf8.count - edit.removed.utf8.count
    return growth <= 0 || held + growth <= EditedSheet.largestEntries
  }

  /// Makes edits of a sheet; one that does not fit what the sheet holds ends the run.
  ///
  /// - Parameter recording: what else changes in the sheet where an edit was made.
  /// - Returns: the edits that were made, and what is to be asked of the files: that the draft holds them, or, where
  ///   nothing differs from the file any more, that it goes.
  package mutating func make(
    _ edits: [FieldEdit], in id: SheetID, recording: (inout EditedSheet) -> Void
  ) -> (made: [FieldEdit], effects: [FileEffect]) {
    var made: [FieldEdit] = []
    var effects: [FileEffect] = []
    change(id) { sheet in
      for edit in edits {
        guard sheet.apply(edit) else { break }
        made.append(edit)
        effects.append(.appendDraft(id, edit, change: sheet.countDraftChange()))
      }
      if !made.isEmpty { recording(&sheet) }
    }
    if !made.isEmpty, self[id]?.hasDraft == false { effects.append(.dropDraft(id)) }
    return (made, effects)
  }

  /// Hands a sheet to the disk with all its edits.
  ///
  /// - Returns: what is to be asked of the files; nothing where all is saved already. One save of a sheet is under way at
  ///   a time: what was edited since follows its answer.
  /// - Throws: `RuleViolation` with the findings that keep it from being written; the draft keeps the edits.
  public mutating func save(_ id: SheetID) throws(RuleViolation) -> [FileEffect] {
    guard let sheet = self[id] else { return [] }
    let valid = try sheet.edited.validated()
    if let saving = sheet.saving {
      let isMore = !sheet.edited.entryDifferences(from: saving.handed).isEmpty
      change(id) { $0.saving?.isAskedAgain = isMore }
      return []
    }
    guard sheet.hasDraft else { return [] }
    var ticket = 0
    change(id) { ticket = $0.beginSave() }
    return [.save(id, valid, ticket: ticket)]
  }

  /// Does with a draft of an earlier program what the person answered.
  ///
  /// - Returns: what is to be asked of the files.
  public mutating func answer(_ answer: DraftAnswer, to draft: RecoverableDraft) -> [FileEffect] {
    switch answer {
    case .keep: return []
    case .discard:
      change(draft.id) { $0.forget(draft) }
      return [.discardDraft(draft.id, draft: draft.name)]
    case .resume:
      var effects: [FileEffect] = []
      change(draft.id) { sheet in
        sheet.forget(draft)
        sheet.takeOver(draft.merged(with: sheet.edited))
        sheet.conflicts += draft.openConflicts(in: sheet.edited)
        effects = [
          .resumeDraft(draft.id, sheet.edited, change: sheet.countDraftChange(), draft: draft.name)
        ]
      }
      return effects
    }
  }

  /// Notes drafts of earlier programs that nobody has answered for: their sheets say so until somebody does.
  public mutating func wait(for drafts: [RecoverableDraft]) {
    for draft in drafts { change(draft.id) { $0.wait(for: draft) } }
  }

  /// Takes over what the files tell.
  ///
  /// What there is to say of it the front end sees from the event, and from the sheet before and after.
  ///
  /// - Returns: what is to be asked of the files next.
  public mutating func take(_ event: FileEvent) -> [FileEffect] {
    switch event {
    case .saveAnswered(let id, let outcome, let ticket): return takeAnswer(outcome, of: id, ticket)
    case .changedOnDisk(let id, let content): return takeChange(content, of: id)
    case .unmergedOnDisk(let id, let content, let versions): return takeVersions(versions, content, of: id)
    case .draftProven(let id, let number): change(id) { $0.noteProof(ofChange: number) }
    case .reviewsChanged(let id, let reviews): change(id) { $0.takeOver(reviews) }
    case .marked(let id, let reviews, _, _):
      // An answer that was overtaken by a later one tells of fewer marks than are known.
      change(id) { if !$0.reviews.holdsAll(of: reviews) { $0.takeOver(reviews) } }
    case .holder(let id, let holder):
      change(id) { sheet in
        sheet.holder = holder
        if holder == nil { sheet.isEditedAnyway = false }
      }
    case .bookOpened(let book, let sheets, let drafts):
      put(book, sheets)
      wait(for: drafts)
    case .planFixed(let path, let header): takeOver(header, of: path)
    case .draftPlace, .markingFailed, .lastSave, .notice: break
    }
    return []
  }

  /// Takes the answer to a save; one that answers no save under way changes nothing.
  ///
  /// What somebody else wrote meanwhile comes next; then what was asked to be saved meanwhile, unless there is
  /// something of somebody else's to look at first.
  private mutating func takeAnswer(_ outcome: SaveOutcome, of id: SheetID, _ ticket: Int) -> [FileEffect] {
    guard let save = self[id]?.saving, save.ticket == ticket else { return [] }
    change(id) { $0.saving = nil }
    var goesOn = save.isAskedAgain && save.change == nil
    var effects: [FileEffect] = []
    switch outcome {
    case .written(let content):
      change(id) { $0.wasSaved(content, handed: save.handed, isProven: true) }
      effects = [.follow(id, content.version)] + remainingDraft(id)
    case .unproven(let content, _):
      change(id) { $0.wasSaved(content, handed: save.handed, isProven: false) }
      effects = [.follow(id, content.version)]
    case .failed: if self[id]?.hasDraft == false { effects = [.dropDraft(id)] }
    case .changed(let content):
      effects = takeOver(content, of: id)
      goesOn = false
    }
    if let change = save.change { effects += takeOver(change, of: id) }
    return goesOn ? effects + ((try? self.save(id)) ?? []) : effects
  }

  /// Takes over what somebody else wrote, at once or when the save that is under way has its answer.
  private mutating func takeChange(_ content: FileContent, of id: SheetID) -> [FileEffect] {
    if unmergedSheet(id) != nil {
      change(id) { _ = $0.takeOver(content) }
      return [.follow(id, content.version)]
    }
    guard let saving = self[id]?.saving else { return takeOver(content, of: id) }
    if saving.change.map({ $0.version < content.version }) ?? true { change(id) { $0.saving?.change = content } }
    return []
  }

  /// Puts together what somebody else wrote and what was edited; a version that is known already changes nothing.
  private mutating func takeOver(_ content: FileContent, of id: SheetID) -> [FileEffect] {
    guard let before = self[id], content.version > before.version else { return [] }
    change(id) { sheet in
      let merge = sheet.takeOver(content)
      guard !merge.conflicts.isEmpty else { return }
      sheet.conflicts = merge.conflicts.map {
        FieldConflict($0, ours: before.edited, theirs: content.sheet, merged: merge.sheet)
      }
    }
    return [.follow(id, content.version)] + remainingDraft(id)
  }

  /// What becomes of a sheet's draft when its file was written or read anew.
  private mutating func remainingDraft(_ id: SheetID) -> [FileEffect] {
    var effects: [FileEffect] = []
    change(id) { sheet in
      effects = [
        sheet.hasDraft ? .restartDraft(id, sheet.edited, change: sheet.countDraftChange()) : .dropDraft(id)
      ]
    }
    return effects
  }
}
