// Holds what can happen to the editor, named for what happened.

import InitiativeModel
import Terminal

/// Something that happened outside the pure program.
public enum EditorEvent: Equatable, Sendable {
  /// The person did something; `at` is a monotonic time in milliseconds.
  case input(TerminalInput, at: Int)
  /// A sheet was written; what the file holds now.
  case saved(SheetID, InitiativeSheet)
  /// A sheet was not written; its draft is still there.
  case saveFailed(SheetID, reason: String)
  /// Somebody else changed the file since it was opened; what it holds now.
  case changedOnDisk(SheetID, InitiativeSheet)
  /// Where drafts are being kept changed.
  case draftPlace(DraftPlace)
  /// The first so many changes of a sheet's draft in this session are proven to be on the disk.
  case draftProven(SheetID, changes: Int)
  /// The terminal said how wide it draws ambiguous characters.
  case widthsMeasured(AmbiguousWidths)
  /// Somebody else began or ended editing a sheet; nil when nobody else is.
  case holder(SheetID, Holder?)
  /// A mark was set; all marks of the sheet, and the period that was marked.
  case marked(SheetID, SheetReviews, ReviewPeriod)
  /// Somebody else marked a sheet; all its marks as they are now.
  case reviewsChanged(SheetID, SheetReviews)
  /// What the history says of a sheet's last save.
  case lastSave(SheetID, LastSave)
  /// A mark could not be set.
  case markingFailed(SheetID, reason: String)
  /// A book of the list was read: its sheets, its drafts of earlier programs, comments that were begun.
  case bookOpened(BookSection, [RecoverableDraft], [SheetID: String])
  /// Something the person should know was found while starting.
  case notice(String)
}

/// What the pure program asks of the world; run by the executable, answered by events.
public enum Effect: Equatable, Sendable {
  /// Put an edit into the sheet's draft before anything else happens.
  case appendDraft(SheetID, FieldEdit, cursor: Int)
  /// Write the sheet over what the file is believed to hold.
  case save(SheetID, ValidatedSheet)
  /// Begin the sheet's draft anew over what the file holds now, with these entries.
  case restartDraft(SheetID, InitiativeSheet)
  /// The sheet holds nothing unsaved any more: its draft can go.
  case dropDraft(SheetID)
  /// Write a copy of the sheet outside its book.
  case saveCopy(SheetID, ValidatedSheet)
  /// Go on from the draft that was found for the sheet, with these entries.
  case resumeDraft(SheetID, InitiativeSheet)
  /// Put the draft that was found for the sheet away.
  case discardDraft(SheetID)
  /// Read what the last save of a sheet changed.
  case readHistory(SheetID)
  /// Set a mark, in the name of the person and with the time.
  case mark(SheetID, ReviewMark)
  /// Keep a comment that is being written, in place of the one kept before; an empty one is forgotten.
  case keepComment(SheetID, String)
  /// Offer a text to the clipboard of the terminal, where it has one.
  case offerClipboard(String)
  /// Draw everything anew, whatever the terminal is believed to show.
  case redrawEverything
  /// Leave the program.
  case quit

  /// The sheet whose draft the effect changes.
  var changedDraft: SheetID? {
    if case .appendDraft(let id, _, _) = self { return id }
    if case .restartDraft(let id, _) = self { return id }
    if case .resumeDraft(let id, _) = self { return id }
    return nil
  }
}
