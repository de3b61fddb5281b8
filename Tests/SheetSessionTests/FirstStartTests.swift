import Foundation
import SheetSession
import SheetStorage
import TestSupport
import Testing

/// Tests of what the first start leaves behind.
@Suite("The first start is told from all others")
final class FirstStartTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(_ home: String? = nil) -> FirstStart {
    FirstStart(stateHome: home ?? folder.path + "/state", home: nil)
  }

  @Test("once, and never again")
  func once() {
    #expect(start().isNow())
    #expect(!start().isNow())
  }

  @Test("where drafts have been kept, it is no first start")
  func drafts() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/state/furikaeri/drafts", withIntermediateDirectories: true)
    #expect(!start().isNow())
  }

  @Test("where no mark can be left, it is never said to be one", arguments: ["/dev/null", "/proc/nowhere"])
  func nowhere(_ home: String) {
    #expect(!start(home).isNow())
    #expect(!FirstStart(stateHome: nil, home: nil).isNow())
  }
}
