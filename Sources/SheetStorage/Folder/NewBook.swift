// Holds the making of a whole book in one step.
//
// Contract. A book is written under a hidden name beside its own, which no program takes for a book, and gets its own
// when it is complete. When `createWhole` returns, all of it is there; when it throws, nothing is there under the name,
// and what was written is removed. What a program that was killed leaves stays hidden.

import Glibc
import InitiativeModel

extension BookFolder {
  /// Makes the book with its header and all its sheets; the folder must not be there, its parents are made.
  ///
  /// - Returns: why it is not certain that the book's name is on the disk; nil when it is.
  /// - Throws: `StorageError.alreadyExists` where something has the name; otherwise what failed.
  public func createWhole(_ header: BookHeader, _ sheets: [ValidatedSheet]) throws(StorageError) -> SystemError? {
    guard faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else { throw .alreadyExists(path: path) }
    let (above, name) = nameAndParent
    let parent = BookFolder(path: above, author: author, calls: calls)
    let made = try parent.makeFolder()
    let hidden = TemporaryFile.name(for: name)
    let book = BookFolder(path: "\(above)/\(hidden)", author: author, calls: calls)
    do throws(StorageError) {
      try book.createBook(header)
      for sheet in sheets { _ = try book.create(sheet) }
      return try book.take(name, in: try OpenFolder(above), from: hidden, told: path)
    } catch {
      book.removeAll(sheets.map { BookFolder.fileName($0.sheet.number) })
      parent.removeFolders(made)
      throw error
    }
  }

  /// The path of the folder above, and the folder's name in it.
  private var nameAndParent: (above: String, name: String) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    let above = (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
    return (above.isEmpty ? "." : above, parts.last.map(String.init) ?? path)
  }

  /// Gives the book its own name, which must be free.
  private func take(
    _ name: String, in parent: OpenFolder, from hidden: String, told path: String
  ) throws(StorageError) -> SystemError? {
    do throws(SystemError) {
      do {
        try calls.renameToFree(in: parent.descriptor, from: hidden, to: name)
      } catch {
        guard error.isUnsupported else { throw error }
        try calls.rename(in: parent.descriptor, from: hidden, to: name)
      }
    } catch {
      guard ![EEXIST, ENOTEMPTY, ENOTDIR].contains(error.code) else { throw .alreadyExists(path: path) }
      throw .system(path: path, error)
    }
    return FileReplacement(folder: parent, calls: calls, author: author).syncNames()
  }

  /// Removes a book that could not be finished, with the files that were made in it; anything else keeps it.
  private func removeAll(_ sheets: [String]) {
    guard let folder = try? OpenFolder(path) else { return }
    let files = sheets + [BookFolder.headerName, GitAttributes.name]
    let names = (try? folder.allNames()) ?? []
    for name in names where files.contains(name) || Leftovers.owner(of: name) != nil {
      try? calls.unlink(in: folder.descriptor, name: name)
    }
    removeFolders([path])
  }
}
