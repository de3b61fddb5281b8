// Holds a supervisor's comments that were begun and not given yet.
//
// Contract. One small file a sheet and program, private to the user, in the same places as drafts and framed as they
// are. It is replaced in one step, so that a program that is killed leaves the comment as it was before or after the
// last key, and locked while its program lives: another program of the same person neither offers nor touches it. What
// an ended program left goes only when its comments stand in a file of the one that took them over.

import Glibc
import InitiativeModel

/// The comments on one book's sheets that wait to be given.
public struct KeptComments: Sendable {
  let store: DraftStore

  static let ending = ".comment"
  /// What stood between two comments in a file of an earlier version.
  private static let separator: Character = "\u{1E}"

  /// The comments of programs that have ended by the sheet's file name, the oldest first.
  public func all() -> [String: [String]] { KeptComments.all(found()) }

  /// The comments of some files by the sheet's file name, each once, the oldest first.
  public static func all(_ found: [FoundComments]) -> [String: [String]] {
    found.reduce(into: [:]) { all, comments in
      for text in comments.texts where all[comments.fileName]?.contains(text) != true {
        all[comments.fileName, default: []].append(text)
      }
    }
  }

  /// The comments of programs that have ended, or may have, the oldest first.
  ///
  /// Of files of one name in several places, which one program wrote, the newest counts.
  public func found() -> [FoundComments] {
    let files = store.finder.files().filter { $0.isOfComments && store.isOfThisBook($0) }
    return Dictionary(grouping: files, by: \.name).values.compactMap { read($0) }.sorted {
      ($0.modified, $0.paths.first ?? "") < ($1.modified, $1.paths.first ?? "")
    }
  }

  private func read(_ files: [JournalOnDisk]) -> FoundComments? {
    let ownerships = files.map { store.finder.ownership($0.path, $0.header) }
    guard !ownerships.contains(.owned) else { return nil }
    let read = files.compactMap { file in KeptComments.texts(of: file).map { (file, $0.texts, $0.modified) } }
    guard let (file, texts, modified) = read.max(by: { $0.2 < $1.2 }), !texts.isEmpty else { return nil }
    return FoundComments(
      fileName: file.header.fileName, texts: texts, paths: read.map { $0.0.path }, modified: modified,
      isInDoubt: ownerships.contains(.inDoubt))
  }

  private static func texts(of file: JournalOnDisk) -> (texts: [String], modified: Int)? {
    guard let open = try? OpenFolder(file.place),
      let (bytes, status) = try? open.read(file.name, largest: DraftLimit.comment), status.st_uid == geteuid()
    else { return nil }
    let modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
    guard file.header.folder.isEmpty else {
      for case .comments(let texts) in DraftFraming.read(bytes).records { return (texts, modified) }
      return nil
    }
    return String(validating: bytes, as: UTF8.self).map { text in
      (text.split(separator: separator).map(String.init), modified)
    }
  }

  /// The sheet in the name that an earlier version gave to a file, sixteen digits before it; nil for any other name.
  static func sheetOfOldName(_ name: String) -> String? {
    guard name.hasSuffix(ending), name.utf8.count > 17 + ending.utf8.count else { return nil }
    let sheet = String(name.dropFirst(17).dropLast(ending.count))
    return BookFinding.number(inName: sheet) == nil ? nil : sheet
  }

  /// Keeps a sheet's comments in place of those that this program kept before; with none left they are forgotten.
  ///
  /// - Parameter found: comments of ended programs that are among them: their files go when these are written.
  /// - Throws: what failed in the last place, when none could be written; comments that are too large together are not
  ///   written, and those before stay.
  public func keep(
    _ texts: [String], for fileName: String, takingOver found: [FoundComments] = []
  ) throws(KeepingError) {
    if texts.isEmpty {
      if let name = store.ownComments.name(for: fileName) {
        for place in store.places { try? store.calls.unlink(in: AT_FDCWD, name: "\(place)/\(name)") }
      }
      store.ownComments.put(nil, for: fileName, store.calls)
    } else {
      store.ownComments.put(try write(bytes(of: texts, fileName), for: fileName), for: fileName, store.calls)
    }
    for path in found.filter({ !$0.isInDoubt }).flatMap(\.paths) {
      store.claim(path, isDamaged: false)?.remove(store.calls)
    }
  }

  private func bytes(of texts: [String], _ fileName: String) throws(KeepingError) -> [UInt8] {
    var framing = DraftFraming()
    var bytes = DraftFraming.magic
    for record in [.header(store.header(of: fileName)), .comments(texts)] as [DraftRecord] {
      guard let frame = framing.frame(record), bytes.count + frame.count <= DraftLimit.comment else {
        throw .tooLarge(limit: DraftLimit.comment)
      }
      bytes += frame
    }
    return bytes
  }

  private func write(_ bytes: [UInt8], for fileName: String) throws(KeepingError) -> JournalFile {
    let name =
      store.ownComments.name(for: fileName)
      ?? "\(store.prefix)-\(fileName)-\(getpid())-\(TemporaryFile.randomHexadecimal(8))\(KeptComments.ending)"
    var failure = SystemError(call: "open", code: ENOENT)
    for place in store.places {
      do {
        return try write(bytes, to: "\(place)/\(name)", in: place)
      } catch {
        failure = error
      }
    }
    throw .system(failure)
  }

  /// Writes a file under another name, locks it, and gives it its own.
  private func write(_ bytes: [UInt8], to path: String, in place: String) throws(SystemError) -> JournalFile {
    let calls = store.calls
    try DraftStore.prepare(place, calls)
    let temporary = "\(path).\(TemporaryFile.randomHexadecimal(12)).tmp"
    let file = try calls.create(in: AT_FDCWD, name: temporary, mode: 0o600)
    do throws(SystemError) {
      try? calls.lock(file)
      try calls.writeAll(bytes, to: file)
      try calls.rename(in: AT_FDCWD, from: temporary, to: path)
    } catch {
      try? calls.unlink(in: AT_FDCWD, name: temporary)
      close(file)
      throw error
    }
    return JournalFile(path: path, descriptor: file)
  }
}

extension DraftStore {
  /// The book's comments that wait to be given.
  public var comments: KeptComments { KeptComments(store: self) }
}
