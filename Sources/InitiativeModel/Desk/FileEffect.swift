// Holds what a front end asks of the files of a library.

/// What is asked of the files of a library; the answers are `FileEvent`s, late and in any order.
public enum FileEffect: Equatable, Sendable {
  /// Put an edit into the sheet's draft before anything else happens.
  ///
  /// - Parameter change: the how-manieth change of the sheet's draft in this session it is; its proof names it.
  case appendDraft(SheetID, FieldEdit, change: Int)
  /// From here on a version is what the file is believed to hold: saves replace it, drafts begin with it.
  case follow(SheetID, FileVersion)
  /// Write the sheet over what the file is believed to hold; the answer names the ticket.
  case save(SheetID, ValidatedSheet, ticket: Int)
  /// Begin the sheet's draft anew over what the file holds, with these entries.
  case restartDraft(SheetID, InitiativeSheet, change: Int)
  /// The sheet holds nothing unsaved any more: its draft can go.
  case dropDraft(SheetID)
  /// Put the sheet's draft as it is with what was thrown away: what follows is the beginning of another one, or nothing.
  case setDraftAside(SheetID)
  /// Write a copy of the sheet outside its book.
  case saveCopy(SheetID, ValidatedSheet)
  /// Go on from a draft that was found for the sheet (`RecoverableDraft.name`), with these entries.
  case resumeDraft(SheetID, InitiativeSheet, change: Int, draft: String)
  /// Put a draft that was found for the sheet away.
  case discardDraft(SheetID, draft: String)
  /// Read what the last save of a sheet changed.
  case readHistory(SheetID)
  /// Set a mark, in the name of the person and with the time; the answer names the ticket.
  case mark(SheetID, UnsignedMark, ticket: Int)
  /// Add a reply to a comment, in the name of the person and with the time; the answer names the ticket.
  case reply(SheetID, UnsignedReply, ticket: Int)
  /// Keep the comments on a sheet that are not known to be in a mark, in place of those kept before.
  case keepComments(SheetID, [String])
  /// Fix the plan of a book, by its path: from here on it is read-only for everybody.
  case fixPlan(String)
}
