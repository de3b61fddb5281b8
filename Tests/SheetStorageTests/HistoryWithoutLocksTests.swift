import Foundation
import InitiativeModel
import Synchronization
import TestSupport
import Testing

@testable import SheetStorage

@Suite("The history where nobody can lock")
struct HistoryWithoutLocksTests {
  private static let file = "history/item-01.jsonl"
  private static let line =
    "{\"after\":{},\"before\":{},\"from\":\"x\",\"to\":\"y\",\"when\":\"2026\",\"who\":\"同僚\"}\n"

  /// A book that was saved once, the end of the file without its line feed.
  private func book() throws -> TemporaryFolder {
    let folder = try Sample.book(1...1)
    try save("一", in: folder, calls: SystemFileCalls())
    try folder.write(String(try folder.text(Self.file).dropLast()), to: Self.file)
    return folder
  }

  @discardableResult
  private func save(_ text: String, in folder: TemporaryFolder, calls: any FileCalls) throws -> BookFolder.Written {
    let book = BookFolder(path: folder.path, author: Author(name: "山田"), calls: calls)
    let base = try book.loadSheet("item-01.json")
    var sheet = base.sheet
    sheet.selfEvaluation.results = LongText(text)
    return try book.write(try sheet.validated(), over: base)
  }

  /// Whether this program has the history open.
  private static func isOpen(_ path: String) -> Bool {
    let files = FileManager.default
    let open = (try? files.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
    return open.contains { (try? files.destinationOfSymbolicLink(atPath: "/proc/self/fd/\($0)")) == path }
  }

  /// Calls without locks, with which a colleague's line comes in at the first write into the history; that write fails
  /// where an error is given, or one behind it.
  private func calls(_ folder: TemporaryFolder, failing: (write: Int, code: Int32)? = nil) -> FakeFileCalls {
    let path = "\(DraftStore.resolved(folder.path))/\(Self.file)"
    let writes = Counter()
    return FakeFileCalls { call, _ throws(SystemError) in
      if call == .lock { throw SystemError(call: "fcntl", code: ENOLCK) }
      guard call == .write, Self.isOpen(path) else { return }
      let number = writes.next()
      if number == 1, let file = FileHandle(forWritingAtPath: path) {
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data(("\n" + Self.line).utf8))
      }
      if let failing, number == failing.write { throw SystemError(call: "write", code: failing.code) }
    }
  }

  @Test("A colleague's line that comes in while one is begun is neither written over nor cut off")
  func between() throws {
    let folder = try book()
    let before = try folder.text(Self.file)
    let calls = calls(folder)
    #expect(try save("二", in: folder, calls: calls).historyError == nil)
    #expect(try folder.text(Self.file).hasPrefix(before + "\n" + Self.line))
    #expect(try BookFolder(path: folder.path).history(of: "item-01.json").entries.count == 3)
  }

  @Test("Where the line cannot be written the colleague's stays", arguments: 1...3)
  func failed(write: Int) throws {
    let folder = try book()
    let before = try folder.text(Self.file)
    let written = try save("二", in: folder, calls: calls(folder, failing: (write, ENOSPC)))
    #expect(written.historyError?.code == ENOSPC)
    #expect(try folder.text(Self.file).hasPrefix(before + "\n" + Self.line))
  }
}
