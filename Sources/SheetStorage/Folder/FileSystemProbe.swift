// Holds a try of what a file system can do, in the very folder where it matters.
//
// Contract. What is made for it is removed again; where the program ends in between, the next save clears it.

import Glibc

/// What the file system of a book's folder protects.
public struct FileSystemProbe: Sendable {
  /// What came of trying something: nil when it works.
  public typealias Failure = SystemError?

  /// Locks: nobody writes the book at the same time, and who is editing is shown.
  public let locks: Failure
  /// The exchange of two names in one step.
  public let exchange: Failure
  /// Access lists (POSIX ACL).
  public let accessLists: Failure
  /// Waiting until something is on the disk.
  public let sync: Failure

  /// Tries everything.
  ///
  /// - Throws: why nothing can be tried, as in a folder that may not be written to.
  public init(in path: String, calls: any FileCalls = SystemFileCalls()) throws(StorageError) {
    let folder = try OpenFolder(path)
    let name = TemporaryFile.name(for: "doctor")
    do throws(SystemError) {
      try calls.makeFolder(in: folder.descriptor, name: name)
      defer { try? calls.removeFolder(in: folder.descriptor, name: name) }
      let place = try SharedFiles.open(name, in: folder.descriptor)
      defer { close(place) }
      let file = try calls.create(in: place, name: "1", mode: 0o600)
      defer {
        close(file)
        try? calls.unlink(in: place, name: "1")
      }
      locks = FileSystemProbe.failure { () throws(SystemError) in try FileSystemProbe.lock(file, place, calls) }
      sync = FileSystemProbe.failure { () throws(SystemError) in try calls.sync(file) }
      accessLists = FileSystemProbe.failure { () throws(SystemError) in
        var list = AccessList(mode: 0o600)
        list.groups[getegid()] = 4
        try calls.setAccessList(list.bytes, forNew: false, of: file)
      }
      exchange = FileSystemProbe.failure { () throws(SystemError) in
        close(try calls.create(in: place, name: "2", mode: 0o600))
        defer { try? calls.unlink(in: place, name: "2") }
        try calls.exchange(in: place, "1", "2")
      }
    } catch {
      throw .system(path: folder.path, error)
    }
  }

  /// Takes a lock and sees that nobody else gets it.
  private static func lock(_ file: Int32, _ place: Int32, _ calls: any FileCalls) throws(SystemError) {
    try calls.lock(file)
    let other = try OpenFolder.open("1", in: place)
    defer { close(other) }
    do {
      try calls.testLock(other)
    } catch {
      guard error.isHeld else { throw error }
      return
    }
    throw SystemError(call: "fcntl", code: ENOLCK)
  }

  private static func failure(_ attempt: () throws(SystemError) -> Void) -> Failure {
    do throws(SystemError) {
      try attempt()
      return nil
    } catch {
      return error
    }
  }
}

extension DraftStore {
  /// Tries the place where drafts belong: a file can be made there, written, locked and put on the disk.
  ///
  /// - Returns: the place, and what failed; nil for a place that works.
  public func tryPlace() -> (path: String, failure: SystemError?) {
    guard let place = places.first else { return ("", SystemError(call: "open", code: ENOENT)) }
    do throws(SystemError) {
      try DraftStore.prepare(place, calls)
      let folder = open(place, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard folder >= 0 else { throw SystemError(call: "open", code: errno) }
      defer { close(folder) }
      let name = TemporaryFile.name(for: "doctor")
      let file = try calls.create(in: folder, name: name, mode: 0o600)
      defer {
        close(file)
        try? calls.unlink(in: folder, name: name)
      }
      try calls.writeAll(Array("下書き\n".utf8), to: file)
      try calls.sync(file)
      try calls.lock(file)
      return (place, nil)
    } catch {
      return (place, error)
    }
  }
}
