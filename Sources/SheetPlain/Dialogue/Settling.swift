// Holds settling the two versions that git left in a sheet's file.

import InitiativeModel
import SheetWording

extension Dialogue {
  /// Asks which text each place gets in which two versions differ, makes a draft of the answers, and opens the sheet.
  ///
  /// The file holds both versions until the draft is saved.
  mutating func settle(_ id: SheetID) {
    guard let unmerged = library.unmergedSheet(id), let versions = unmerged.versions else {
      return refuse(Wording.Plain.unmerged(id.fileName), .unreadable)
    }
    say([Wording.Plain.title(unmerged.saved), Wording.Plain.unmergedQuestion])
    var conflicts = versions.conflicts
    for index in conflicts.indices {
      let conflict = conflicts[index]
      say(Wording.Plain.version(Wording.Plain.gitText(conflict.place, Wording.ours(versions.oursName)), conflict.ours))
      say(
        Wording.Plain.version(
          Wording.Plain.gitText(conflict.place, Wording.theirs(versions.theirsName)), conflict.theirs))
      guard let answer = choose(among: conflict.answers.map { Wording.Plain.gitAnswer($0) }) else { return }
      conflicts[index].answer = conflict.answers[answer]
    }
    run(library.settle(id, conflicts))
    guard let sheet = library[id] else { return }
    let broken = SheetRules.findings(in: sheet.edited).first { $0.severity == .blocking }
    say([broken.map { Wording.settledAgainstRule(Wording.sentence($0)) } ?? Wording.Plain.settled])
    open(id)
  }
}
