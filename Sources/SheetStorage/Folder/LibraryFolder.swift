// Holds finding the books of a folder that was named on a command line.

import Glibc
import InitiativeModel

/// A folder that is a book, or that holds books.
public enum LibraryFolder {
  /// Reads the books of a folder: the folder itself when it is one, otherwise its direct subfolders, by name.
  ///
  /// - Throws: `StorageError` when the folder cannot be read or holds no book; a broken book stands in the list.
  public static func load(_ path: String, calls: any FileCalls = SystemFileCalls()) throws(StorageError)
    -> [LibraryBook]
  {
    try load(path, calls: calls) { $0 }
  }

  /// Reads the books of a folder one by one, several at once, and keeps of each only what is made of it, by name.
  ///
  /// - Parameter make: is called on any thread.
  /// - Throws: `StorageError` when the folder cannot be read or holds no book.
  public static func load<Part: Sendable>(
    _ path: String, calls: any FileCalls = SystemFileCalls(), making make: @Sendable (LibraryBook) -> Part
  ) throws(StorageError) -> [Part] {
    let folder = try OpenFolder(path)
    let isBook = isBook(try folder.names())
    let places = isBook ? [path] : try subfolders(of: folder, at: path)
    let found = try places.mapOnAllProcessors { (place) throws(StorageError) -> Part? in
      guard let book = book(at: place, calls) else { return nil }
      if isBook, case .unreadable(_, let reason) = book { throw reason }
      return make(book)
    }
    let parts = found.compactMap { $0 }
    guard !parts.isEmpty else { throw .noBooks(path: path) }
    return parts
  }

  /// The folders of the books of a folder, by name; nothing but names is read.
  ///
  /// A folder whose name is no UTF-8 is among them as it is shown: `book` says of it that it cannot be read.
  ///
  /// - Throws: `StorageError` when the folder cannot be read or holds no book.
  public static func places(_ path: String) throws(StorageError) -> [String] {
    let folder = try OpenFolder(path)
    if isBook(try folder.names()) { return [path] }
    let all = try subfolders(of: folder, at: path).filter { place in
      guard let names = try? OpenFolder(place).names() else { return true }
      return isBook(names)
    }
    guard !all.isEmpty else { throw .noBooks(path: path) }
    return all
  }

  /// The folders in a folder that may be books, by name, and behind them those books whose names are no UTF-8.
  private static func subfolders(of folder: OpenFolder, at path: String) throws(StorageError) -> [String] {
    let (names, undecodable) = try folder.listing()
    let places = names.map { place(of: $0, in: path) }.filter { place in
      var status = stat()
      return stat(place, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
    let books = undecodable.filter { name in
      ((try? folder.subfolder(name)).flatMap { try? $0.names() }).map(isBook) ?? false
    }
    return places + books.map { place(of: $0.shown, in: path) }
  }

  private static func place(of name: String, in path: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }

  /// Whether a path is the shown form of a name that is no UTF-8.
  private static func isUndecodable(_ path: String) -> Bool {
    guard let slash = path.lastIndex(of: "/"), let folder = try? OpenFolder(String(path[...slash])),
      let names = try? folder.undecodableNames()
    else { return false }
    return names.contains { $0.shown == path[path.index(after: slash)...] }
  }

  /// Reads one book; nil where the folder is none.
  public static func book(at path: String, _ calls: any FileCalls = SystemFileCalls()) -> LibraryBook? {
    do {
      return .readable(try BookFolder(path: path, calls: calls).load())
    } catch {
      if case .noBooks = error { return nil }
      if case .notFound = error, isUndecodable(path) { return .unreadable(path: path, .nameNotUTF8(path: path)) }
      return .unreadable(path: path, error)
    }
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
}
