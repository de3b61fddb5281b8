// Holds one file of a journal.

import Glibc

/// A file that holds a journal, or held it before it was written anew.
struct JournalFile: Sendable {
  let path: String
  /// The folder that it is in, which is asked for at every key.
  let folder: String
  let descriptor: Int32
  /// The folders in which others were made for the file, the innermost first.
  var madeIn: [String] = []
  /// Whether a sync said that what stands in it, or a beginning of it, is on the disk.
  var isProven = false
  /// Whether it could not be read to its end: it is put aside rather than removed.
  var isDamaged = false

  init(path: String, descriptor: Int32, madeIn: [String] = [], isProven: Bool = false, isDamaged: Bool = false) {
    self.path = path
    folder = JournalFile.folder(of: path)
    self.descriptor = descriptor
    self.madeIn = madeIn
    self.isProven = isProven
    self.isDamaged = isDamaged
  }

  var name: String { JournalFile.name(of: path) }

  static func folder(of path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Takes the file away and lets it go.
  func remove(_ calls: any FileCalls) {
    if isDamaged {
      try? calls.rename(in: AT_FDCWD, from: path, to: path + ".broken")
    } else {
      try? calls.unlink(in: AT_FDCWD, name: path)
    }
    close(descriptor)
  }
}
