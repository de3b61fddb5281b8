// Holds the claim that tells others who is editing a sheet.
//
// Contract. Whoever edits a sheet holds the lock on its presence file; the system ends the lock with the program,
// however that ends, so nobody is ever kept out by one that is gone. What stands in the file is for people alone. The
// file is never removed, and never written while it has a second name, which may be a sheet's. Presence is advice: what
// keeps two people's saves apart is the save itself.

import CFileCalls
import Glibc

/// The claim to be editing a sheet; it ends with the last reference.
public final class EditingClaim: Sendable {
  private let descriptor: Int32
  private let calls: any FileCalls

  private init(_ descriptor: Int32, _ calls: any FileCalls) {
    self.descriptor = descriptor
    self.calls = calls
  }

  deinit {
    EditingClaim.replaceContent(of: descriptor, with: [], calls)
    close(descriptor)
  }

  /// What came of claiming a sheet.
  public enum Outcome: Sendable {
    /// It is claimed.
    case claimed(EditingClaim)
    /// Somebody else has claimed it.
    case held(Presence)
    /// It cannot be claimed here, as on a share without locks or in a folder that may not be written to.
    case impossible
  }

  /// The largest presence file that is read, in bytes.
  private static let largest = 1024

  /// Claims a sheet of a book for editing.
  public static func claim(
    _ fileName: String, in book: String, author: Author, calls: any FileCalls = SystemFileCalls()
  ) -> Outcome {
    guard let folder = try? OpenFolder(book) else { return .impossible }
    let files = SharedFiles(folder: folder, calls: calls)
    guard let subfolder = try? files.subfolder(SharedFiles.privateName) else { return .impossible }
    defer { close(subfolder) }
    guard let file = try? files.file(name(of: fileName), in: subfolder, isWritten: false) else { return .impossible }
    do {
      try calls.lock(file)
    } catch {
      defer { close(file) }
      return error.isHeld ? .held(read(file)) : .impossible
    }
    replaceContent(of: file, with: text(author), calls)
    return .claimed(EditingClaim(file, calls))
  }

  private static func replaceContent(of file: Int32, with bytes: [UInt8], _ calls: any FileCalls) {
    guard cf_link_count(file) == 1 else { return }
    try? calls.truncate(file, to: 0)
    try? calls.writeAll(bytes, to: file)
  }

  private static func holder(of fileName: String, _ subfolder: OpenFolder, _ calls: any FileCalls) -> Presence? {
    guard let (file, _) = try? subfolder.open(name(of: fileName), largest: .max) else { return nil }
    defer { close(file) }
    do {
      try calls.testLock(file)
      return nil
    } catch {
      return error.isHeld ? read(file) : nil
    }
  }

  /// Who is editing which sheets of a book, by the sheets' file names.
  public static func holders(in book: String, calls: any FileCalls = SystemFileCalls()) -> [String: Presence] {
    guard let folder = try? OpenFolder(book), let subfolder = try? folder.subfolder(SharedFiles.privateName),
      let names = try? subfolder.names()
    else { return [:] }
    var found: [String: Presence] = [:]
    for name in names where name.hasSuffix(".json.lock") {
      let fileName = String(name.dropLast(5))
      found[fileName] = holder(of: fileName, subfolder, calls)
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
    let document = (try? OpenFolder.bytes(of: file, count: largest)).flatMap { try? JSONParser.parse($0) }
    func text(_ key: String) -> String {
      if case .string(let text)? = document?[key] { return text }
      return ""
    }
    return Presence(user: text("user"), host: text("host"), since: text("since"))
  }
}
