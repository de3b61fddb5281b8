// Holds a complete file that waits beside the name that it is for.

import Glibc

/// A finished file beside the name that it is for.
struct TemporaryFile {
  let name: String
  let inode: ino_t

  /// The mark of a temporary file that is not finished: the sticky bit.
  static let unfinished = mode_t(S_ISVTX)

  /// A name for a file, or a folder, until it gets its own; `Leftovers` knows such names.
  static func name(for name: String) -> String { ".\(name).\(randomHexadecimal(12)).tmp" }

  static func randomHexadecimal(_ count: Int) -> String {
    String((0..<count).map { _ in "0123456789abcdef".randomElement() ?? "0" })
  }

  /// Writes bytes into a new file beside a name and waits until they are on the disk; tries twice.
  ///
  /// - Parameters:
  ///   - old: the file that has the name, and whose look the new one takes; nil where it has to be free.
  ///   - largest: how large the file may be, in bytes; what the program reads itself is bounded.
  ///   - prepare: done once, before the file counts as finished.
  static func write(
    _ bytes: [UInt8], for name: String, replacing old: stat?, _ replacement: FileReplacement,
    largest: Int = OpenFolder.largestFile, _ prepare: () -> Void = {}
  ) throws(StorageError) -> TemporaryFile {
    let path = replacement.folder.path(of: name)
    guard bytes.count <= largest else { throw .tooLarge(path: path, bytes: bytes.count, limit: largest) }
    var isPrepared = false
    func prepareOnce() {
      if !isPrepared { prepare() }
      isPrepared = true
    }
    do {
      return try writeOnce(bytes, name, old, replacement, prepareOnce)
    } catch {
      do {
        return try writeOnce(bytes, name, old, replacement, prepareOnce)
      } catch {
        throw .system(path: path, error)
      }
    }
  }

  private static func writeOnce(
    _ bytes: [UInt8], _ name: String, _ old: stat?, _ replacement: FileReplacement, _ prepare: () -> Void
  ) throws(SystemError) -> TemporaryFile {
    let calls = replacement.calls
    let directory = replacement.folder.descriptor
    let temporary = TemporaryFile.name(for: name)
    let file = try calls.create(in: directory, name: temporary, mode: unfinished | 0o600)
    var status = stat()
    fstat(file, &status)
    var isOpen = true
    do throws(SystemError) {
      try calls.writeAll(bytes, to: file)
      guard holds(file, bytes) else { throw SystemError(call: "write", code: EIO) }
      let mode = dress(file, name, old, replacement)
      prepare()
      try calls.setMode(mode, of: file)
      try calls.sync(file)
      isOpen = false
      try calls.close(file)
    } catch {
      if isOpen { try? calls.close(file) }
      try? calls.unlink(in: directory, name: temporary)
      throw error
    }
    return TemporaryFile(name: temporary, inode: status.st_ino)
  }

  /// Whether a file holds the bytes: a system can claim to have written what it has not.
  private static func holds(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    (try? OpenFolder.bytes(of: file, count: bytes.count + 1)) == bytes
  }

  /// Gives a new file its attributes, owner, group and access list; the mode that completes it, and makes it count as
  /// finished.
  private static func dress(
    _ file: Int32, _ name: String, _ old: stat?, _ replacement: FileReplacement
  ) -> mode_t {
    let calls = replacement.calls
    let folder = replacement.folder.descriptor
    var list: [UInt8] = []
    if old != nil, let original = try? OpenFolder.open(name, in: folder) {
      try? calls.copyAttributes(from: original, to: file)
      list = AccessList.bytes(of: original) ?? []
      Glibc.close(original)
    }
    guard let look = FolderLook(of: folder) else { return 0o600 }
    if let old { return look.dress(file, like: old, list: list, calls) }
    return replacement.isInBook ? look.dress(file, calls) : 0o666 & ~FolderLook.umask
  }
}
