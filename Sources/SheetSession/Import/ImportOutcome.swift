// Holds what came of an import, as facts; sentences are made in the wording.

import InitiativeModel
import SheetExchange
import SheetStorage

extension BookImport {
  /// What was written, or, where only that was asked for, what would be.
  public struct Outcome: Equatable, Sendable {
    /// The book's folder.
    public let path: String
    /// How many sheets the file has.
    public var sheetsRead = 0
    /// How many sheets were written.
    public let sheets: Int
    /// What to look at in the text: what found a place first, then what found none.
    public let notes: [ImportNote]
    /// What was written otherwise than the file says.
    public let remarks: [ImportRemark]
    /// Sheet by sheet what changes; of a published text only where nothing was to be written.
    public var changes: [SheetChange] = []
    /// Whether the book was not there before.
    public var isNew = false
    /// Whether the file is one that was exported and came back.
    public var isReturned = false
    /// Whether nothing was written as that was not asked for.
    public var isDryRun = false

    /// What a person has to decide before all of the file is taken in.
    ///
    /// A published text is taken in as it was printed, so that a ② that it prints without its text is only told; of a
    /// file that came back the person who filled it in can still be asked.
    public var open: [ImportRemark] {
      remarks.filter { remark in
        if isReturned, case .keptAsDraft = remark { return true }
        return remark.asksPerson
      }
    }
  }
}

/// What an import does to one sheet.
public struct SheetChange: Equatable, Sendable {
  /// A field whose text in the file was not written and waits as a draft.
  public struct Waiting: Equatable, Sendable {
    /// The field.
    public let field: EntryField
    /// What the book holds and keeps.
    public let book: String
    /// What the file says.
    public let file: String
    /// Whether both sides changed it; it waits for the ② rule otherwise.
    public let isConflict: Bool
  }

  /// The sheet as the book has it; nil for one that is not there yet.
  public let before: InitiativeSheet?
  /// The sheet as it is written.
  public let after: InitiativeSheet
  /// What waits.
  public var waiting: [Waiting] = []

  /// The same where the sheet was not written after all.
  var unwritten: SheetChange { SheetChange(before: before, after: before ?? after, waiting: waiting) }
}
