// Holds what a file looked like from outside.

import Glibc

/// What a file looked like from outside; another look tells whether somebody touched it since.
public struct FileStamp: Equatable, Sendable {
  private let inode: UInt
  private let size: Int
  private let modified: [Int]
  private let changed: [Int]

  /// Looks at a file of a book; nil when there is none.
  public init?(of fileName: String, in book: String) {
    var status = stat()
    guard lstat("\(book)/\(fileName)", &status) == 0 else { return nil }
    self.init(status)
  }

  /// Notes what the system says of a file.
  init(_ status: stat) {
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}
