// Holds one item file of a book as it was read.

import InitiativeModel

/// One item file of a book.
public enum BookEntry: Equatable, Sendable {
  /// A sheet.
  case readable(StoredSheet)
  /// A file that could not be read, and why.
  case unreadable(fileName: String, StorageError)

  /// The file's name.
  public var fileName: String {
    switch self {
    case .readable(let stored): stored.fileName
    case .unreadable(let name, _): name
    }
  }

  /// The sheet, when it could be read.
  public var stored: StoredSheet? {
    switch self {
    case .readable(let stored): stored
    case .unreadable: nil
    }
  }

  /// The sheet as a save would replace it: of two versions that git left, the one that was to be merged.
  public var lastStored: StoredSheet? {
    if case .unreadable(_, .unmerged(_, let file)) = self { return file.stored }
    return stored
  }

  /// The number by which the entry is sorted: the sheet's, or the one in the file's name.
  var number: Int { stored?.sheet.number ?? BookFinding.number(inName: fileName) ?? Int.max }
}
