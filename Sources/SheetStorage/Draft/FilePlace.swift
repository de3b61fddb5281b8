// Holds the number of a file in its file system.

import Glibc

/// A file or folder as its file system numbers it.
struct FilePlace: Equatable, Sendable {
  let device: UInt
  let inode: UInt

  init(device: UInt, inode: UInt) {
    self.device = device
    self.inode = inode
  }

  init(_ status: stat) { self.init(device: UInt(status.st_dev), inode: UInt(status.st_ino)) }

  /// An open file.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// What stands at a path, links followed; nil where there is nothing.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
