// Holds what happens when somebody else is editing the sheet that is open.

import InitiativeModel
import SheetWording

extension EditorState {
  /// Who else is editing the sheet that is open, unless the person has said to edit all the same.
  var occupant: Holder? {
    guard let sheet = currentSheet, !sheet.isEditedAnyway else { return nil }
    return sheet.holder
  }

  /// What stands over the keys: what was said last, or else what holds on.
  var shownMessage: Message? { message ?? standingNotice ?? sheetNotice }

  /// What there is to know of the sheet that is open, while it is seen.
  private var sheetNotice: Message? {
    guard opened != nil, panel?.showsScreen ?? true, let sheet = currentSheet else { return nil }
    if let holder = sheet.holder { return Message(Wording.isBeingEdited(by: holder)) }
    return confirmedPeriodInHand(of: sheet).map { Message(Wording.confirmedIsChanged($0)) }
  }

  /// The period that the person is at, where it is confirmed as the file holds it and the draft changes it.
  private func confirmedPeriodInHand(of sheet: EditedSheet) -> ReviewPeriod? {
    guard let focus, !focus.isPlan, case let period = focus.period, sheet.standing(of: period).mark == .confirmed,
      !period.fields.allSatisfy({ sheet.edited.agrees(with: sheet.saved, in: $0) })
    else { return nil }
    return period
  }

  /// What supervisors say of the field that the person is at, or else of its whole period.
  var commentsOnField: [ReviewMark] {
    guard let focus, let sheet = currentSheet else { return [] }
    return sheet.openComments(on: focus)
  }

  mutating func holderChanged(_ id: SheetID, _ holder: Holder?) {
    let isFree = holder == nil && library[id]?.holder != nil && selected == id && opened != nil
    if isFree, message == nil { say(Wording.isFreeAgain) }
    if holder == nil, selected == id { panels.removeAll { ($0.panel as? QuestionPanel)?.question == .occupied } }
    _ = library.take(.holder(id, holder))
  }
}
