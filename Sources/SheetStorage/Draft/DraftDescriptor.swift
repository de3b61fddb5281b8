// Holds a journal's file on its way to the disk.

import Glibc

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
