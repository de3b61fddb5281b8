// Holds a supervisor's comments that were begun and not given yet.
//
// Contract. One small file a sheet, private to the user, in the same places as drafts. It is replaced in one step, so
// that a program that is killed leaves the comment as it was before or after the last key.

import Glibc

/// The comments on one book's sheets that wait to be given.
public struct KeptComments: Sendable {
  private let places: [String]
  private let prefix: String

  private static let ending = ".comment"
  /// What stands between two comments in the file; nobody types it, and pastes drop it.
  private static let separator: Character = "\u{1E}"

  init(places: [String], prefix: String) {
    self.places = places
    self.prefix = prefix + "-"
  }

  /// All comments by the sheet's file name, the oldest first.
  public func all() -> [String: [String]] {
    var found: [String: [String]] = [:]
    for place in places.reversed() {
      guard let folder = try? OpenFolder(place), let names = try? folder.names() else { continue }
      for name in names where name.hasPrefix(prefix) && name.hasSuffix(KeptComments.ending) {
        guard let (bytes, status) = try? folder.read(name, largest: DraftLimit.comment), status.st_uid == geteuid(),
          let text = String(validating: bytes, as: UTF8.self), !text.isEmpty
        else { continue }
        found[String(name.dropFirst(prefix.count).dropLast(KeptComments.ending.count))] =
          text.split(separator: KeptComments.separator).map(String.init)
      }
    }
    return found
  }

  /// Keeps a sheet's comments in place of those before; with none left they are forgotten.
  ///
  /// - Throws: what failed in the last place, when none could be written; comments that are too large together are not
  ///   written, and those before stay.
  public func keep(_ texts: [String], for fileName: String) throws(KeepingError) {
    let text = texts.joined(separator: String(KeptComments.separator))
    guard text.utf8.count <= DraftLimit.comment else { throw .tooLarge(limit: DraftLimit.comment) }
    let name = prefix + fileName + KeptComments.ending
    guard !text.isEmpty else {
      for place in places { unlink("\(place)/\(name)") }
      return
    }
    var failure: SystemError?
    for place in places {
      do {
        return try write(Array(text.utf8), to: "\(place)/\(name)", in: place)
      } catch {
        failure = error
      }
    }
    throw .system(failure ?? SystemError(call: "open", code: ENOENT))
  }

  private func write(_ bytes: [UInt8], to path: String, in place: String) throws(SystemError) {
    try DraftStore.prepare(place)
    let temporary = "\(path).\(getpid()).new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw SystemError(call: "open", code: errno) }
    defer { close(file) }
    do {
      var rest = bytes[...]
      while !rest.isEmpty { rest = rest.dropFirst(try SystemFileCalls().write(rest, to: file)) }
      guard rename(temporary, path) == 0 else { throw SystemError(call: "rename", code: errno) }
    } catch {
      unlink(temporary)
      throw error as? SystemError ?? SystemError(call: "write", code: EIO)
    }
  }
}

extension DraftStore {
  /// The book's comments that wait to be given.
  public var comments: KeptComments { KeptComments(places: places, prefix: prefix) }
}
