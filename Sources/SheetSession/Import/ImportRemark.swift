// Holds what an import tells of what it wrote.

import InitiativeModel
import SheetStorage

/// Something that was written otherwise than the file says, and that a person should know.
public enum ImportRemark: Equatable, Sendable {
  /// A second sheet of this number was left out.
  case repeatedSheetLeftOut(Int)
  /// The entry of the sheet of this number stayed although the text says something else.
  case keptEntry(Int, EntryField)
  /// The file has nothing for the field, and what the book has stayed.
  case keptUnread(Int, SheetField)
  /// A ② without its text is kept as a draft.
  case keptAsDraft(Int, ReviewPeriod)

  /// The book and the file changed the entry; the file's text waits as a draft.
  case changedOnBothSides(Int, EntryField)
  /// The book and the file changed different lines of the entry, and both changes stand.
  case combined(Int, EntryField)
  /// The period stayed as a ② would stand without its text; what the file says waits as a draft.
  case keptPeriod(Int, ReviewPeriod)
  /// The version with which the sheet was exported cannot be found again.
  case baseUnknown(Int)
  /// The file changes what is printed, which stayed.
  case printedLeft(Int, SheetField)
  /// The book and the file changed what is printed, which stayed.
  case printedOnBothSides(Int, SheetField)
  /// The file changes the ★, which stayed.
  case starLeft(Int)
  /// The book has no sheet of the number; where it stands in the file.
  case notInBook(Int, place: String)
  /// Two sheets of the book have the number.
  case numberNotUnique(Int)
  /// The file of the book's sheet cannot be read.
  case sheetUnreadable(Int, StorageError)
  /// The book, which named no ward, names this one.
  case wardNamed(String)
  /// Somebody has the sheet open; the name, empty where that is not known.
  case openElsewhere(Int, name: String)
  /// The sheet has a draft of this user beside the one that was made.
  case earlierDraft(Int)
  /// What waits stands in a draft already.
  case draftIsThere(Int)
  /// The sheet was saved by somebody else while the import ran, and was not written.
  case changedMeanwhile(Int)
  /// The sheet was written, its line of history was not.
  case historyNotKept(Int, SystemError)
  /// What somebody wrote at the same moment is kept in the file of this name.
  case foreignCopy(String)
  /// The column of this heading is none of a field.
  case ignoredColumn(String)
  /// What others wrote beside the fields, with its place.
  case unplaced(String)
  /// The book has sheets of these numbers and the file has not; they stay.
  case notInFile([Int])
  /// The file's character set lacks characters, and something of it was taken.
  case characterSet

  /// Whether something of the file is not in the book before a person has decided.
  public var asksPerson: Bool {
    switch self {
    case .changedOnBothSides, .printedOnBothSides, .notInBook, .numberNotUnique, .sheetUnreadable, .changedMeanwhile,
      .keptPeriod:
      true
    case .repeatedSheetLeftOut, .keptEntry, .keptUnread, .keptAsDraft, .combined, .baseUnknown,
      .printedLeft, .starLeft, .openElsewhere, .earlierDraft, .draftIsThere, .historyNotKept, .foreignCopy,
      .ignoredColumn, .unplaced, .characterSet, .wardNamed, .notInFile:
      false
    }
  }

  /// The sheets of a book that a file with these numbers does not have; nothing where there are none.
  static func notInFile(_ numbers: [Int], of book: StoredBook) -> [ImportRemark] {
    let left = Set(book.sheets.map(\.sheet.number)).subtracting(numbers).sorted()
    return left.isEmpty ? [] : [.notInFile(left)]
  }
}
