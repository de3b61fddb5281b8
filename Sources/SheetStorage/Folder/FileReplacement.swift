// Holds the replacing of a file's content in one step.
//
// Contract. Held under the book's commit lock. When `replace` returns, the name holds the new bytes, and both they and
// the name are on the disk unless it says that this could not be proven. When it throws, the name holds the complete old
// bytes; never a part, never nothing. At any moment in between, a crash leaves one of the two. A file that stays its
// owner's keeps group, mode, user attributes and access list; one that another person replaces stays usable for
// everybody who may write in the folder (`FolderLook`). What somebody else put under the name at the last
// moment is kept as a copy of its own and reported. No temporary file is left where the system lets it be removed; what
// a crash leaves is dealt with by the next save (`Leftovers`).

import CFileCalls
import Glibc

/// Replaces files of one folder.
struct FileReplacement {
  let folder: OpenFolder
  let calls: any FileCalls
  let author: Author
  /// Whether the folder is a book's or part of one; elsewhere a new file is as the umask says.
  var isInBook = true

  /// How the new file looks: like the one it replaces, or like the folder wants new ones.
  private enum Appearance {
    case new
    case like(stat, list: [UInt8])
  }

  /// What a replacement did.
  struct Replaced {
    /// The name of the copy that holds a foreign version, when one got in between.
    let copy: String?
    /// Why it is not certain that the new content is on the disk under its name; nil when it is.
    let unproven: SystemError?
  }

  /// A finished file beside the name that it is for.
  private struct Temporary {
    let name: String
    let inode: ino_t
  }

  /// The mark of a temporary file that is not finished: the sticky bit.
  static let unfinished: mode_t = mode_t(S_ISVTX)

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
    let look = appearance(of: name, current.status)
    var isPrepared = false
    let temporary = try writeTemporary(name, bytes, look, like: name) {
      if !isPrepared { prepare() }
      isPrepared = true
    }
    let displaced = try putInPlace(temporary, name, base: base)
    let copy = displaced.flatMap { keepForeign($0, name, base: base) }
    defer { if let displaced, copy == nil { try? calls.unlink(in: folder.descriptor, name: displaced) } }
    return Replaced(copy: copy, unproven: syncNames())
  }

  /// Waits until the folder's names are on the disk; what failed, or nil.
  ///
  /// A file system that has no such call (EINVAL, as for directories of some shares) puts them there by itself.
  func syncNames() -> SystemError? {
    do {
      try calls.sync(folder.descriptor)
      return nil
    } catch {
      return [EINVAL, EOPNOTSUPP, ENOSYS].contains(error.code) ? nil : error
    }
  }

  /// Puts content under a name that must be free.
  func create(_ name: String, _ bytes: [UInt8]) throws(StorageError) {
    let temporary = try writeTemporary(name, bytes, .new, like: nil) {}
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

  // MARK: The temporary file

  /// Writes the bytes into a new file beside the name and waits until they are on the disk; tries twice.
  private func writeTemporary(
    _ name: String, _ bytes: [UInt8], _ look: Appearance, like model: String?, _ prepare: () -> Void
  ) throws(StorageError) -> Temporary {
    guard bytes.count <= OpenFolder.largestFile else {
      throw .tooLarge(path: folder.path(of: name), bytes: bytes.count, limit: OpenFolder.largestFile)
    }
    do {
      return try writeOnce(name, bytes, look, like: model, prepare)
    } catch {
      do {
        return try writeOnce(name, bytes, look, like: model, prepare)
      } catch {
        throw .system(path: folder.path(of: name), error)
      }
    }
  }

  private func writeOnce(
    _ name: String, _ bytes: [UInt8], _ look: Appearance, like model: String?, _ prepare: () -> Void
  ) throws(SystemError) -> Temporary {
    let temporary = ".\(name).\(FileReplacement.randomHexadecimal(12)).tmp"
    let file = try calls.create(in: folder.descriptor, name: temporary)
    var status = stat()
    fstat(file, &status)
    do {
      try fill(file, bytes, look, like: model, prepare)
    } catch {
      try? calls.close(file)
      try? calls.unlink(in: folder.descriptor, name: temporary)
      throw error
    }
    do {
      try calls.close(file)
    } catch {
      try? calls.unlink(in: folder.descriptor, name: temporary)
      throw error
    }
    return Temporary(name: temporary, inode: status.st_ino)
  }

  private func fill(
    _ file: Int32, _ bytes: [UInt8], _ look: Appearance, like model: String?, _ prepare: () -> Void
  ) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try calls.write(rest, to: file)) }
    guard holds(file, bytes) else { throw SystemError(call: "write", code: EIO) }
    if let model { copyAttributes(of: model, to: file) }
    let mode = dress(file, look)
    prepare()
    try calls.setMode(mode, of: file)
    try calls.sync(file)
  }

  /// Whether the file holds the bytes: a system can claim to have written what it has not.
  private func holds(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    var back = [UInt8](repeating: 0, count: bytes.count + 1)
    var count = 0
    while count < back.count {
      let got = back.withUnsafeMutableBytes { buffer in
        pread(file, buffer.baseAddress?.advanced(by: count), buffer.count - count, off_t(count))
      }
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { break }
      count += got
    }
    return count == bytes.count && back[..<count].elementsEqual(bytes)
  }

  private func copyAttributes(of name: String, to file: Int32) {
    let original = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard original >= 0 else { return }
    cf_copy_attributes(original, file)
    Glibc.close(original)
  }

  // MARK: What it looks like

  private func appearance(of name: String, _ status: stat) -> Appearance {
    let original = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard original >= 0 else { return .like(status, list: []) }
    defer { Glibc.close(original) }
    return .like(status, list: AccessList.bytes(of: original) ?? [])
  }

  /// Gives a new file its owner, group and access list; the mode that completes it, and makes it count as finished.
  private func dress(_ file: Int32, _ look: Appearance) -> mode_t {
    guard let folderLook = FolderLook(of: folder.descriptor) else { return 0o600 }
    switch look {
    case .new:
      guard isInBook else { return 0o666 & ~FolderLook.umask }
      return folderLook.dress(file, calls)
    case .like(let old, let list): return folderLook.dress(file, like: old, list: list, calls)
    }
  }

  // MARK: The names

  /// Puts the temporary file under the name.
  ///
  /// When it throws, the temporary file is gone and the name is as it was.
  ///
  /// - Returns: the name that now holds what the name held; nil where there is none.
  private func putInPlace(_ temporary: Temporary, _ name: String, base: [UInt8]) throws(StorageError) -> String? {
    do {
      try calls.exchange(in: folder.descriptor, temporary.name, name)
      return temporary.name
    } catch {
      if hasTaken(name, temporary) { return temporary.name }
      guard error.code == EINVAL || error.code == ENOSYS else { throw abandoned(temporary, name, error) }
    }
    return try renameOver(temporary, name, base: base)
  }

  /// For file systems that cannot exchange names (NFS, FUSE).
  ///
  /// The version that is replaced gets a second name first, so that what is written into it meanwhile is found. A
  /// version that a program which takes no lock puts in its place between that and the renaming, well under a
  /// millisecond, is replaced unseen.
  private func renameOver(_ temporary: Temporary, _ name: String, base: [UInt8]) throws(StorageError) -> String? {
    let previous = ".\(name).\(FileReplacement.randomHexadecimal(12)).tmp"
    let isLinked = (try? calls.link(in: folder.descriptor, from: name, to: previous)) != nil
    guard let now = try? folder.read(isLinked ? previous : name), now.bytes == base else {
      if isLinked { try? calls.unlink(in: folder.descriptor, name: previous) }
      try? calls.unlink(in: folder.descriptor, name: temporary.name)
      throw .changedOnDisk(path: folder.path(of: name), now: nil)
    }
    do {
      try calls.rename(in: folder.descriptor, from: temporary.name, to: name)
    } catch {
      guard hasTaken(name, temporary) else {
        if isLinked { try? calls.unlink(in: folder.descriptor, name: previous) }
        throw abandoned(temporary, name, error)
      }
    }
    return isLinked ? previous : nil
  }

  /// Whether the name has the temporary file after all: a server can do what it then says has failed.
  private func hasTaken(_ name: String, _ temporary: Temporary) -> Bool {
    var status = stat()
    return fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_ino == temporary.inode
  }

  private func abandoned(_ temporary: Temporary, _ name: String, _ error: SystemError) -> StorageError {
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
    let file = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return }
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
      guard error.code == EINVAL || error.code == ENOSYS else { throw error }
      do {
        try calls.link(in: folder.descriptor, from: temporary, to: name)
      } catch {
        guard [EPERM, EOPNOTSUPP, ENOSYS].contains(error.code) else { throw error }
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

  static func randomHexadecimal(_ count: Int) -> String {
    String((0..<count).map { _ in "0123456789abcdef".randomElement() ?? "0" })
  }

  /// The name under which a foreign version is kept: visible, with who and when.
  private func conflictName(for name: String) -> String {
    let stamp = TimeStamp.now.filter { $0 != "-" && $0 != ":" }
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    return "\(stem).conflict-\(author.forFileName)-\(stamp)-\(FileReplacement.randomHexadecimal(4)).json"
  }
}

/// The time as files tell it.
public enum TimeStamp {
  /// Now, in UTC, as 2026-11-21T08:05:00Z.
  public static var now: String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
