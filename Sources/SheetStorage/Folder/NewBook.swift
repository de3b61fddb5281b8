// Holds the making of a whole book in one step.
//
// Contract. A book is written under a hidden name beside its own, which no program takes for a book, and gets its own
// when it is complete. When `createWhole` returns, all of it is there; when it throws, nothing is there under the name,
// and what was written is removed. What a program that was killed leaves stays hidden, and is removed when the next book
// is made beside it; one that somebody is making is claimed (`EditingClaim`) and stays.

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
    parent.clearAbandonedBooks()
    let hidden = TemporaryFile.name(for: name)
    let book = BookFolder(path: "\(above)/\(hidden)", author: author, calls: calls)
    do throws(StorageError) {
      _ = try book.makeFolder()
      let claim = book.claimMaking()
      defer { withExtendedLifetime(claim) {} }
      try book.createBook(header)
      for sheet in sheets { _ = try book.create(sheet) }
      return try book.take(name, in: try OpenFolder(above), from: hidden, told: path)
    } catch {
      book.removeUnfinished()
      parent.removeFolders(made)
      throw BookFolder.error(error, naming: name, insteadOf: hidden)
    }
  }

  /// A failed call told of the name that the book was to get.
  private static func error(_ error: StorageError, naming name: String, insteadOf hidden: String) -> StorageError {
    guard case .system(let path, let system) = error else { return error }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map { $0 == hidden ? name[...] : $0 }
    return .system(path: parts.joined(separator: "/"), system)
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

  /// Claims to be making the book.
  private func claimMaking() -> EditingClaim.Outcome {
    EditingClaim.claim(BookFolder.headerName, in: path, author: author, calls: calls)
  }

  /// Removes the books in the folder that programs were making when they were killed: unfinished and claimed by nobody.
  ///
  /// A young one may just not be claimed yet, and where there are no locks nobody can tell.
  private func clearAbandonedBooks() {
    guard let folder = try? OpenFolder(path), let names = try? folder.allNames() else { return }
    for name in names {
      var status = stat()
      guard let owner = Leftovers.owner(of: name), !owner.hasPrefix("."),
        fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFDIR,
        time(nil) - status.st_mtim.tv_sec >= BookFolder.youngestAbandoned
      else { continue }
      let book = BookFolder(path: "\(path)/\(name)", author: author, calls: calls)
      guard case .claimed(let claim) = book.claimMaking() else { continue }
      withExtendedLifetime(claim) { book.removeUnfinished() }
    }
  }

  /// How long ago a book that was abandoned was written to at least, in seconds.
  private static let youngestAbandoned = 60

  /// Removes a book that was not finished, with the files that are made in it; where anything else is, all stays.
  private func removeUnfinished() {
    guard let folder = try? OpenFolder(path), let names = try? folder.allNames() else { return }
    let files = names.filter { $0 != SharedFiles.privateName }
    let isOurs = files.allSatisfy { name in
      [BookFolder.headerName, GitAttributes.name].contains(name) || Leftovers.owner(of: name) != nil
        || BookFinding.number(inName: name) != nil
    }
    guard isOurs else { return }
    for name in files { try? calls.unlink(in: folder.descriptor, name: name) }
    removeFolders([path])
  }
}
