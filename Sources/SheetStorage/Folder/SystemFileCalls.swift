// Holds every system call of the library that changes something on disk, and those on locks.

import CFileCalls
import Glibc

/// The calls of the system.
public struct SystemFileCalls: FileCalls {
  /// Makes the calls.
  public init() {}

  /// openat with O_CREAT and O_EXCL.
  public func create(in directory: Int32, name: String, mode: mode_t) throws(SystemError) -> Int32 {
    try result("open") { openat(directory, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode) }
  }

  /// openat, with O_CREAT and O_EXCL where there is no such file.
  public func openShared(in directory: Int32, name: String) throws(SystemError) -> (file: Int32, isNew: Bool) {
    let flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    while true {
      do {
        return (try result("open") { openat(directory, name, flags) }, false)
      } catch {
        guard error.code == ENOENT else { throw error }
      }
      do {
        return (try result("open") { openat(directory, name, flags | O_CREAT | O_EXCL, 0o600) }, true)
      } catch {
        guard error.code == EEXIST else { throw error }
      }
    }
  }

  /// mkdirat, mode 0700.
  public func makeFolder(in directory: Int32, name: String) throws(SystemError) {
    _ = try result("mkdir") { mkdirat(directory, name, 0o700) }
  }

  /// unlinkat with AT_REMOVEDIR.
  public func removeFolder(in directory: Int32, name: String) throws(SystemError) {
    _ = try result("unlinkat") { unlinkat(directory, name, AT_REMOVEDIR) }
  }

  /// fcntl with F_OFD_SETLK.
  public func lock(_ descriptor: Int32) throws(SystemError) { try check("fcntl", cf_lock(descriptor)) }

  /// fcntl with F_OFD_GETLK.
  public func testLock(_ descriptor: Int32) throws(SystemError) { try check("fcntl", cf_test_lock(descriptor)) }

  /// ftruncate.
  public func truncate(_ descriptor: Int32, to length: off_t) throws(SystemError) {
    _ = try result("ftruncate") { ftruncate(descriptor, length) }
  }

  /// write.
  public func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int {
    while true {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError(call: "write", code: errno) }
    }
  }

  /// fchmod.
  public func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError) {
    _ = try result("fchmod") { fchmod(descriptor, mode) }
  }

  /// fchown, the owner left alone.
  public func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError) {
    _ = try result("fchown") { fchown(descriptor, uid_t.max, group) }
  }

  /// fchown, the group left alone.
  public func setOwner(_ owner: uid_t, of descriptor: Int32) throws(SystemError) {
    _ = try result("fchown") { fchown(descriptor, owner, gid_t.max) }
  }

  /// fsetxattr or fremovexattr.
  public func setAccessList(_ list: [UInt8], forNew: Bool, of descriptor: Int32) throws(SystemError) {
    try check("fsetxattr", cf_set_access_list(descriptor, forNew, list, list.count))
  }

  /// fgetxattr and fsetxattr, attribute by attribute.
  public func copyAttributes(from original: Int32, to descriptor: Int32) throws(SystemError) {
    try check("fsetxattr", cf_copy_attributes(original, descriptor))
  }

  /// utimensat.
  public func touch(in directory: Int32, name: String) throws(SystemError) {
    _ = try result("utimensat") { utimensat(directory, name, nil, AT_SYMLINK_NOFOLLOW) }
  }

  /// fsync.
  public func sync(_ descriptor: Int32) throws(SystemError) {
    _ = try result("fsync") { fsync(descriptor) }
  }

  /// close; EINTR counts as closed.
  public func close(_ descriptor: Int32) throws(SystemError) {
    if Glibc.close(descriptor) != 0, errno != EINTR { throw SystemError(call: "close", code: errno) }
  }

  /// renameat2 with RENAME_EXCHANGE.
  public func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError) {
    try check("renameat2", cf_exchange(directory, one, other))
  }

  /// renameat2 with RENAME_NOREPLACE.
  public func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError) {
    try check("renameat2", cf_rename_no_replace(directory, from, to))
  }

  /// renameat.
  public func rename(in directory: Int32, from: String, to: String) throws(SystemError) {
    _ = try result("renameat") { renameat(directory, from, directory, to) }
  }

  /// linkat.
  public func link(in directory: Int32, from: String, to: String) throws(SystemError) {
    _ = try result("linkat") { linkat(directory, from, directory, to, 0) }
  }

  /// unlinkat.
  public func unlink(in directory: Int32, name: String) throws(SystemError) {
    _ = try result("unlinkat") { unlinkat(directory, name, 0) }
  }

  /// mkdir, parents first.
  public func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemError(call: "mkdir", code: ENOTDIR) }
      return
    }
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]), mode: mode)
    }
    if mkdir(path, mode) != 0, errno != EEXIST { throw SystemError(call: "mkdir", code: errno) }
  }

  private func result(_ call: String, _ body: () -> Int32) throws(SystemError) -> Int32 {
    while true {
      let value = body()
      if value >= 0 { return value }
      if errno != EINTR { throw SystemError(call: call, code: errno) }
    }
  }

  private func check(_ call: String, _ code: Int32) throws(SystemError) {
    if code != 0 { throw SystemError(call: call, code: code) }
  }
}
