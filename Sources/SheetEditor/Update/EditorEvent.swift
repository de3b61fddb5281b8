// Holds what can happen to the editor, named for what happened.

import InitiativeModel
import Terminal

/// Something that happened outside the pure program.
public enum EditorEvent: Equatable, Sendable {
  /// The person did something; `at` is a monotonic time in milliseconds.
  case input(TerminalInput, at: Int)
  /// What came of the save of a ticket.
  case saveAnswered(SheetID, SaveOutcome, ticket: Int)
  /// Somebody else changed the file; what it holds by that.
  case changedOnDisk(SheetID, FileContent)
  /// Where drafts are being kept changed.
  case draftPlace(DraftPlace)
  /// The first so many changes of a sheet's draft in this session are proven to be on the disk.
  case draftProven(SheetID, changes: Int)
  /// The terminal said how wide it draws ambiguous characters.
  case widthsMeasured(AmbiguousWidths)
  /// Somebody else began or ended editing a sheet; nil when nobody else is.
  case holder(SheetID, Holder?)
  /// The mark of a ticket was set; all marks of the sheet, and the period that was marked.
  case marked(SheetID, SheetReviews, ReviewPeriod, ticket: Int)
  /// Somebody else marked a sheet; all its marks as they are now.
  case reviewsChanged(SheetID, SheetReviews)
  /// What the history says of a sheet's last save.
  case lastSave(SheetID, LastSave)
  /// The mark of a ticket could not be set.
  case markingFailed(SheetID, reason: String, ticket: Int)
  /// A book of the list was read: its sheets, its drafts of earlier programs, comments that were begun.
  case bookOpened(BookSection, [RecoverableDraft], [SheetID: [String]])
  /// Something the person should know was found while starting.
  case notice(String)
}

/// What came of a save.
public enum SaveOutcome: Equatable, Sendable {
  /// It was written and is on the disk; what the file holds by it.
  case written(FileContent)
  /// It was written, but the disk has not confirmed it, and why.
  case unproven(FileContent, reason: String)
  /// It was not written, and why.
  case failed(reason: String)
  /// It was not written, as somebody else has changed the file; what it holds by that.
  case changed(FileContent)
}

/// What the pure program asks of the world; run by the executable, answered by events.
public enum Effect: Equatable, Sendable {
  /// Put an edit into the sheet's draft before anything else happens.
  case appendDraft(SheetID, FieldEdit, cursor: Int)
  /// From here on a version is what the file is believed to hold: saves replace it, drafts begin with it.
  case follow(SheetID, FileVersion)
  /// Write the sheet over what the file is believed to hold; the answer names the ticket.
  case save(SheetID, ValidatedSheet, ticket: Int)
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
  /// Set a mark, in the name of the person and with the time; the answer names the ticket.
  case mark(SheetID, ReviewMark, ticket: Int)
  /// Keep the comments on a sheet that are not known to be in a mark, in place of those kept before.
  case keepComments(SheetID, [String])
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
