// Holds the clearing up of what ended programs left beside the sheets.
//
// Contract. Held under the book's commit lock: whatever has a temporary name is then left over. Removed is only what is
// known to be nobody's: a file that was not finished, and one whose content a sheet holds or its history names.
// Anything else may be a version that somebody wrote, and gets a name that people find.

import Glibc

/// Temporary files of a book.
struct Leftovers {
  let replacement: FileReplacement
  /// Whether a leftover is known to be nobody's by what it holds; `file` is what it was made for, nil where that is gone.
  var isNobodys: (_ leftover: [UInt8], _ file: [UInt8]?) -> Bool = { _, _ in false }

  private var folder: OpenFolder { replacement.folder }

  /// Deals with every temporary file; gives the names under which foreign versions are kept.
  func clear() -> [String] {
    clearUnfinished(HistoryFile.folderName, olderThan: 0)
    clearUnfinished(SharedFiles.privateName, olderThan: 60)
    let names = (try? folder.allNames()) ?? []
    return names.compactMap { name in Leftovers.owner(of: name).flatMap { clear(name, of: $0) } }
  }

  /// The name that a temporary file was made for; nil for any other file.
  static func owner(of name: String) -> String? {
    guard name.hasPrefix("."), name.hasSuffix(".tmp") else { return nil }
    let parts = name.dropFirst().dropLast(4)
    guard let dot = parts.lastIndex(of: "."), dot > parts.startIndex else { return nil }
    let random = parts[parts.index(after: dot)...]
    return random.utf8.count == 12 && random.allSatisfy { $0.isHexDigit } ? String(parts[..<dot]) : nil
  }

  /// Removes the empty files that programs were making in a folder of the book when they ended.
  ///
  /// - Parameter seconds: how long ago at least; the history is written under the lock alone.
  private func clearUnfinished(_ subfolder: String, olderThan seconds: Int) {
    guard let open = try? folder.subfolder(subfolder), let names = try? open.allNames() else { return }
    for name in names where Leftovers.owner(of: name) != nil {
      var status = stat()
      guard fstatat(open.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_size == 0,
        time(nil) - status.st_mtim.tv_sec >= seconds
      else { continue }
      try? replacement.calls.unlink(in: open.descriptor, name: name)
    }
  }

  /// Deals with one; gives the name under which it is kept where it may be somebody's version.
  func clear(_ name: String, of owner: String) -> String? {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    if status.st_mode & S_IFMT == S_IFDIR {
      SharedFiles.removeFolder(name, in: folder.descriptor, replacement.calls)
      return nil
    }
    if status.st_mode & TemporaryFile.unfinished != 0 {
      try? replacement.calls.unlink(in: folder.descriptor, name: name)
      return nil
    }
    guard let found = try? folder.read(name) else { return nil }
    if isKnown(found.bytes, of: owner) {
      try? replacement.calls.unlink(in: folder.descriptor, name: name)
      return nil
    }
    return replacement.keepAsCopy(name, owner)
  }

  private func isKnown(_ bytes: [UInt8], of owner: String) -> Bool {
    let current = try? folder.read(owner).bytes
    if current == bytes || isNobodys(bytes, current) { return true }
    return HistoryFile(folder: folder, calls: replacement.calls, name: owner).names(SHA256.hexadecimal(bytes))
  }
}
