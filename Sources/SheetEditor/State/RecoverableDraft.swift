// Holds the drafts of earlier programs, as they are offered at the start.

import InitiativeModel

/// What becomes of a draft that was found.
public enum DraftAnswer: CaseIterable, Equatable, Sendable {
  /// The screen goes on from it.
  case resume
  /// It stays on disk as it is, and is offered again at the next start.
  case keep
  /// It goes, after two weeks for good.
  case discard
}

/// A draft that nobody has open, over what its sheet's file holds now.
public struct RecoverableDraft: Equatable, Sendable {
  /// The sheet.
  public let id: SheetID
  /// What the file held when the draft was found.
  let found: InitiativeSheet
  /// That with the draft's edits.
  let merged: InitiativeSheet
  /// The texts that were changed in the file since the draft began, too; both stand in `merged`, one after the other.
  let conflicts: [EntryField]
  /// Whether all of the draft could be read.
  public let isWhole: Bool
  /// When it was last written, as people read it.
  public let when: String
  /// What becomes of it.
  var answer = DraftAnswer.resume

  /// Describes a draft.
  public init(
    id: SheetID, found: InitiativeSheet, merged: InitiativeSheet, conflicts: [EntryField], isWhole: Bool, when: String
  ) {
    self.found = found
    self.id = id
    self.merged = merged
    self.conflicts = conflicts
    self.isWhole = isWhole
    self.when = when
  }
}

extension RecoverableDraft {
  /// The draft over what the sheet holds by now: others may have saved, and the person may have written in it.
  func merged(with now: InitiativeSheet) -> InitiativeSheet {
    SheetMerge(base: found, ours: merged, theirs: now).sheet
  }
}

/// The question of what becomes of the drafts.
struct Recovery: ChosenOfMany, Equatable, Sendable {
  var drafts: [RecoverableDraft]
  var count: Int { drafts.count }
  var chosen = 0
  var top = 0

  /// What the chosen draft changes in its sheet, as lines.
  func difference(from saved: InitiativeSheet) -> [String] {
    let merged = drafts[chosen].merged(with: saved)
    return EntryField.allCases.filter { !merged.agrees(with: saved, in: $0) }.flatMap {
      Wording.lines(ofChange: $0, from: saved.content(of: $0), to: merged.content(of: $0))
    }
  }
}
