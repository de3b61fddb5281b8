// Holds how the program ends.

import SheetStorage

/// How the program ends.
enum ExitStatus {
  static let done: Int32 = 0
  static let findings: Int32 = 1
  static let usage: Int32 = 2
  static let unreadable: Int32 = 3
  static let conflict: Int32 = 4

  /// The status for a file that could not be read or written: another one where somebody else was at it.
  static func of(_ error: StorageError) -> Int32 {
    switch error {
    case .changedOnDisk, .otherBook, .markedMeanwhile, .markMissing, .planIsFixed, .busy, .alreadyExists: conflict
    case .notFound, .nameNotUTF8, .notAFolder, .noBooks, .headerMissing, .notAFile, .symbolicLink, .tooLarge,
      .tooManyLines, .empty, .zeroFilled, .syntax, .unmerged, .invalid, .newerFormat, .vanished, .wouldNotReadBack,
      .system:
      unreadable
    }
  }
}
