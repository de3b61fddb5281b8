// Holds what is asked before the next command: about drafts, about texts that two people changed, about other people.

import InitiativeModel
import SheetWording

/// One answer to a question.
struct NumberedAnswer: Equatable {
  /// The word that gives it.
  let word: String
  /// The letter that does the same.
  let key: String
  /// What it means.
  let text: String
}

extension Dialogue {
  /// Asks for one of several answers: by number or word, in a script by word alone; nil where the dialogue is over.
  mutating func choose(among answers: [NumberedAnswer]) -> Int? {
    say(answers.enumerated().map { Wording.Plain.answer($0 + 1, $1) })
    while let line = ask(Wording.Plain.answerPrompt) {
      let word = EnteredCommand.words(line).joined()
      if let place = answers.firstIndex(where: { $0.word == word || $0.key == word }) { return place }
      if reader.isTerminal, let number = Int(word), answers.indices.contains(number - 1) { return number - 1 }
      refuse(Wording.Plain.noAnswer(line, answers.map(\.word)), .conflict)
      guard ending == nil else { return nil }
    }
    if ending == nil, !reader.isTerminal { refuse(Wording.Plain.notAnswered, .conflict) }
    return nil
  }

  /// Whether a sheet is edited although somebody else does.
  mutating func mayEditBeside(_ holder: Holder) -> Bool {
    say([Wording.isBeingEdited(by: holder)])
    return choose(among: [Wording.Plain.justRead, Wording.Plain.editAnyway]) == 1
  }

  // MARK: Drafts of earlier programs

  /// Asks what becomes of the drafts of earlier programs that wait for the open sheet.
  mutating func askAboutDrafts() {
    for draft in sheet?.waitingDrafts ?? [] {
      guard ending == nil, let sheet else { return }
      say([Wording.Plain.draftFound(draft)] + Wording.lines(from: sheet.saved, to: draft.merged(with: sheet.saved)))
      if !draft.isWhole { say([Wording.draftPartlyDamaged]) }
      guard let answer = choose(among: DraftAnswer.allCases.map { Wording.Plain.answer($0) }) else { return }
      run(library.answer(DraftAnswer.allCases[answer], to: draft))
      say([Wording.Plain.answered(DraftAnswer.allCases[answer])])
    }
    askAboutConflicts(isDraft: true)
  }

  // MARK: Texts that two people changed

  /// Asks about the fields of the open sheet that two people changed, as long as both texts stand in them.
  ///
  /// - Parameter isDraft: whether ours is what a draft of an earlier program holds.
  mutating func askAboutConflicts(isDraft: Bool = false) {
    guard let item, let sheet, !sheet.conflicts.isEmpty else { return }
    let open = sheet.openConflicts
    for conflict in open {
      guard ask(about: conflict, isDraft: isDraft) else { return }
      library.change(item) { $0.conflicts.removeAll { $0.field == conflict.field } }
    }
    library.change(item) { $0.conflicts = [] }
    if !open.isEmpty { say([Wording.Plain.conflictsAnswered]) }
  }

  /// Asks which text a field gets; false where the dialogue is over.
  private mutating func ask(about conflict: FieldConflict, isDraft: Bool) -> Bool {
    let field = conflict.field
    say([Wording.Plain.changedByBoth(field)])
    say(Wording.Plain.version(isDraft ? Wording.Plain.savedText : Wording.Plain.theirText, conflict.theirs))
    say(Wording.Plain.version(isDraft ? Wording.Plain.draftText : Wording.Plain.ourText, conflict.ours))
    let answers = conflict.answers.map { Wording.Plain.answer($0, isChoice: field.isChoice, isDraft: isDraft) }
    guard let answer = choose(among: answers), let now = sheet?.edited.content(of: field) else { return false }
    let wanted: String
    switch conflict.answers[answer] {
    case .both: wanted = now
    case .ours, .draft: wanted = conflict.ours
    case .theirs: wanted = conflict.theirs
    }
    guard let edit = FieldEdit(field: field, from: now, to: wanted) else { return true }
    return make(edit, isStep: true)
  }
}
