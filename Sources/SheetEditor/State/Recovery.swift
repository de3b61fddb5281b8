// Holds the question of what becomes of the drafts of earlier programs.

import InitiativeModel
import SheetWording

/// The question of what becomes of the drafts.
struct Recovery: ChosenOfMany, Equatable, Sendable {
  let drafts: [RecoverableDraft]
  var answers: [DraftAnswer]
  var count: Int { drafts.count }
  var chosen = 0
  var top = 0

  init(drafts: [RecoverableDraft]) {
    self.drafts = drafts
    answers = drafts.map { _ in .resume }
  }

  /// What the chosen draft changes in its sheet, as lines.
  func difference(from saved: InitiativeSheet) -> [String] {
    let merged = drafts[chosen].merged(with: saved)
    return EntryField.allCases.filter { !merged.agrees(with: saved, in: $0) }.flatMap {
      Wording.lines(ofChange: $0, from: saved.content(of: $0), to: merged.content(of: $0))
    }
  }
}
