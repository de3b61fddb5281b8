import Foundation
import SheetStorage
import TestSupport
import Testing

@Suite("A result that is written to a file")
struct ResultFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func error(_ name: String, _ calls: any FileCalls = SystemFileCalls()) -> ResultFileError? {
    do {
      try ResultFile.write(Array("新".utf8), to: path(name), calls: calls)
      return nil
    } catch {
      return error
    }
  }

  /// The code of the system call that failed.
  private func code(_ error: ResultFileError?) -> Int32? {
    if case .storage(.system(_, let system))? = error { system.code } else { nil }
  }

  @Test("A new file is as the umask says, one that is replaced keeps its mode, and nothing is left beside it")
  func written() throws {
    #expect(error("a.html") == nil)
    #expect(try folder.text("a.html") == "新")
    try folder.write("旧", to: "b.html")
    #expect(chmod(path("b.html"), 0o640) == 0)
    #expect(error("b.html") == nil)
    var status = stat()
    #expect(try folder.text("b.html") == "新" && stat(path("b.html"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try folder.names() == ["a.html", "b.html"])
  }

  @Test("A result of any size is written")
  func large() throws {
    let bytes = [UInt8](repeating: 0x61, count: 9 * 1024 * 1024)
    try ResultFile.write(bytes, to: path("a"))
    #expect(try folder.read("a") == bytes)
  }

  @Test("A folder, a link, a pipe and a device are not written over")
  func kinds() throws {
    try folder.write("旧", to: "inner/file")
    #expect(symlink("inner/file", path("link")) == 0 && mkfifo(path("pipe"), 0o600) == 0)
    for name in ["inner", "inner/", "link", "pipe", ".", "inner/.."] {
      guard case .notRegular? = error(name) else {
        Issue.record("\(name) was written")
        continue
      }
    }
    #expect(throws: ResultFileError.notRegular(path: "/dev/full")) { try ResultFile.write([1], to: "/dev/full") }
    #expect(try folder.text("inner/file") == "旧")
  }

  @Test(
    "The names of a book's own files are never taken",
    arguments: [
      "book.json", "item-01.json", "item-01.jsonl", "item-01.conflict-0a1b.json", ".gitattributes",
    ])
  func books(name: String) throws {
    #expect(error(name) == .ownFile(path: path(name)))
    #expect(try folder.names().isEmpty)
  }

  @Test("A folder that is not there, and a file that may not be written, are told")
  func places() throws {
    #expect(error("none/a.html") == .storage(.notFound(path: path("none/"))))
    try folder.write("旧", to: "a")
    #expect(error("a/b.html") == .storage(.notAFolder(path: path("a/"))))
    #expect(chmod(path("a"), 0o444) == 0)
    #expect(code(error("a")) == EACCES)
    #expect(try folder.text("a") == "旧")
  }

  @Test("Whatever call fails, the name holds the whole old file or the whole new one, and nothing is left beside it")
  func faults() throws {
    for number in 1...20 {
      try folder.write("旧", to: "a.html")
      let failure = error("a.html", FakeFileCalls.failing(number, code: ENOSPC))
      #expect(try folder.text("a.html") == (failure == nil ? "新" : "旧"), "call \(number)")
      #expect(try folder.names() == ["a.html"], "call \(number)")
    }
    let full = FakeFileCalls { call, _ throws(SystemError) in
      if call == .write { throw SystemError(call: "write", code: ENOSPC) }
    }
    #expect(code(error("a.html", full)) == ENOSPC)
  }
}
