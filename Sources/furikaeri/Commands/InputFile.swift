// Holds the reading of a file that was named on the command line.

import Glibc
import SheetStorage

/// Reads a file that was named on the command line.
enum InputFile {
  /// Reads a whole file, or standard input for `-`.
  ///
  /// - Parameter largest: the largest file that is read, in bytes; of a larger one `StorageError.tooLarge` is thrown.
  static func read(_ path: String, largest: Int) throws(StorageError) -> [UInt8] {
    let file = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else {
      guard errno != ENOENT else { throw .notFound(path: path) }
      throw .system(path: path, SystemError(call: "open", code: errno))
    }
    defer { close(file) }
    var status = stat()
    if path != "-", fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw .notAFile(path: path) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(path: path, SystemError(call: "read", code: errno)) }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= largest else { throw .tooLarge(path: path, bytes: bytes.count, limit: largest) }
    }
  }
}
