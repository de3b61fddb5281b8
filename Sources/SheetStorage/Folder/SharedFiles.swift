// Holds the files of a book that everybody who works in it writes to: the commit lock, who is editing, the history.
//
// Contract. What is made here can be used by everybody who may write in the book's folder, whatever the umask
// (`FolderLook`), and nobody ever sees it before it can: it is made under another name. What an earlier program left
// unusable is mended by whoever owns it; anybody else is told whose it is. Links are not followed, and a file that has
// a second name elsewhere is never handed out to be written.

import CFileCalls
import Glibc

/// Opens, and where needed makes, folders and files inside a book.
struct SharedFiles {
  let folder: OpenFolder
  let calls: any FileCalls

  /// The folder that is never exchanged and that git does not see.
  static let privateName = ".furikaeri"

  /// The note in it that keeps git from seeing it.
  private static let noteName = ".gitignore"

  /// How often something is made anew that somebody else takes away or makes at the same moment.
  private static let attempts = 8

  // MARK: Folders

  /// Opens a folder of the book; makes it first where it is missing.
  ///
  /// - Parameter isMended: whether one that is there gets what those who may write in the book lack in it.
  func subfolder(_ name: String, isMended: Bool = true) throws(SystemError) -> Int32 {
    for _ in 0..<SharedFiles.attempts {
      do {
        let opened = try SharedFiles.open(name, in: folder.descriptor)
        if isMended { look?.mend(opened, isFolder: true, calls: calls) { holdsOurs(name) } }
        if name == SharedFiles.privateName { hideFromGit(opened) }
        return opened
      } catch {
        guard error.code == ENOENT else { throw told(error, name, in: folder.descriptor, folder.path) }
      }
      do {
        try makeFolder(name)
      } catch {
        guard error.code == EEXIST || error.code == ENOENT || error.code == ENOTEMPTY else { throw error }
      }
    }
    throw SystemError(call: "mkdir", code: EEXIST)
  }

  /// Makes a folder under another name, and gives it its own when it is complete.
  private func makeFolder(_ name: String) throws(SystemError) {
    let temporary = TemporaryFile.name(for: name)
    try calls.makeFolder(in: folder.descriptor, name: temporary)
    do {
      let made = try SharedFiles.open(temporary, in: folder.descriptor)
      defer { close(made) }
      look?.give(to: made, isFolder: true, calls: calls)
      if name == SharedFiles.privateName { hideFromGit(made) }
      try placeFolder(temporary, name)
    } catch {
      SharedFiles.removeFolder(temporary, in: folder.descriptor, calls)
      throw error
    }
  }

  /// Where names cannot be kept from being taken, a folder's can all the same: one that is not empty stays.
  private func placeFolder(_ temporary: String, _ name: String) throws(SystemError) {
    do {
      try calls.renameToFree(in: folder.descriptor, from: temporary, to: name)
    } catch {
      guard error.isUnsupported else { throw error }
      try calls.rename(in: folder.descriptor, from: temporary, to: name)
    }
  }

  /// Removes a folder that was never finished.
  static func removeFolder(_ name: String, in directory: Int32, _ calls: any FileCalls) {
    if let opened = try? open(name, in: directory) {
      if faccessat(opened, noteName, F_OK, AT_SYMLINK_NOFOLLOW) == 0 { try? calls.unlink(in: opened, name: noteName) }
      close(opened)
    }
    try? calls.removeFolder(in: directory, name: name)
  }

  /// Opens a folder of the book that must be there.
  static func open(_ name: String, in directory: Int32) throws(SystemError) -> Int32 {
    let opened = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw SystemError(call: "open", code: errno) }
    return opened
  }

  /// Whether a folder holds nothing but what programs like this one make in it.
  private func holdsOurs(_ name: String) -> Bool {
    let endings = [".lock", ".jsonl", ".json", ".draft", ".comment", ".broken", ".discarded", ".tmp"]
    guard let names = try? folder.subfolder(name).allNames() else { return false }
    return names.allSatisfy { name in
      [SharedFiles.noteName, SharedFiles.privateName, "old"].contains(name) || endings.contains { name.hasSuffix($0) }
    }
  }

  private func hideFromGit(_ subfolder: Int32) {
    guard faccessat(subfolder, SharedFiles.noteName, F_OK, AT_SYMLINK_NOFOLLOW) != 0,
      let (file, isNew) = try? calls.openShared(in: subfolder, name: SharedFiles.noteName)
    else { return }
    if isNew {
      try? calls.writeAll(Array("*\n".utf8), to: file)
      look?.give(to: file, isFolder: false, calls: calls)
    }
    try? calls.close(file)
  }

  // MARK: Files

  /// Opens a file of such a folder for reading and writing; makes it first where it is missing.
  ///
  /// - Parameter isWritten: whether it is opened to be written; a file that only carries a lock may have a second name.
  /// - Throws: EMLINK for a file that has a second name, whose bytes may be those of a sheet.
  func file(_ name: String, in subfolder: Int32, isWritten: Bool = true) throws(SystemError) -> Int32 {
    for _ in 0..<SharedFiles.attempts {
      do {
        return try existing(name, in: subfolder, isWritten: isWritten)
      } catch {
        guard error.code == ENOENT else { throw told(error, name, in: subfolder, path(of: subfolder)) }
      }
      do {
        try makeFile(name, in: subfolder)
      } catch {
        guard error.code == EEXIST || error.code == ENOENT else {
          throw told(error, name, in: subfolder, path(of: subfolder))
        }
      }
    }
    throw SystemError(call: "open", code: EEXIST)
  }

  private func existing(_ name: String, in subfolder: Int32, isWritten: Bool) throws(SystemError) -> Int32 {
    let file = try opened(name, in: subfolder)
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, !isWritten || cf_link_count(file) <= 1
    else {
      close(file)
      throw SystemError(call: "open", code: status.st_mode & S_IFMT == S_IFREG ? EMLINK : EINVAL)
    }
    look?.mend(file, isFolder: false, calls: calls) { SharedFiles.isOurs(file) }
    return file
  }

  /// Whether a file is empty, or begins as a history or a presence does.
  private static func isOurs(_ file: Int32) -> Bool {
    let beginning = (try? OpenFolder.bytes(of: file, count: 64)) ?? []
    let known = ["{\"after\"", "{\n  \"host\""]
    return beginning.isEmpty || known.contains { beginning.starts(with: $0.utf8) }
  }

  private func opened(_ name: String, in subfolder: Int32) throws(SystemError) -> Int32 {
    let file = openat(subfolder, name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file < 0 else { return file }
    throw SystemError(call: "open", code: errno)
  }

  /// Makes an empty file under another name, and gives it its own when it is complete.
  ///
  /// Where a file system can do neither that nor a second name, the file is made under its own name.
  private func makeFile(_ name: String, in subfolder: Int32) throws(SystemError) {
    let temporary = TemporaryFile.name(for: name)
    close(try made(temporary, in: subfolder))
    do {
      try calls.renameToFree(in: subfolder, from: temporary, to: name)
    } catch {
      let isLinked =
        error.code != EEXIST && (try? calls.link(in: subfolder, from: temporary, to: name)) != nil
      try? calls.unlink(in: subfolder, name: temporary)
      guard !isLinked else { return }
      guard error.isUnsupported else { throw error }
      close(try made(name, in: subfolder))
    }
  }

  private func made(_ name: String, in subfolder: Int32) throws(SystemError) -> Int32 {
    let (file, isNew) = try calls.openShared(in: subfolder, name: name)
    if isNew { look?.give(to: file, isFolder: false, calls: calls) }
    return file
  }

  // MARK: What it looks like, and whose it is

  private var look: FolderLook? { FolderLook(of: folder.descriptor) }

  /// The path of an open folder inside the book, for messages.
  private func path(of subfolder: Int32) -> String {
    var wanted = stat()
    guard fstat(subfolder, &wanted) == 0 else { return folder.path }
    let names = (try? folder.allNames()) ?? []
    let name = names.first { name in
      var status = stat()
      return fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_ino == wanted.st_ino
    }
    return name.map { folder.path(of: $0) } ?? folder.path
  }

  /// An error that says which file or folder refused, and whose it is.
  private func told(_ error: SystemError, _ name: String, in directory: Int32, _ path: String) -> SystemError {
    guard [EACCES, EPERM, EMLINK].contains(error.code) else { return error }
    var place = path + "/" + name
    var status = stat()
    if fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
      place = path
      guard fstat(directory, &status) == 0 else { return error }
    }
    let refused = RefusedPlace(
      path: place, isFolder: status.st_mode & S_IFMT == S_IFDIR, owner: status.st_uid,
      group: look?.group ?? status.st_gid)
    return SystemError(call: error.call, code: error.code, refused: refused)
  }
}
