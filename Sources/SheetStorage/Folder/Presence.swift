// Holds who is editing a sheet.
//
// Contract. Whoever edits a sheet holds the lock on its presence file; the system ends the lock with the program,
// however that ends, so nobody is ever kept out by one that is gone. What stands in the file is for people alone. The
// file is never removed, and never written while it has a second name, which may be a sheet's. Presence is advice: what
// keeps two people's saves apart is the save itself.

import CFileCalls
import Glibc

/// Somebody who is editing a sheet.
public struct Presence: Equatable, Sendable {
  /// The person's name; empty where the file does not tell.
  public let user: String
  /// The machine's name; empty where the file does not tell.
  public let host: String
  /// Since when, as 2026-11-21T08:05:00Z; empty where the file does not tell.
  public let since: String
}

/// The mark that a sheet is being edited; it ends with the last reference.
public final class PresenceMark: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    PresenceMark.replaceContent(of: descriptor, with: [])
    close(descriptor)
  }

  /// What came of wanting to mark a sheet.
  public enum Outcome: Sendable {
    /// It is marked.
    case marked(PresenceMark)
    /// Somebody else has marked it.
    case held(Presence)
    /// It cannot be marked here, as on a share without locks or in a folder that may not be written to.
    case impossible
  }

  /// The largest presence file that is read, in bytes.
  private static let largest = 1024

  /// Marks a sheet of a book as being edited.
  public static func mark(_ fileName: String, in book: String, author: Author) -> Outcome {
    let calls = SystemFileCalls()
    guard let folder = try? OpenFolder(book) else { return .impossible }
    let files = SharedFiles(folder: folder, calls: calls)
    guard let subfolder = try? files.subfolder(SharedFiles.privateName) else { return .impossible }
    defer { close(subfolder) }
    guard let file = try? files.file(name(of: fileName), in: subfolder, isWritten: false) else { return .impossible }
    let code = cf_lock(file)
    guard code == 0 else {
      defer { close(file) }
      return code == EAGAIN || code == EACCES ? .held(read(file)) : .impossible
    }
    replaceContent(of: file, with: text(author))
    return .marked(PresenceMark(file))
  }

  private static func replaceContent(of file: Int32, with bytes: [UInt8]) {
    guard cf_link_count(file) == 1 else { return }
    ftruncate(file, 0)
    _ = try? SystemFileCalls().write(bytes[...], to: file)
  }

  /// Who is editing a sheet of a book; nil when nobody is.
  public static func holder(of fileName: String, in book: String) -> Presence? {
    guard let folder = try? OpenFolder(book), let subfolder = try? folder.subfolder(SharedFiles.privateName) else {
      return nil
    }
    return holder(of: fileName, subfolder)
  }

  private static func holder(of fileName: String, _ subfolder: OpenFolder) -> Presence? {
    let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC
    let file = openat(subfolder.descriptor, name(of: fileName), flags)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, cf_test_lock(file) == EAGAIN else {
      return nil
    }
    return read(file)
  }

  /// Who is editing which sheets of a book, by the sheets' file names.
  public static func holders(in book: String) -> [String: Presence] {
    guard let folder = try? OpenFolder(book), let subfolder = try? folder.subfolder(SharedFiles.privateName),
      let names = try? subfolder.names()
    else { return [:] }
    var found: [String: Presence] = [:]
    for name in names where name.hasSuffix(".json.lock") {
      let fileName = String(name.dropLast(5))
      found[fileName] = holder(of: fileName, subfolder)
    }
    return found
  }

  private static func name(of fileName: String) -> String { fileName + ".lock" }

  private static func text(_ author: Author) -> [UInt8] {
    var host = [CChar](repeating: 0, count: 256)
    gethostname(&host, host.count - 1)
    let machine = String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return JSONWriter.bytes(
      of: .object([
        JSONMember(key: "host", value: .string(String(machine.prefix(64)))),
        JSONMember(key: "pid", value: .number(String(getpid()))),
        JSONMember(key: "since", value: .string(TimeStamp.now)),
        JSONMember(key: "user", value: .string(String(author.name.prefix(64)))),
      ]))
  }

  private static func read(_ file: Int32) -> Presence {
    var bytes = [UInt8](repeating: 0, count: largest)
    let count = max(0, pread(file, &bytes, largest, 0))
    let document = try? JSONParser.parse(Array(bytes[..<count]))
    func text(_ key: String) -> String {
      if case .string(let text)? = document?[key] { return text }
      return ""
    }
    return Presence(user: text("user"), host: text("host"), since: text("since"))
  }
}

/// What a file looked like from outside; another look tells whether somebody touched it since.
public struct FileMark: Equatable, Sendable {
  private let inode: UInt
  private let size: Int
  private let modified: [Int]
  private let changed: [Int]

  /// Looks at a file of a book; nil when there is none.
  public init?(of fileName: String, in book: String) {
    var status = stat()
    guard lstat("\(book)/\(fileName)", &status) == 0 else { return nil }
    inode = UInt(status.st_ino)
    size = Int(status.st_size)
    modified = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    changed = [status.st_ctim.tv_sec, status.st_ctim.tv_nsec]
  }
}
