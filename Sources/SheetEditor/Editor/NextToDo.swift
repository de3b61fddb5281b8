// Holds going to the next field about which something has to be done: the ② rule is broken in it, or it was sent back.

import InitiativeModel
import SheetWording

extension EditorState {
  /// A field about which something has to be done.
  private struct Task {
    let place: Int
    let sheet: EditedSheet
    let field: EntryField
    /// What the supervisors say of it; nil where the ② rule is broken.
    let comment: ReviewMark?
    let isDeficient: Bool

    var order: (Int, Int) { (place, EntryField.allCases.firstIndex(of: field) ?? 0) }
  }

  /// Goes to the next field in which the ② rule is broken, or that was sent back and not answered, through all sheets
  /// and round.
  mutating func goToNextDeficient() {
    var tasks: [Task] = []
    var here = 0
    for (place, row) in library.rows.enumerated() {
      if row.id == selected { here = place }
      if let sheet = library[row.id] { tasks += EditorState.tasks(sheet, place) }
    }
    guard let first = tasks.first else { return say(Wording.nothingDeficientOrSentBack) }
    let field = focus ?? page?.place?.field ?? page?.origin
    let from = (here, opened == nil ? -1 : field.flatMap(EntryField.allCases.firstIndex) ?? 0)
    let target = tasks.first { $0.order > from } ?? first
    list.stay()
    go(to: target.sheet.id, at: target.field)
    let number = target.sheet.edited.number
    if target.isDeficient {
      say(Wording.deficient(number: number, period: target.field.period))
    } else {
      say(Wording.sentBack(number: number, target.field, target.comment))
    }
  }

  /// What has to be done about a sheet, in the form's order, once a field.
  private static func tasks(_ sheet: EditedSheet, _ place: Int) -> [Task] {
    let deficient = sheet.deficientPeriods.map(\.requiredText)
    let sentBack = ReviewPeriod.allCases.filter { sheet.standing(of: $0).mark == .sentBack }
    guard !deficient.isEmpty || !sentBack.isEmpty else { return [] }
    let comments = sheet.openComments.filter { sentBack.contains($0.period) }
    var fields: [EntryField: ReviewMark?] = [:]
    for period in sentBack {
      let own = comments.filter { $0.period == period }
      for comment in own {
        let open = comment.openFields(in: sheet.saved)
        for field in open.isEmpty ? [period.fields[0]] : open { fields[field] = comment }
      }
      if own.isEmpty { fields[period.fields[0]] = .some(nil) }
    }
    return EntryField.allCases.compactMap { field in
      let isDeficient = deficient.contains(field)
      guard isDeficient || fields.keys.contains(field) else { return nil }
      return Task(
        place: place, sheet: sheet, field: field, comment: fields[field] ?? nil, isDeficient: isDeficient)
    }
  }
}
