// Holds the writing of a result to a file that a person named.
//
// Contract. When `write` returns, the name holds the whole result. When it throws, the name holds what it held: never a
// part, never nothing. Nothing but a regular file is written over, and no name that a book's files have is taken.

import Glibc
import InitiativeModel

/// Why a result was not written to the file that was named.
public enum ResultFileError: Error, Equatable, Sendable {
  /// The name is one of a book's own files.
  case ownFile(path: String)
  /// The name belongs to a folder, a link, a pipe or a device.
  case notRegular(path: String)
  /// The folder cannot be opened, or a system call failed.
  case storage(StorageError)
}

/// Writes results that leave the library to files.
public enum ResultFile {
  /// Puts a result under a name, in one step; a regular file that has the name is replaced and keeps its mode.
  public static func write(
    _ bytes: [UInt8], to path: String, calls: any FileCalls = SystemFileCalls()
  ) throws(ResultFileError) {
    let (folder, name, old) = try place(path)
    do {
      try replace(name, in: folder, with: bytes, old, calls)
    } catch {
      throw .storage(error)
    }
  }

  /// Sees whether a result may be written to a path, without writing anything.
  public static func check(_ path: String) throws(ResultFileError) { _ = try place(path) }

  /// The folder and the name of a path, and the file that has the name.
  private static func place(
    _ path: String
  ) throws(ResultFileError) -> (folder: OpenFolder, name: String, old: stat?) {
    let name = JournalFile.name(of: path)
    guard !["", ".", ".."].contains(name) else { throw .notRegular(path: path) }
    let isPrivate = path.split(separator: "/").dropLast().contains { $0 == SharedFiles.privateName }
    guard !isPrivate, !isOfBook(name) else { throw .ownFile(path: path) }
    do throws(StorageError) {
      let above = String(path.dropLast(name.count))
      let folder = try OpenFolder(above.isEmpty ? "." : above)
      return (folder, name, try current(name, in: folder))
    } catch {
      if case .notAFile(let path) = error { throw .notRegular(path: path) }
      throw .storage(error)
    }
  }

  private static func replace(
    _ name: String, in folder: OpenFolder, with bytes: [UInt8], _ old: stat?, _ calls: any FileCalls
  ) throws(StorageError) {
    let replacement = FileReplacement(folder: folder, calls: calls, author: Author(name: ""), isInBook: false)
    let temporary = try TemporaryFile.write(bytes, for: name, replacing: old, replacement, largest: Int.max)
    do {
      try calls.rename(in: folder.descriptor, from: temporary.name, to: name)
    } catch {
      try? calls.unlink(in: folder.descriptor, name: temporary.name)
      throw .system(path: folder.path(of: name), error)
    }
    _ = replacement.syncNames()
  }

  /// Whether a name is one that the files of a book have, copies and hidden ones too: work is never written over.
  private static func isOfBook(_ name: String) -> Bool {
    name == BookFolder.headerName || name.hasPrefix(".") || name.hasSuffix(".jsonl")
      || (name.hasPrefix("item-") && name.hasSuffix(".json"))
  }

  /// What has the name; nil where it is free.
  private static func current(_ name: String, in folder: OpenFolder) throws(StorageError) -> stat? {
    var status = stat()
    guard fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      guard errno == ENOENT else { throw .system(path: folder.path(of: name), SystemError(call: "stat", code: errno)) }
      return nil
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: folder.path(of: name)) }
    guard status.st_mode & 0o222 != 0 else {
      throw .system(path: folder.path(of: name), SystemError(call: "open", code: EACCES))
    }
    return status
  }
}
