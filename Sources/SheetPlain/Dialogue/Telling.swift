// Holds what is said of what was done beside the dialogue: answers to saves, what others did.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// Takes over something that happened to the files, and says what there is to say of it.
  mutating func tell(_ event: FileEvent) {
    switch event {
    case .saveAnswered(let id, let outcome, let ticket): tellOfSave(id, outcome, ticket)
    case .changedOnDisk(let id, let content):
      let before = library[id]
      run(library.take(event))
      if let before, library[id]?.version != before.version { tellOfChange(content, in: before) }
    case .unmergedOnDisk(let id, _, _):
      run(library.take(event))
      warn(Wording.Plain.unmerged(id.fileName))
      if item == id { item = nil }
    case .holder(let id, let holder):
      let before = library[id]?.holder
      run(library.take(event))
      guard id == item, holder != before else { return }
      say([holder.map { Wording.isBeingEdited(by: $0) } ?? Wording.Plain.isFree])
    case .reviewsChanged(let id, _):
      run(library.take(event))
      if id == item { say([Wording.Plain.reviewsChanged]) }
    case .draftPlace(let place): tellOfDrafts(place)
    case .notice(let sentence): warn(sentence)
    case .marked(let id, _, _, let ticket):
      run(library.take(event))
      tellOfMark(id, ticket, failure: nil)
    case .markingFailed(let id, let reason, let ticket): tellOfMark(id, ticket, failure: reason)
    case .draftProven, .bookOpened, .planFixed, .lastSave: run(library.take(event))
    }
  }

  private mutating func tellOfDrafts(_ place: DraftPlace) {
    switch place {
    case .kept: draftsAreKept = true
    case .keptElsewhere(let path):
      draftsAreKept = true
      warn(Wording.Plain.draftElsewhere(path))
    case .notKept(let reason):
      draftsAreKept = false
      refuse(Wording.Plain.draftNotKept(reason, isScript: !reader.isTerminal), .unreadable)
    }
  }

  /// Says what came of a save; an answer to no save under way says nothing.
  private mutating func tellOfSave(_ id: SheetID, _ outcome: SaveOutcome, _ ticket: Int) {
    guard let before = library[id], let saving = before.saving, saving.ticket == ticket else { return }
    let number = before.edited.number
    let hasMore = !before.edited.entryDifferences(from: saving.handed).isEmpty
    run(library.take(.saveAnswered(id, outcome, ticket: ticket)))
    switch outcome {
    case .written where before.isSettledInDraft && !hasMore: say([Wording.settledIsSaved(number: number, id.fileName)])
    case .written:
      say([
        hasMore
          ? Wording.savedWithDraftLeft(number: number, draftsAreKept: draftsAreKept) : Wording.saved(number: number)
      ])
    case .unproven(_, let reason):
      refuse(Wording.Plain.savedUnproven(number, reason, draftsAreKept), .unreadable)
    case .failed(let reason):
      refuse(Wording.saveFailed(number: number, reason: reason, draftsAreKept: draftsAreKept), .unreadable)
    case .changed(let content): tellOfChange(content, in: before)
    }
    if let change = saving.change, library[id]?.version == change.version { tellOfChange(change, in: before) }
  }

  /// Says that somebody else wrote into a sheet's file.
  private mutating func tellOfChange(_ content: FileContent, in before: EditedSheet) {
    let number = content.sheet.number
    let conflicts = library[before.id]?.conflicts ?? []
    if conflicts != before.conflicts, !conflicts.isEmpty {
      let sentence = Wording.Plain.conflicting(number, conflicts.map(\.field))
      return before.id == item ? warn(sentence) : refuse(sentence, .conflict)
    }
    guard before.hasDraft else { return say([Wording.reloaded(number: number)]) }
    guard library[before.id]?.hasDraft == true else { return say([Wording.Plain.sameAsSaved(number)]) }
    refuse(Wording.Plain.merged(number), .conflict)
  }
}
