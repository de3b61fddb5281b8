// Holds the files of a book that everybody who works in it writes to: the commit lock, who is editing, the history.
//
// Contract. What is made here can be used by everybody who may write in the book's folder, whatever the umask: a folder
// gets the book's own mode, a file the same without execution. Links are not followed.

import Glibc

/// Opens, and where needed makes, folders and files inside a book.
struct SharedFiles {
  let folder: OpenFolder
  let calls: any FileCalls

  /// The folder that is never exchanged and that git does not see.
  static let privateName = ".furikaeri"

  /// Opens a folder of the book; makes it first where it is missing.
  func subfolder(_ name: String) throws(SystemError) -> Int32 {
    do {
      return try SharedFiles.open(name, in: folder.descriptor)
    } catch {
      guard error.code == ENOENT else { throw error }
    }
    do {
      try calls.makeFolder(in: folder.descriptor, name: name)
    } catch {
      guard error.code == EEXIST else { throw error }
    }
    let opened = try SharedFiles.open(name, in: folder.descriptor)
    try? calls.setMode(bookMode, of: opened)
    if name == SharedFiles.privateName { hideFromGit(opened) }
    return opened
  }

  /// Opens a file of such a folder for reading and writing; makes it first where it is missing.
  func file(_ name: String, in subfolder: Int32) throws(SystemError) -> Int32 {
    let (file, isNew) = try calls.openShared(in: subfolder, name: name)
    if isNew { try? calls.setMode(bookMode & 0o666, of: file) }
    return file
  }

  /// Opens a folder of the book that must be there.
  static func open(_ name: String, in directory: Int32) throws(SystemError) -> Int32 {
    let opened = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw SystemError(call: "open", code: errno) }
    return opened
  }

  private var bookMode: mode_t {
    var status = stat()
    guard fstat(folder.descriptor, &status) == 0 else { return 0o700 }
    return status.st_mode & (0o777 | S_ISGID)
  }

  private func hideFromGit(_ subfolder: Int32) {
    guard let (file, isNew) = try? calls.openShared(in: subfolder, name: ".gitignore"), isNew else { return }
    _ = try? calls.write(Array("*\n".utf8)[...], to: file)
    try? calls.setMode(bookMode & 0o666, of: file)
    try? calls.close(file)
  }
}
