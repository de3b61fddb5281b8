import Foundation
import TestSupport
import Testing

@testable import SheetStorage

@Suite("A whole file that somebody named")
struct WholeFileTests {
  private let folder: TemporaryFolder
  private func path(_ name: String) -> String { folder.path + "/" + name }

  init() throws { folder = try TemporaryFolder() }

  private func error(_ path: String, largest: Int = 100) -> StorageError? {
    do throws(StorageError) {
      _ = try WholeFile.read(path, largest: largest)
      return nil
    } catch {
      return error
    }
  }

  @Test("It is read to its last byte, empty or as large as may be, and where its name is a link as well")
  func read() throws {
    #expect(FileManager.default.createFile(atPath: path("empty"), contents: nil))
    #expect(try WholeFile.read(path("empty"), largest: 0).isEmpty)
    let bytes = (0..<100_000).map { UInt8($0 % 251) }
    try Data(bytes).write(to: URL(fileURLWithPath: path("file")))
    #expect(symlink("file", path("link")) == 0)
    #expect(try WholeFile.read(path("file"), largest: 1 << 24) == bytes)
    #expect(try WholeFile.read(path("link"), largest: bytes.count) == bytes)
  }

  @Test("One that is too large is told with its size, and not read")
  func tooLarge() throws {
    try folder.write(String(repeating: "x", count: 101), to: "file")
    #expect(error(path("file")) == .tooLarge(path: path("file"), bytes: 101, limit: 100))
    #expect(truncate(path("file"), 100 << 20) == 0)
    #expect(error(path("file")) == .tooLarge(path: path("file"), bytes: 100 << 20, limit: 100))
    // A file that has more in it than its size says.
    #expect(error("/proc/self/status", largest: 10) == .tooLarge(path: "/proc/self/status", bytes: 11, limit: 10))
  }

  @Test("What is no file is told and not waited for; why one cannot be opened says the system")
  func noFile() throws {
    #expect(error(path("none")) == .notFound(path: path("none")))
    #expect(mkfifo(path("pipe"), 0o600) == 0 && symlink("/dev/zero", path("device")) == 0)
    for name in [".", "pipe", "device"] { #expect(error(path(name)) == .notAFile(path: path(name))) }
    #expect(symlink("loop", path("loop")) == 0)
    #expect(error(path("loop")) == .system(path: path("loop"), SystemError(call: "open", code: ELOOP)))
    try folder.write("", to: "file")
    #expect(error(path("file/x")) == .system(path: path("file/x"), SystemError(call: "open", code: ENOTDIR)))
  }
}
