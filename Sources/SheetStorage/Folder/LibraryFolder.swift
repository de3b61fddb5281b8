// Holds finding the books of a folder that was named on a command line.

import Glibc
import InitiativeModel

/// One book of a library folder.
public enum LibraryBook: Sendable {
  /// A book that could be read.
  case readable(StoredBook)
  /// A folder that looks like a book and could not be read, and why.
  case unreadable(path: String, StorageError)

  /// The folder's path.
  public var path: String {
    switch self {
    case .readable(let book): book.folder.path
    case .unreadable(let path, _): path
    }
  }
}

/// A folder that is a book, or that holds books.
public enum LibraryFolder {
  /// Reads the books of a folder: the folder itself when it is one, otherwise its direct subfolders, by name.
  ///
  /// - Throws: `StorageError` when the folder cannot be read or holds no book; a broken book stands in the list.
  public static func load(_ path: String, calls: any FileCalls = SystemFileCalls()) throws(StorageError)
    -> [LibraryBook]
  {
    let folder = try OpenFolder(path)
    let names = try folder.names()
    if isBook(names) { return [.readable(try BookFolder(path: path, calls: calls).load())] }
    var books: [LibraryBook] = []
    for name in names {
      let place = path.hasSuffix("/") ? path + name : "\(path)/\(name)"
      var status = stat()
      guard stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { continue }
      if let book = book(at: place, calls) { books.append(book) }
    }
    guard !books.isEmpty else { throw .noBooks(path: path) }
    return books
  }

  /// Whether a folder holds books in its subfolders rather than being one.
  public static func holdsBooks(_ path: String) -> Bool {
    guard let folder = try? OpenFolder(path), let names = try? folder.names(), !isBook(names) else { return false }
    return names.contains { name in
      (try? OpenFolder("\(path)/\(name)")).flatMap { try? $0.names() }.map(isBook) ?? false
    }
  }

  private static func isBook(_ names: [String]) -> Bool {
    names.contains { $0 == BookFolder.headerName || BookFinding.number(inName: $0) != nil }
  }

  private static func book(at path: String, _ calls: any FileCalls) -> LibraryBook? {
    do {
      return .readable(try BookFolder(path: path, calls: calls).load())
    } catch {
      if case .noBooks = error { return nil }
      return .unreadable(path: path, error)
    }
  }
}
