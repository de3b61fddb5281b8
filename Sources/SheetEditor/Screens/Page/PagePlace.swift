// Holds what a line of a reading page belongs to.

import InitiativeModel

/// What a line of a reading page belongs to.
struct PagePlace: Equatable, Sendable {
  let sheet: SheetID
  /// The period; nil in the title and the plan.
  let period: ReviewPeriod?
  /// The field; nil on headings and marks.
  let field: EntryField?
  /// The line of the field's text, counted from 1; nil where it is none.
  let line: Int?

  init(_ sheet: SheetID, period: ReviewPeriod? = nil, field: EntryField? = nil, line: Int? = nil) {
    self.sheet = sheet
    self.period = field?.period ?? period
    self.field = field
    self.line = line
  }
}
