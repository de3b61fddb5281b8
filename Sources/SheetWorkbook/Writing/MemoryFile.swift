// Holds a file in memory, for a library that writes to files alone.

import CWorkbook
import Glibc

/// A file without a name in any folder; it is gone with the last reference, or with the program.
final class MemoryFile {
  private let descriptor: Int32

  /// Makes an empty file; nil where the system has no memory for one.
  init?() {
    descriptor = cw_memory_file()
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// By which it can be opened like any other file.
  var path: String { "/proc/self/fd/\(descriptor)" }

  /// All that was written to it; nil where that cannot be read.
  var content: [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    let count = Int(status.st_size)
    let content = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = 0
      while filled < count, let start = buffer.baseAddress {
        let part = pread(descriptor, start + filled, count - filled, off_t(filled))
        guard part > 0 else { return }
        filled += part
      }
    }
    return content.count == count ? content : nil
  }
}
