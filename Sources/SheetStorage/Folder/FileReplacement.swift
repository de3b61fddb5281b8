// Holds the replacing of a file's content in one step.
//
// Contract. When `replace` returns, the name holds the new bytes and both they and the name are on the disk. When it
// throws, the name holds the complete old bytes, or, where the system failed after the exchange, the complete new ones;
// never a part, never nothing. At any moment in between, a crash leaves one of the two. Owner group, mode, user
// attributes and access list stay. What somebody else put under the name at the last moment is kept as a copy of its
// own and reported. No temporary file is left where the system lets it be removed.

import CFileCalls
import Glibc

/// Replaces files of one folder.
struct FileReplacement {
  let folder: OpenFolder
  let calls: any FileCalls

  /// How the new file looks: like the one it replaces, or like the folder wants new ones.
  struct Appearance {
    let mode: mode_t
    let group: gid_t
  }

  /// Puts new content under a name whose content must be `base`.
  ///
  /// - Returns: the name of the copy that holds a foreign version, when one got in between.
  func replace(_ name: String, base: [UInt8], with bytes: [UInt8]) throws(StorageError) -> String? {
    let current: (bytes: [UInt8], status: stat)
    do {
      current = try folder.read(name)
    } catch {
      if case .notFound = error { throw .vanished(path: folder.path(of: name)) }
      throw error
    }
    guard current.bytes == base else { throw .changedOnDisk(path: folder.path(of: name), now: nil) }
    guard current.status.st_mode & 0o222 != 0 else {
      throw .system(path: folder.path(of: name), SystemError(call: "open", code: EACCES))
    }
    let look = Appearance(mode: current.status.st_mode & 0o7777, group: current.status.st_gid)
    let temporary = try writeTemporary(name, bytes, look, like: name)
    let isExchanged = try putInPlace(temporary, name, base: base)
    let copy = isExchanged ? keepForeign(temporary, name, base: base) : nil
    defer { if isExchanged, copy == nil { try? calls.unlink(in: folder.descriptor, name: temporary) } }
    do {
      try calls.sync(folder.descriptor)
    } catch {
      throw .system(path: folder.path(of: name), error)
    }
    return copy
  }

  /// Puts content under a name that must be free.
  func create(_ name: String, _ bytes: [UInt8]) throws(StorageError) {
    let temporary = try writeTemporary(name, bytes, newLook(), like: nil)
    do {
      try placeNew(temporary, name)
      try calls.sync(folder.descriptor)
    } catch {
      try? calls.unlink(in: folder.descriptor, name: temporary)
      guard error.code != EEXIST else { throw .alreadyExists(path: folder.path(of: name)) }
      throw .system(path: folder.path(of: name), error)
    }
  }

  // MARK: The temporary file

  /// Writes the bytes into a new file beside the name and waits until they are on the disk; tries twice.
  private func writeTemporary(
    _ name: String, _ bytes: [UInt8], _ look: Appearance, like model: String?
  ) throws(StorageError) -> String {
    do {
      return try writeOnce(name, bytes, look, like: model)
    } catch {
      do {
        return try writeOnce(name, bytes, look, like: model)
      } catch {
        throw .system(path: folder.path(of: name), error)
      }
    }
  }

  private func writeOnce(
    _ name: String, _ bytes: [UInt8], _ look: Appearance, like model: String?
  ) throws(SystemError) -> String {
    let temporary = ".\(name).\(FileReplacement.randomHexadecimal(12)).tmp"
    let file = try calls.create(in: folder.descriptor, name: temporary)
    do {
      try fill(file, bytes, look, like: model)
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
    return temporary
  }

  private func fill(_ file: Int32, _ bytes: [UInt8], _ look: Appearance, like model: String?) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try calls.write(rest, to: file)) }
    var mode = look.mode
    do {
      try calls.setGroup(look.group, of: file)
    } catch {
      mode &= ~0o070
    }
    if let model { copyAttributes(of: model, to: file) }
    try calls.setMode(mode, of: file)
    try calls.sync(file)
  }

  private func copyAttributes(of name: String, to file: Int32) {
    let original = openat(folder.descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard original >= 0 else { return }
    cf_copy_attributes(original, file)
    Glibc.close(original)
  }

  /// New files: as the umask says, and for the folder's group where the folder is shared in its group.
  private func newLook() -> Appearance {
    let mask = umask(0o022)
    umask(mask)
    var status = stat()
    guard fstat(folder.descriptor, &status) == 0 else { return Appearance(mode: 0o666 & ~mask, group: getgid()) }
    let shared: mode_t = status.st_mode & 0o020 != 0 ? 0o060 : 0
    return Appearance(mode: 0o666 & ~mask | shared, group: shared == 0 ? getegid() : status.st_gid)
  }

  // MARK: The names

  /// Puts the temporary file under the name.
  ///
  /// When it throws, the temporary file is gone and the name is as it was.
  ///
  /// - Returns: whether the two were exchanged, so that the temporary name now holds what the name held.
  private func putInPlace(_ temporary: String, _ name: String, base: [UInt8]) throws(StorageError) -> Bool {
    do {
      try calls.exchange(in: folder.descriptor, temporary, name)
      return true
    } catch {
      guard error.code == EINVAL || error.code == ENOSYS else { throw abandoned(temporary, name, error) }
    }
    guard let now = try? folder.read(name), now.bytes == base else {
      try? calls.unlink(in: folder.descriptor, name: temporary)
      throw .changedOnDisk(path: folder.path(of: name), now: nil)
    }
    return try renameOver(temporary, name)
  }

  /// For file systems that cannot exchange names (NFS, FUSE): between the last look at the name and this call a window
  /// of well under a millisecond stays, in which a version written by a program that does not check is replaced unseen.
  private func renameOver(_ temporary: String, _ name: String) throws(StorageError) -> Bool {
    do {
      try calls.rename(in: folder.descriptor, from: temporary, to: name)
      return false
    } catch {
      throw abandoned(temporary, name, error)
    }
  }

  private func abandoned(_ temporary: String, _ name: String, _ error: SystemError) -> StorageError {
    try? calls.unlink(in: folder.descriptor, name: temporary)
    return .system(path: folder.path(of: name), error)
  }

  /// Keeps what the exchange brought back unless it is provably the version that was opened.
  ///
  /// - Returns: the name that it is kept under, the temporary one where no other could be had; nil for `base`.
  private func keepForeign(_ temporary: String, _ name: String, base: [UInt8]) -> String? {
    if let displaced = try? folder.read(temporary), displaced.bytes == base { return nil }
    for _ in 0..<8 {
      let kept = FileReplacement.conflictName(for: name)
      do {
        try placeNew(temporary, kept)
        return kept
      } catch {
        if error.code != EEXIST { break }
      }
    }
    return temporary
  }

  private func placeNew(_ temporary: String, _ name: String) throws(SystemError) {
    do {
      try calls.renameToFree(in: folder.descriptor, from: temporary, to: name)
    } catch {
      guard error.code == EINVAL || error.code == ENOSYS else { throw error }
      try calls.link(in: folder.descriptor, from: temporary, to: name)
      try calls.unlink(in: folder.descriptor, name: temporary)
    }
  }

  static func randomHexadecimal(_ count: Int) -> String {
    String((0..<count).map { _ in "0123456789abcdef".randomElement() ?? "0" })
  }

  /// The name under which a foreign version is kept: visible, with who and when.
  private static func conflictName(for name: String) -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y%m%dT%H%M%SZ", &parts)
    let stamp = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let stem = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    return "\(stem).conflict-\(getuid())-\(stamp)-\(randomHexadecimal(4)).json"
  }
}
