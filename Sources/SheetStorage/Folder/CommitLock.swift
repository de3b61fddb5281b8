// Holds the lock under which a book is written.
//
// Contract. At most one program writes a book at a time. The system holds the lock, so it ends with the program that
// has it, however that ends; the file is never removed from a book, so nobody can hold a lock on a file that is gone.
// Where the file system knows no locks there is none: what the save checks is then the only protection.

import Glibc

/// The lock of one book, held until it is let go.
final class CommitLock {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// How long another save may take before this one gives up, in milliseconds.
  static let patience = 20_000

  /// Takes the lock, waiting for whoever has it.
  ///
  /// - Returns: the lock, or nil where the file system has none.
  /// - Throws: `StorageError.busy` when somebody has it for too long; otherwise what failed.
  static func take(
    _ folder: OpenFolder, calls: any FileCalls, patience: Int = patience
  ) throws(StorageError) -> CommitLock? {
    let files = SharedFiles(folder: folder, calls: calls)
    do {
      let subfolder = try files.subfolder(SharedFiles.privateName)
      defer { close(subfolder) }
      let lock = CommitLock(try files.file("commit.lock", in: subfolder, isWritten: false))
      return try lock.wait(patience, calls) ? lock : nil
    } catch {
      guard error.code == EAGAIN else { throw .system(path: folder.path, error) }
      throw .busy(path: folder.path)
    }
  }

  /// Waits until the lock is had; false where the file system has none.
  private func wait(_ patience: Int, _ calls: any FileCalls) throws(SystemError) -> Bool {
    var waited = 0
    var pause = 1
    while true {
      do {
        try calls.lock(descriptor)
        return true
      } catch {
        if error.code == ENOLCK || error.isUnsupported { return false }
        guard error.isHeld else { throw error }
        guard waited < patience else { throw SystemError(call: error.call, code: EAGAIN) }
      }
      usleep(useconds_t(pause * Int.random(in: 750...1250)))
      waited += pause
      pause = min(100, pause * 2)
    }
  }
}
