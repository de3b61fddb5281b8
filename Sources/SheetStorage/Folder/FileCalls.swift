// Holds what the library asks of the system to change something on disk, so that tests can fail each of these calls.

import Glibc

/// The mutating file calls, and those on locks.
///
/// Each throws the errno that the system gave; EINTR is retried inside. Where a folder is asked for, AT_FDCWD goes with
/// a whole path as the name.
public protocol FileCalls: Sendable {
  /// Creates a file that must not exist yet, for reading and writing.
  func create(in directory: Int32, name: String, mode: mode_t) throws(SystemError) -> Int32
  /// Writes bytes and says how many went.
  func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws(SystemError) -> Int
  /// Gives the file the mode bits.
  func setMode(_ mode: mode_t, of descriptor: Int32) throws(SystemError)
  /// Gives the file to a group.
  func setGroup(_ group: gid_t, of descriptor: Int32) throws(SystemError)
  /// Gives the file to an owner.
  func setOwner(_ owner: uid_t, of descriptor: Int32) throws(SystemError)
  /// Gives the file an access list, or a folder the one for what is made in it; none where `list` is empty.
  func setAccessList(_ list: [UInt8], forNew: Bool, of descriptor: Int32) throws(SystemError)
  /// Gives a file the user attributes of another, as far as the file system has them.
  func copyAttributes(from original: Int32, to descriptor: Int32) throws(SystemError)
  /// Says of a file that it was changed at this moment.
  func touch(in directory: Int32, name: String) throws(SystemError)
  /// Waits until the file's content is on the disk.
  func sync(_ descriptor: Int32) throws(SystemError)
  /// Closes; an error here may be the only word of a failed write.
  func close(_ descriptor: Int32) throws(SystemError)
  /// Exchanges two names.
  func exchange(in directory: Int32, _ one: String, _ other: String) throws(SystemError)
  /// Renames to a name that must be free.
  func renameToFree(in directory: Int32, from: String, to: String) throws(SystemError)
  /// Renames over whatever has the name.
  func rename(in directory: Int32, from: String, to: String) throws(SystemError)
  /// Gives a file a second name.
  func link(in directory: Int32, from: String, to: String) throws(SystemError)
  /// Takes a name away.
  func unlink(in directory: Int32, name: String) throws(SystemError)
  /// Opens a file for reading and writing, makes it where it is missing, and says whether it did.
  func openShared(in directory: Int32, name: String) throws(SystemError) -> (file: Int32, isNew: Bool)
  /// Makes a folder that must not exist yet.
  func makeFolder(in directory: Int32, name: String) throws(SystemError)
  /// Takes an empty folder away.
  func removeFolder(in directory: Int32, name: String) throws(SystemError)
  /// Takes the lock on a whole open file, or throws EAGAIN at once when somebody has it.
  func lock(_ descriptor: Int32) throws(SystemError)
  /// Sees whether somebody else has the lock on a whole open file, and throws EAGAIN when somebody has.
  func testLock(_ descriptor: Int32) throws(SystemError)
  /// Cuts a file off.
  func truncate(_ descriptor: Int32, to length: off_t) throws(SystemError)
  /// Makes a folder, with its parents; an existing one is fine.
  func makeFolder(_ path: String, mode: mode_t) throws(SystemError)
}

extension FileCalls {
  /// Writes all of some bytes.
  func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty { rest = rest.dropFirst(try write(rest, to: descriptor)) }
  }
}
