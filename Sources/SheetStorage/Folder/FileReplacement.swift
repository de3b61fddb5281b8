// Holds the replacing of a file's content in one step.
//
// Contract. Held under the book's commit lock. When `replace` returns, the name holds the new bytes, and both they and
// the name are on the disk unless it says that this could not be proven. When it throws, the name holds the complete old
// bytes; never a part, never nothing. At any moment in between, a crash leaves one of the two. A file that stays its
// owner's keeps group, mode, user attributes and access list; one that another person replaces stays usable for
// everybody who may write in the folder (`FolderLook`). What somebody else put under the name at the last
// moment is kept as a copy of its own and reported. No temporary file is left where the system lets it be removed; what
// a crash leaves is dealt with by the next save (`Leftovers`).

import Glibc

/// Replaces files of one folder.
struct FileReplacement {
  let folder: OpenFolder
  let calls: any FileCalls
  let author: Author
  /// Whether the folder is a book's or part of one; elsewhere a new file is as the umask says.
  var isInBook = true

  /// What a replacement did.
  struct Replaced {
    /// The name of the copy that holds a foreign version, when one got in between.
    let copy: String?
    /// Why it is not certain that the new content is on the disk under its name; nil when it is.
    let unproven: SystemError?
  }

  /// Puts new content under a name whose content must be `base`.
  ///
  /// - Parameter prepare: done once, before the new content counts as finished.
  func replace(
    _ name: String, base: [UInt8], with bytes: [UInt8], prepare: () -> Void = {}
  ) throws(StorageError) -> Replaced {
    let current = try currentVersion(name)
    guard current.bytes == base else { throw .changedOnDisk(path: folder.path(of: name), now: nil) }
    guard current.status.st_mode & 0o222 != 0 else {
      throw .system(path: folder.path(of: name), SystemError(call: "open", code: EACCES))
    }
    let temporary = try TemporaryFile.write(bytes, for: name, replacing: current.status, self, prepare)
    let displaced = try putInPlace(temporary, name, base: base)
    let copy = displaced.flatMap { keepForeign($0, name, base: base) }
    // Others wait for a second name to go, and need not wait for the disk as well.
    if let displaced, copy == nil, displaced != temporary.name {
      try? calls.unlink(in: folder.descriptor, name: displaced)
    }
    let unproven = syncNames()
    if copy == nil, displaced == temporary.name { try? calls.unlink(in: folder.descriptor, name: temporary.name) }
    return Replaced(copy: copy, unproven: unproven)
  }

  /// Waits until the folder's names are on the disk; what failed, or nil.
  ///
  /// A file system that has no such call (EINVAL, as for directories of some shares) puts them there by itself.
  func syncNames() -> SystemError? {
    do {
      try calls.sync(folder.descriptor)
      return nil
    } catch {
      return error.isUnsupported ? nil : error
    }
  }

  /// Puts content under a name that must be free.
  func create(_ name: String, _ bytes: [UInt8]) throws(StorageError) {
    let temporary = try TemporaryFile.write(bytes, for: name, replacing: nil, self)
    do throws(SystemError) {
      try placeNew(temporary.name, name)
      if let error = syncNames() { throw error }
    } catch {
      try? calls.unlink(in: folder.descriptor, name: temporary.name)
      guard error.code != EEXIST else { throw .alreadyExists(path: folder.path(of: name)) }
      throw .system(path: folder.path(of: name), error)
    }
  }

  private func currentVersion(_ name: String) throws(StorageError) -> (bytes: [UInt8], status: stat) {
    do {
      return try folder.read(name)
    } catch {
      if case .notFound = error { throw .vanished(path: folder.path(of: name)) }
      throw error
    }
  }

  // MARK: The names

  /// Puts the temporary file under the name.
  ///
  /// When it throws, the temporary file is gone and the name is as it was.
  ///
  /// - Returns: the name that now holds what the name held; nil where there is none.
  private func putInPlace(_ temporary: TemporaryFile, _ name: String, base: [UInt8]) throws(StorageError) -> String? {
    do {
      try calls.exchange(in: folder.descriptor, temporary.name, name)
      return temporary.name
    } catch {
      if hasTaken(name, temporary) { return temporary.name }
      guard error.isUnsupported else { throw abandoned(temporary, name, error) }
    }
    return try renameOver(temporary, name, base: base)
  }

  /// For file systems that cannot exchange names (NFS, FUSE).
  ///
  /// The version that is replaced gets a second name first, so that what is written into it meanwhile is found, and so
  /// that programs replace it one after the other even where there are no locks. A version that a program which takes
  /// neither puts in its place between that and the renaming, well under a millisecond, is replaced unseen.
  private func renameOver(_ temporary: TemporaryFile, _ name: String, base: [UInt8]) throws(StorageError) -> String? {
    let previous = PreviousVersion(name: name, replacement: self)
    let isLinked: Bool
    do {
      isLinked = try previous.take()
    } catch {
      try? calls.unlink(in: folder.descriptor, name: temporary.name)
      throw error
    }
    guard let now = try? folder.read(isLinked ? previous.second : name), now.bytes == base else {
      if isLinked { try? calls.unlink(in: folder.descriptor, name: previous.second) }
      try? calls.unlink(in: folder.descriptor, name: temporary.name)
      throw .changedOnDisk(path: folder.path(of: name), now: nil)
    }
    do {
      try calls.rename(in: folder.descriptor, from: temporary.name, to: name)
    } catch {
      guard hasTaken(name, temporary) else {
        if isLinked { try? calls.unlink(in: folder.descriptor, name: previous.second) }
        throw abandoned(temporary, name, error)
      }
    }
    return isLinked ? previous.second : nil
  }

  /// Whether the name has the temporary file after all: a server can do what it then says has failed.
  private func hasTaken(_ name: String, _ temporary: TemporaryFile) -> Bool {
    var status = stat()
    return fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_ino == temporary.inode
  }

  private func abandoned(_ temporary: TemporaryFile, _ name: String, _ error: SystemError) -> StorageError {
    try? calls.unlink(in: folder.descriptor, name: temporary.name)
    return .system(path: folder.path(of: name), error)
  }

  /// Keeps what was displaced unless it is provably the version that was opened.
  ///
  /// - Returns: the name that it is kept under, the temporary one where no other could be had; nil for `base`.
  private func keepForeign(_ displaced: String, _ name: String, base: [UInt8]) -> String? {
    if let found = try? folder.read(displaced), found.bytes == base { return nil }
    return keepAsCopy(displaced, name) ?? displaced
  }

  /// Gives a file that may hold somebody's version a name that people find; nil where that fails.
  func keepAsCopy(_ hidden: String, _ name: String) -> String? {
    for _ in 0..<8 {
      let kept = conflictName(for: name)
      do {
        try placeNew(hidden, kept)
        mend(kept)
        return kept
      } catch {
        if error.code != EEXIST { return nil }
      }
    }
    return nil
  }

  /// Lets everybody who works in the folder read the copy, where it is ours to let them.
  private func mend(_ name: String) {
    guard let file = try? OpenFolder.open(name, in: folder.descriptor) else { return }
    FolderLook(of: folder.descriptor)?.mend(file, isFolder: false, calls: calls) { isVersion(file, name) }
    Glibc.close(file)
  }

  /// Whether an open file is the one that has the name, and holds a sheet or its marks: anything else is somebody's own.
  private func isVersion(_ file: Int32, _ name: String) -> Bool {
    var status = stat()
    guard let found = try? folder.read(name), fstat(file, &status) == 0, found.status.st_ino == status.st_ino,
      let document = try? JSONParser.parse(found.bytes)
    else { return false }
    return (try? SheetCodec.decode(document)) != nil || (try? ReviewCodec.decode(document)) != nil
  }

  private func placeNew(_ temporary: String, _ name: String) throws(SystemError) {
    do {
      try calls.renameToFree(in: folder.descriptor, from: temporary, to: name)
    } catch {
      guard error.isUnsupported else { throw error }
      do {
        try calls.link(in: folder.descriptor, from: temporary, to: name)
      } catch {
        guard error.code == EPERM || error.isUnsupported else { throw error }
        return try renameToMissing(temporary, name)
      }
      try calls.unlink(in: folder.descriptor, name: temporary)
    }
  }

  /// For file systems that can neither keep a name from being taken nor give a file two (exFAT): the commit lock keeps
  /// other programs from making the name between the look and the renaming.
  private func renameToMissing(_ temporary: String, _ name: String) throws(SystemError) {
    guard faccessat(folder.descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
      throw SystemError(call: "renameat", code: EEXIST)
    }
    try calls.rename(in: folder.descriptor, from: temporary, to: name)
  }

  /// The name under which a foreign version is kept: visible, with who and when.
  private func conflictName(for name: String) -> String {
    let stamp = TimeStamp.now.filter { $0 != "-" && $0 != ":" }
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    return "\(stem).conflict-\(author.forFileName)-\(stamp)-\(TemporaryFile.randomHexadecimal(4)).json"
  }
}
