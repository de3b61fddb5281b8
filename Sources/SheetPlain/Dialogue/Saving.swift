// Holds saving, and the end of the dialogue.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// How long a save is waited for before the next prompt, in seconds.
  private static let patience = 20.0

  /// Saves the open sheet, and waits for what comes of it.
  mutating func save() {
    guard let sheet else { return }
    do {
      let effects = try library.save(sheet.id)
      if effects.isEmpty, sheet.saving == nil { return say([Wording.nothingToSave]) }
      run(effects)
      waitForAnswers()
    } catch {
      for finding in error.findings {
        refuse(Wording.refusedSave(finding, draftsAreKept: draftsAreKept), .unsaved)
      }
    }
  }

  /// Saves every sheet with edits that no file holds, and says of the others why they are not saved.
  mutating func saveAll() {
    let drafts = library.allSheets.filter(\.hasDraft)
    if drafts.isEmpty { return say([Wording.nothingToSave]) }
    var refused: [(sentence: String, status: DialogueStatus)] = []
    for sheet in drafts {
      let name = Wording.Plain.title(sheet.edited)
      if let obstacle = obstacle(toSaving: sheet) {
        refused.append(("\(name): \(obstacle)", .conflict))
        continue
      }
      do {
        run(try library.save(sheet.id))
      } catch {
        refused += error.findings.map {
          ("\(name): \(Wording.refusedSave($0, draftsAreKept: draftsAreKept))", .unsaved)
        }
      }
    }
    waitForAnswers()
    for (sentence, status) in refused { refuse(sentence, status) }
  }

  /// Why a sheet is not saved without somebody looking at it first; nil where it can be.
  private func obstacle(toSaving sheet: EditedSheet) -> String? {
    if let holder = sheet.holder, !sheet.isEditedAnyway {
      return Wording.isBeingEdited(by: holder) + Wording.Plain.openToDecide
    }
    let open = sheet.openConflicts
    return open.isEmpty ? nil : Wording.Plain.conflicting(sheet.edited.number, open.map(\.field))
  }

  private mutating func waitForAnswers() {
    waitForSaves(seconds: Dialogue.patience)
    if session.isSaving { refuse(Wording.Plain.saveTakesLong(draftsAreKept), .unreadable) }
  }

  /// Ends, once it is known what becomes of what is not saved.
  mutating func leave() {
    let drafts = library.allSheets.filter(\.hasDraft)
    guard !drafts.isEmpty else {
      ending = .done
      return
    }
    say([Wording.Plain.unsaved(drafts.count, draftsAreKept)] + drafts.map { Wording.Plain.title($0.edited) })
    switch choose(among: [Wording.Plain.stay, Wording.Plain.saveAndLeave, Wording.Plain.leaveDrafts(draftsAreKept)]) {
    case 1:
      saveAll()
      if library.draftCount == 0 { ending = max(ending ?? .done, .done) } else { say([Wording.Plain.notLeft]) }
    case 2: ending = .done
    default: break
    }
  }
}

extension EditedSheet {
  /// The fields that two people changed and in which both texts still stand.
  var openConflicts: [FieldConflict] { conflicts.filter { edited.content(of: $0.field) == $0.merged } }
}
