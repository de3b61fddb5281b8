// Holds a journal's file on its way to the disk.

import Glibc

/// A journal's file, to be put on the disk once.
public struct DraftDescriptor: Sendable {
  let descriptor: Int32
  let file: JournalFile
  let count: Int
  let calls: any FileCalls

  var path: String { file.path }

  /// Puts the file and its name on the disk, which may take time, looks whether the next program would find it there,
  /// and lets it go.
  public func sync() -> DraftProof {
    defer { close(descriptor) }
    do {
      try calls.sync(descriptor)
      try syncFolder(file.folder)
      if !file.isProven {
        for folder in file.madeIn where access(folder, R_OK) == 0 { try syncFolder(folder) }
      }
      return DraftProof(path: path, outcome: isFound ? .proven : .lost, count: count)
    } catch {
      return DraftProof(path: path, outcome: isFound ? .failed(error) : .lost, count: count)
    }
  }

  /// Puts a folder's names on the disk; some file systems have no call for that and need none.
  private func syncFolder(_ path: String) throws(SystemError) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw SystemError(call: "open", code: errno) }
    defer { close(folder) }
    do {
      try calls.sync(folder)
    } catch {
      guard error.isUnsupported else { throw error }
    }
  }

  /// Whether the name still leads to this file, and the file still begins as a journal.
  private var isFound: Bool {
    guard let file = try? OpenFolder.open(path) else { return false }
    defer { close(file) }
    guard let here = FilePlace(descriptor: descriptor), here == FilePlace(descriptor: file) else { return false }
    return (try? OpenFolder.bytes(of: file, count: DraftFraming.magic.count)) == DraftFraming.magic
  }
}
