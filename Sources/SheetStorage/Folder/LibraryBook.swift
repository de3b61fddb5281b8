// Holds one book of a library folder as it was read.

import InitiativeModel

/// One book of a library folder.
public enum LibraryBook: Sendable {
  /// A book that could be read.
  case readable(StoredBook)
  /// A folder that looks like a book and could not be read, and why.
  case unreadable(path: String, StorageError)

  /// What book.json says; nil where the book could not be read.
  public var header: BookHeader? {
    if case .readable(let book) = self { return book.header }
    return nil
  }

  /// The folder's path.
  public var path: String {
    switch self {
    case .readable(let book): book.folder.path
    case .unreadable(let path, _): path
    }
  }
}
