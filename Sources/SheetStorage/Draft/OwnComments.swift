// Holds the files of the comments that this program keeps.

import Glibc
import Synchronization

/// The files of this program's comments, by sheet; letting go of this lets go of the files.
final class OwnComments: Sendable {
  private let files = Mutex<[String: JournalFile]>([:])

  deinit { files.withLock { for file in $0.values { close(file.descriptor) } } }

  /// The name, without the place, of the file of a sheet's comments; nil where there is none yet.
  func name(for fileName: String) -> String? { files.withLock { $0[fileName]?.name } }

  /// Puts another file, or none, in the place of a sheet's; the one before goes.
  func put(_ file: JournalFile?, for fileName: String, _ calls: any FileCalls) {
    let before = files.withLock { files in
      defer { files[fileName] = file }
      return files[fileName]
    }
    guard let before else { return }
    if before.path == file?.path { close(before.descriptor) } else { before.remove(calls) }
  }
}
