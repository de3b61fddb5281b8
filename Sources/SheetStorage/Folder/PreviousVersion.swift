// Holds the second name that a version gets while it is replaced by renaming over it.
//
// Contract. A name can be given to a file only once, on whatever machine, and no file system remembers it otherwise:
// whoever has given the second name replaces the file alone until it goes. Where a program ended in between, the name is
// known by staying as it is for longer than any replacing takes, and goes then.

import Glibc

/// The second name of a file's version, where names cannot be exchanged.
struct PreviousVersion {
  let name: String
  let replacement: FileReplacement

  /// The name, which `Leftovers` knows for one that may be left over.
  var second: String { ".\(name).000000000000.tmp" }

  /// How long one that does not change is waited for, in milliseconds: what is done under it waits for no disk.
  private static let patience = 5_000

  /// Gives the version the name, waiting for whoever has given it.
  ///
  /// - Returns: false where a file cannot have two names.
  /// - Throws: `StorageError.busy` when others replace the file for too long.
  func take() throws(StorageError) -> Bool {
    let folder = replacement.folder
    var waited = 0
    var seen: (file: ino_t, at: Int)?
    while true {
      do {
        try replacement.calls.link(in: folder.descriptor, from: name, to: second)
        return true
      } catch {
        guard error.code == EEXIST else { return false }
      }
      guard waited < CommitLock.patience else { throw .busy(path: folder.path) }
      var status = stat()
      if fstatat(folder.descriptor, second, &status, AT_SYMLINK_NOFOLLOW) == 0 {
        if seen?.file != status.st_ino { seen = (status.st_ino, waited) }
        if let seen, waited - seen.at >= PreviousVersion.patience {
          _ = Leftovers(replacement: replacement).clear(second, of: name)
        }
      } else {
        seen = nil
      }
      let pause = Int.random(in: 2...20)
      usleep(useconds_t(pause * 1000))
      waited += pause
    }
  }
}
