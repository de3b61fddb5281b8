// Holds the journal of one sheet's unsaved edits.
//
// Contract. When `append` returns `.kept`, the edit has been handed to the system: a program that is killed at any
// moment after that loses nothing. `sync` puts it on the disk, against power cuts. A journal that cannot be written
// moves to the next place, with everything so far, and says so; it never throws typing away. A journal is locked while
// its program lives.

import CFileCalls
import Glibc
import InitiativeModel

/// Where a journal is being kept.
public enum DraftStatus: Equatable, Sendable {
  /// In the place where drafts belong.
  case kept
  /// In another folder, because the usual one could not be written.
  case keptElsewhere(folder: String)
  /// In memory only; the error of the last place that was tried.
  case notKept(SystemError)
}

/// The unsaved edits of one sheet, on disk.
public final class DraftJournal {
  private let folders: [String]
  private let header: DraftRecord
  private let base: [UInt8]
  private let name: String
  private let calls: any FileCalls
  /// The entries as the last snapshot has them, and the edits behind it.
  private var contents: [EntryField: String]
  private var edits: [FieldEdit] = []
  private var descriptor: Int32 = -1
  private var path: String?
  private var framing = DraftFraming()
  private var size = 0
  /// Whether a write failed, so that nothing more may follow in the file that is open.
  private var isBroken = false

  /// The size from which a journal is written anew as one snapshot, in bytes.
  private static let compactFrom = 256 * 1024

  /// Prepares a journal; no file is made before the first edit.
  ///
  /// - Parameters:
  ///   - folders: the places to keep it, the best first.
  ///   - sheet: the entries as they are before the first edit.
  init(
    folders: [String], name: String, folder: String, fileName: String, base: [UInt8], sheet: InitiativeSheet,
    calls: any FileCalls
  ) {
    self.folders = folders
    self.name = name
    self.calls = calls
    self.base = base
    header = .header(folder: folder, fileName: fileName)
    contents = DraftJournal.contents(of: sheet)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds an edit, in one write.
  public func append(_ edit: FieldEdit, cursor: Int) -> DraftStatus {
    edits.append(edit)
    guard descriptor >= 0, !isBroken, size < DraftJournal.compactFrom else { return startAnew() }
    let bytes = framing.frame(.edit(edit, cursor: cursor))
    guard writeAll(bytes) == nil else { return startAnew() }
    size += bytes.count
    return status
  }

  /// Puts what was appended on the disk; may wait for it.
  ///
  /// - Returns: what failed; nil when all of it is there.
  @discardableResult
  public func sync() -> SystemError? { copyOfDescriptor()?.sync() }

  /// Writes everything down anew, in the first place that takes it: after a sync has failed.
  public func moveOn() -> DraftStatus { startAnew() }

  /// A descriptor of its own for the same file, for waiting on the disk in another thread; nil without a file.
  public func copyOfDescriptor() -> DraftDescriptor? {
    guard descriptor >= 0 else { return nil }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    return copy < 0 ? nil : DraftDescriptor(descriptor: copy, folder: folderOfFile, calls: calls)
  }

  /// Removes the journal: nothing in it is unsaved any more.
  public func finish() {
    if let path { unlink(path) }
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    path = nil
    size = 0
  }

  /// Writes the journal down now, though there was no edit: after taking over an earlier one.
  public func begin() -> DraftStatus { startAnew() }

  private var status: DraftStatus {
    guard path != nil, let first = folders.first else { return .notKept(SystemError(call: "open", code: ENOENT)) }
    return folderOfFile == first ? .kept : .keptElsewhere(folder: folderOfFile)
  }

  private var folderOfFile: String {
    path.map { String($0[..<($0.lastIndex(of: "/") ?? $0.startIndex)]) } ?? ""
  }

  /// Writes header, base and a snapshot into a new file in the first place that takes it, then removes the old file.
  ///
  /// Where no place takes it the old file stays as it is, and the next edit tries again.
  private func startAnew() -> DraftStatus {
    for edit in edits {
      if let changed = edit.applied(to: contents[edit.field] ?? "") { contents[edit.field] = changed }
    }
    edits = []
    let oldPath = path
    let oldDescriptor = descriptor
    var failure = SystemError(call: "open", code: ENOENT)
    for folder in folders {
      do {
        try create(in: folder)
        if let oldPath {
          fdatasync(descriptor)
          unlink(oldPath)
        }
        if oldDescriptor >= 0 { close(oldDescriptor) }
        isBroken = false
        return status
      } catch {
        failure = error
      }
    }
    descriptor = oldDescriptor
    path = oldPath
    isBroken = true
    return .notKept(failure)
  }

  private func create(in folder: String) throws(SystemError) {
    try DraftStore.prepare(folder)
    let place = "\(folder)/\(name)-\(FileReplacement.randomHexadecimal(8)).draft"
    let file = open(place, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError(call: "open", code: errno) }
    _ = cf_lock(file)
    descriptor = file
    framing = DraftFraming()
    var bytes = DraftFraming.magic
    for record in [header, .base(base), .snapshot(contents)] { bytes += framing.frame(record) }
    if let error = writeAll(bytes) {
      close(file)
      unlink(place)
      throw error
    }
    size = 0
    path = place
  }

  private func writeAll(_ bytes: [UInt8]) -> SystemError? {
    var rest = bytes[...]
    while !rest.isEmpty {
      do {
        rest = rest.dropFirst(try calls.write(rest, to: descriptor))
      } catch {
        return error
      }
    }
    return nil
  }

  static func contents(of sheet: InitiativeSheet) -> [EntryField: String] {
    Dictionary(uniqueKeysWithValues: EntryField.allCases.map { ($0, sheet.content(of: $0)) })
  }
}

/// A journal's file, to be put on the disk once.
public struct DraftDescriptor: Sendable {
  fileprivate let descriptor: Int32
  fileprivate let folder: String
  fileprivate let calls: any FileCalls

  /// Puts the file and its name on the disk, which may take time, and lets it go.
  ///
  /// - Returns: what failed; nil when both are there.
  public func sync() -> SystemError? {
    defer { syncFolder() }
    do {
      defer { close(descriptor) }
      try calls.sync(descriptor)
      return nil
    } catch {
      return error
    }
  }

  private func syncFolder() {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}
