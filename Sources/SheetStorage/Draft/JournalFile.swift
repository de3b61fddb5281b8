// Holds one file of a journal, and what a sync says of it.

import Glibc

/// A file that holds a journal, or held it before it was written anew.
struct JournalFile: Sendable {
  let path: String
  let descriptor: Int32
  /// Whether a sync said that what stands in it, or a beginning of it, is on the disk.
  var isProven = false
  /// Whether it could not be read to its end: it is put aside rather than removed.
  var isDamaged = false

  var folder: String { JournalFile.folder(of: path) }
  var name: String { JournalFile.name(of: path) }

  static func folder(of path: String) -> String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// Takes the file away and lets it go.
  func remove() {
    if isDamaged { rename(path, path + ".broken") } else { unlink(path) }
    close(descriptor)
  }
}

/// What a sync says of a journal's file.
public struct DraftProof: Sendable {
  /// The outcomes.
  enum Outcome: Equatable, Sendable {
    /// All that stood in the file when the sync was asked for is on the disk, and its name is.
    case proven
    /// Somebody took the file away, or it cannot be read.
    case lost
    /// The disk did not take it.
    case failed(SystemError)
  }

  let path: String
  let outcome: Outcome
  /// How many edits stood in the file when the sync was asked for.
  let count: Int
}

/// A journal's file, to be put on the disk once.
public struct DraftDescriptor: Sendable {
  let descriptor: Int32
  let path: String
  let count: Int
  let calls: any FileCalls

  /// Puts the file and its name on the disk, which may take time, looks whether the next program would find it there,
  /// and lets it go.
  public func sync() -> DraftProof {
    defer { close(descriptor) }
    do {
      try calls.sync(descriptor)
      try syncFolder()
      return DraftProof(path: path, outcome: isFound ? .proven : .lost, count: count)
    } catch {
      return DraftProof(path: path, outcome: isFound ? .failed(error) : .lost, count: count)
    }
  }

  /// Puts the name on the disk; some file systems have no call for that and need none.
  private func syncFolder() throws(SystemError) {
    let folder = open(JournalFile.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemError(call: "open", code: errno) }
    defer { close(folder) }
    do {
      try calls.sync(folder)
    } catch {
      guard [EINVAL, ENOSYS, EOPNOTSUPP].contains(error.code) else { throw error }
    }
  }

  /// Whether the name still leads to this file, and the file still begins as a journal.
  private var isFound: Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { close(file) }
    guard let here = FilePlace(descriptor: descriptor), here == FilePlace(descriptor: file) else { return false }
    var start = [UInt8](repeating: 0, count: DraftFraming.magic.count)
    return pread(file, &start, start.count, 0) == start.count && start == DraftFraming.magic
  }
}
