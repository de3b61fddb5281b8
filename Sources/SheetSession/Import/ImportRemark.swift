// Holds what an import tells of what it wrote.

import InitiativeModel

/// Something that was written otherwise than the text says, and that a person should know.
public enum ImportRemark: Equatable, Sendable {
  /// A second sheet of this number was left out.
  case repeatedSheetLeftOut(Int)
  /// The entry of the sheet of this number stayed although the text says something else.
  case keptEntry(Int, EntryField)
  /// The text has nothing for the field, and what the book has stayed.
  case keptUnread(Int, SheetField)
  /// A ② without its text is kept as a draft.
  case keptAsDraft(Int, ReviewPeriod)
}
