// Holds finding the books of a folder that was named on a command line.

import Dispatch
import Glibc
import InitiativeModel
import Synchronization

/// A folder that is a book, or that holds books.
public enum LibraryFolder {
  /// Reads the books of a folder: the folder itself when it is one, otherwise its direct subfolders, by name.
  ///
  /// - Throws: `StorageError` when the folder cannot be read or holds no book; a broken book stands in the list.
  public static func load(_ path: String, calls: any FileCalls = SystemFileCalls()) throws(StorageError)
    -> [LibraryBook]
  {
    let places = try places(path)
    let found = Mutex([LibraryBook?](repeating: nil, count: places.count))
    DispatchQueue.concurrentPerform(iterations: places.count) { index in
      let book = book(at: places[index], calls)
      found.withLock { $0[index] = book }
    }
    let books = found.withLock { $0.compactMap { $0 } }
    if places == [path], case .unreadable(_, let error)? = books.first { throw error }
    guard !books.isEmpty else { throw .noBooks(path: path) }
    return books
  }

  /// The folders of the books of a folder, by name; nothing but names is read.
  ///
  /// A folder whose name is no UTF-8 is among them as it is shown: `book` says of it that it cannot be read.
  ///
  /// - Throws: `StorageError` when the folder cannot be read or holds no book.
  public static func places(_ path: String) throws(StorageError) -> [String] {
    let folder = try OpenFolder(path)
    let names = try folder.names()
    if isBook(names) { return [path] }
    let places = names.map { place(of: $0, in: path) }.filter { place in
      var status = stat()
      guard stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
      guard let names = try? OpenFolder(place).names() else { return true }
      return isBook(names)
    }
    let undecodable = try folder.undecodableNames().filter { name in
      ((try? folder.subfolder(name)).flatMap { try? $0.names() }).map(isBook) ?? false
    }
    let all = places + undecodable.map { place(of: $0.shown, in: path) }
    guard !all.isEmpty else { throw .noBooks(path: path) }
    return all
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
