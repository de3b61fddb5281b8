// Holds the reading of a whole file that somebody named, and of what comes in by standard input.

import Glibc

/// A file beside the books: links to it are followed, a pipe is not waited for, and it has a limit.
package enum WholeFile {
  /// The bytes of a regular file.
  ///
  /// - Parameter largest: the most bytes that are read.
  /// - Throws: `notFound` where there is none, `notAFile` for a folder, pipe or device, `tooLarge` with the size that the
  ///   file has; otherwise the system's own error.
  package static func read(_ path: String, largest: Int) throws(StorageError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      throw errno == ENOENT ? .notFound(path: path) : .system(path: path, SystemError(call: "open", code: errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
    guard status.st_size <= largest else { throw .tooLarge(path: path, bytes: Int(status.st_size), limit: largest) }
    return try bytes(of: file, path, largest)
  }

  /// All that comes in by standard input, which messages call `-`.
  package static func standardInput(largest: Int) throws(StorageError) -> [UInt8] {
    try bytes(of: STDIN_FILENO, "-", largest)
  }

  /// What comes out of an open file until its end; one byte more than the most is too much.
  private static func bytes(of file: Int32, _ path: String, _ largest: Int) throws(StorageError) -> [UInt8] {
    let bytes: [UInt8]
    do {
      bytes = try WholeFile.bytes(count: largest + 1) { place, room, _ in Glibc.read(file, place, room) }
    } catch {
      throw .system(path: path, error)
    }
    guard bytes.count <= largest else { throw .tooLarge(path: path, bytes: bytes.count, limit: largest) }
    return bytes
  }

  /// Bytes as they come, fewer than asked for where there are no more.
  ///
  /// - Parameter read: puts bytes at a place with room for so many behind so many; says how many, as `read` does.
  static func bytes(
    count: Int, _ read: (_ place: UnsafeMutablePointer<UInt8>?, _ room: Int, _ done: Int) -> Int
  ) throws(SystemError) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
      done = 0
      while done < count {
        let got = read(buffer.baseAddress?.advanced(by: done), count - done, done)
        if got < 0, errno == EINTR { continue }
        if got < 0 { code = errno }
        guard got > 0 else { return }
        done += got
      }
    }
    guard code == 0 else { throw SystemError(call: "read", code: code) }
    return bytes
  }
}
