import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Comments that wait to be given")
struct KeptCommentsTests {
  private static let sheet = "item-01.json"
  private let folder: TemporaryFolder
  private let state: TemporaryFolder

  init() throws {
    folder = try Sample.book(1...1)
    state = try TemporaryFolder()
  }

  /// What one program has; it ends when nobody holds this.
  private func store() -> DraftStore { DraftStore(book: folder.path, stateHome: state.path, home: nil) }

  /// The comments that are free.
  ///
  /// A program that another test is just starting holds this one's descriptors, and so its locks, for a moment.
  private func free(_ count: Int) -> [String] {
    for _ in 0..<100 {
      let texts = store().comments.all()[Self.sheet] ?? []
      if texts.count >= count { return texts }
      usleep(10_000)
    }
    return store().comments.all()[Self.sheet] ?? []
  }

  private func oldName(_ ending: String = "") -> String {
    let prefix = String(SHA256.hexadecimal(DraftStore.resolved(folder.path).utf8).prefix(16))
    return "furikaeri/drafts/\(prefix)-\(Self.sheet).comment" + ending
  }

  @Test("A second name of a sheet, planted where a comment is written, is not written to")
  func planted() throws {
    let bytes = try folder.read(Self.sheet)
    try state.write("", to: "furikaeri/drafts/x")
    for ending in ["", ".\(getpid()).new"] {
      #expect(link(folder.path + "/" + Self.sheet, state.path + "/" + oldName(ending)) == 0)
    }
    try store().comments.keep(["書きかけ"], for: Self.sheet)
    #expect(try folder.read(Self.sheet) == bytes)
  }

  @Test("Two programs of one person: neither is offered, writes over or removes what the other has")
  func twoPrograms() throws {
    var one: DraftStore? = store()
    let other = store()
    try one?.comments.keep(["一人目の"], for: Self.sheet)
    #expect(other.comments.all().isEmpty)
    try other.comments.keep(["二人目の"], for: Self.sheet)
    try other.comments.keep([], for: Self.sheet)
    #expect(other.comments.all().isEmpty)
    one = nil
    #expect(free(1) == ["一人目の"])
  }

  @Test("Of one program's comment in two places the newer one counts")
  func newest() throws {
    var one: DraftStore? = store()
    try one?.comments.keep(["前の"], for: Self.sheet)
    let drafts = state.path + "/furikaeri/drafts"
    try FileManager.default.moveItem(atPath: drafts, toPath: drafts + ".away")
    try state.write("", to: "furikaeri/drafts")
    try one?.comments.keep(["後の"], for: Self.sheet)
    one = nil
    try FileManager.default.removeItem(atPath: drafts)
    try FileManager.default.moveItem(atPath: drafts + ".away", toPath: drafts)
    let longAgo = timespec(tv_sec: time(nil) - 60, tv_nsec: 0)
    for name in try state.names("furikaeri/drafts") { utimensat(AT_FDCWD, "\(drafts)/\(name)", [longAgo, longAgo], 0) }
    #expect(free(1) == ["後の"])
  }

  @Test("Comments of an earlier version are read, and go when another program has them in its own file")
  func earlierVersion() throws {
    try state.write("一つ目\u{1E}二つ目", to: oldName())
    var one: DraftStore? = store()
    let found = try #require(one?.comments.found())
    #expect(KeptComments.all(found) == [Self.sheet: ["一つ目", "二つ目"]])
    try one?.comments.keep(["一つ目", "二つ目"], for: Self.sheet, takingOver: found)
    #expect(try state.names("furikaeri/drafts").count == 1)
    one = nil
    #expect(free(2) == ["一つ目", "二つ目"])
  }

  @Test("A book that was moved finds its comments again, and no other book does")
  func moved() throws {
    let other = try Sample.book(1...1)
    try other.write(Sample.header.replacingOccurrences(of: "見本区", with: "よその区"), to: "book.json")
    let before = DraftStore.resolved(folder.path) + "/before"
    try FileManager.default.createDirectory(atPath: before, withIntermediateDirectories: false)
    for name in ["book.json", Self.sheet] { try folder.write(try folder.read(name), to: "before/\(name)") }
    var one: DraftStore? = DraftStore(book: before, stateHome: state.path, home: nil)
    try one?.comments.keep(["残った"], for: Self.sheet)
    one = nil
    try FileManager.default.moveItem(atPath: before, toPath: before + "-moved")
    let moved = DraftStore(book: before + "-moved", stateHome: state.path, home: nil)
    for _ in 0..<100 where moved.comments.all().isEmpty { usleep(10_000) }
    #expect(moved.comments.all() == [Self.sheet: ["残った"]])
    #expect(DraftStore(book: other.path, stateHome: state.path, home: nil).comments.all().isEmpty)
  }

  @Test("Where nobody can lock, a living program's comments are not offered; where nobody can tell, they are copied")
  func withoutLocks() throws {
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .lock || call == .testLock { throw SystemError(call: "fcntl", code: ENOLCK) }
    }
    let store = DraftStore(book: folder.path, stateHome: state.path, home: nil, calls: calls)
    var living: DraftStore? = store
    try living?.comments.keep(["この人の"], for: Self.sheet)
    living = nil
    let another = DraftStore(book: folder.path, stateHome: state.path, home: nil, calls: calls)
    #expect(another.comments.found().isEmpty, "its program is this one, which lives")
    try state.write("誰かの", to: oldName())
    let found = another.comments.found()
    #expect(found.map(\.isInDoubt) == [true])
    try another.comments.keep(["誰かの"], for: Self.sheet, takingOver: found)
    #expect(another.comments.found().count == 1)
  }
}
