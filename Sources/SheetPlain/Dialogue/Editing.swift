// Holds what changes a sheet: choices, lines that go, undoing.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// Chooses, or has a whole text entered.
  mutating func write(_ words: [String]) {
    guard let field = fieldToChange(.write, words, 1...2) else { return }
    guard field.isChoice else {
      guard words.count == 1 else { return refuse(Wording.Plain.textFollows(field), .notUnderstood) }
      let lines = text(of: field).count
      if lines > 0 { say([Wording.Plain.willReplace(field, lines)]) }
      return enter(field, before: 0, replacing: lines)
    }
    if words.count == 2 { return choose(words[1], in: field) }
    guard let answer = ask(Wording.Plain.choicePrompt(field)) else { return }
    choose(answer, in: field)
  }

  private mutating func choose(_ answer: String, in field: EntryField) {
    let words = EnteredCommand.words(answer)
    guard let sheet else { return }
    if words.isEmpty { return say([Wording.Plain.unchanged(field)]) }
    let isCleared = words == ["0"]
    let choice = ChoiceOrdinal(typed: words.joined())
    guard isCleared || choice != nil else { return refuse(Wording.Plain.noChoice(answer, field), .notUnderstood) }
    let sign = choice.map { field.options[$0.rawValue - 1].sign } ?? ""
    guard let edit = FieldEdit(field: field, from: sheet.edited.content(of: field), to: sign) else {
      return say([Wording.Plain.unchanged(field)])
    }
    guard make(edit, isStep: true), let now = self.sheet?.edited else { return }
    say([Wording.chosen(field, in: now)])
  }

  /// Has lines added at the end of a text.
  mutating func append(_ words: [String]) {
    guard let field = textToChange(.append, words, 1...1) else { return }
    enter(field, before: text(of: field).count, replacing: 0)
  }

  /// Has lines put before a line.
  mutating func insert(_ words: [String]) {
    guard let field = textToChange(.insert, words, 2...2), let lines = lines(words[1], of: field) else { return }
    enter(field, before: lines.lowerBound, replacing: 0)
  }

  /// Has lines take the place of others.
  mutating func replace(_ words: [String]) {
    guard let field = textToChange(.replace, words, 2...2), let lines = lines(words[1], of: field) else { return }
    say(Wording.Plain.numbered(text(of: field), lines))
    enter(field, before: lines.lowerBound, replacing: lines.count)
  }

  /// Takes lines, or all of a text, out.
  mutating func delete(_ words: [String]) {
    guard let field = textToChange(.delete, words, 1...2), let sheet else { return }
    var kept = text(of: field)
    guard !kept.isEmpty else { return refuse(Wording.Plain.isEmpty(field), .notUnderstood) }
    guard let lines = words.count == 2 ? lines(words[1], of: field) : kept.indices else { return }
    let gone = Wording.Plain.numbered(kept, lines)
    kept.removeSubrange(lines)
    let edit = FieldEdit(
      field: field, from: sheet.edited.content(of: field), to: LongText(lines: kept).string)
    guard let edit, make(edit, isStep: true) else { return }
    say(gone)
    say([Wording.Plain.deleted(field, lines.count)] + after(field))
  }

  /// The lines of a text that is changed.
  func text(of field: EntryField) -> [String] { sheet?.edited.text(of: field).lines ?? [] }

  /// What the rule says of a text that was changed, and what there is to do next.
  func after(_ field: EntryField) -> [String] {
    guard let sheet else { return [] }
    let broken = SheetRules.findings(in: sheet.edited).filter { $0.field == .entry(field) && $0.severity == .blocking }
    return [Wording.Plain.summary(field, in: sheet)] + broken.map { Wording.sentence($0) }
  }

  // MARK: What a command names

  private mutating func fieldToChange(
    _ command: DialogueCommand, _ words: [String], _ count: ClosedRange<Int>
  ) -> EntryField? {
    guard count.contains(words.count) else {
      refuse(Wording.Plain.usage(command), .notUnderstood)
      return nil
    }
    guard let field = field(words[0]), mayChange(field) else { return nil }
    return field
  }

  private mutating func textToChange(
    _ command: DialogueCommand, _ words: [String], _ count: ClosedRange<Int>
  ) -> EntryField? {
    guard let field = fieldToChange(command, words, count) else { return nil }
    guard !field.isChoice else {
      refuse(Wording.Plain.isChoice(field), .notUnderstood)
      return nil
    }
    return field
  }

  private mutating func lines(_ word: String, of field: EntryField) -> Range<Int>? {
    let count = text(of: field).count
    guard let lines = EnteredCommand.lines(word, of: count) else {
      refuse(Wording.Plain.noLine(word, field, count), .notUnderstood)
      return nil
    }
    return lines
  }

  /// Whether a field may be changed: where somebody else is editing the sheet, it is asked once.
  private mutating func mayChange(_ field: EntryField) -> Bool {
    guard let sheet else { return false }
    if let holder = sheet.holder, !sheet.isEditedAnyway {
      guard mayEditBeside(holder) else { return false }
      library.change(sheet.id) { $0.isEditedAnyway = true }
    }
    let isUntouched = field.period.fields.allSatisfy { sheet.edited.agrees(with: sheet.saved, in: $0) }
    if sheet.standing(of: field.period).mark == .confirmed, isUntouched {
      say([Wording.Plain.changesConfirmed(field.period)])
    }
    return true
  }

  // MARK: Edits

  /// Makes an edit in the open sheet and its draft; false where a draft could not hold it, which is said.
  ///
  /// - Parameter isStep: whether undoing takes it back.
  mutating func make(_ edit: FieldEdit, isStep: Bool) -> Bool {
    guard let item else { return false }
    guard library.hasRoom(for: edit, in: item) else {
      refuse(Wording.textTooLarge, .notUnderstood)
      return false
    }
    let (made, effects) = library.make([edit], in: item) { if isStep { $0.history.add(step: edit) } }
    run(effects)
    return !made.isEmpty
  }

  /// Takes the last step back, or brings the last that was taken back again.
  mutating func takeBack(isRedo: Bool) {
    guard let item else { return }
    var steps: [EditStep] = []
    library.change(item) { sheet in
      steps = isRedo ? sheet.history.redo(in: nil) : sheet.history.undo(in: nil)
    }
    guard !steps.isEmpty else {
      return refuse(isRedo ? Wording.nothingToRedo : Wording.nothingToUndo, .notUnderstood)
    }
    for step in steps {
      run(library.make([isRedo ? step.edit : step.edit.inverse], in: item) { _ in }.effects)
      say([isRedo ? Wording.Plain.redone(step.field) : Wording.Plain.undone(step.field)] + after(step.field))
    }
  }
}

extension EditHistory {
  /// Adds an edit as a step of its own.
  mutating func add(step edit: FieldEdit) { add(edit, cursorBefore: 0, cursorAfter: 0, typedAt: nil) }
}
