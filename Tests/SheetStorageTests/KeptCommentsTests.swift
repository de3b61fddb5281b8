import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Comments that wait to be given")
struct KeptCommentsTests {
  private static let sheet = "item-01.json"
  private let place: DraftPlaces

  init() throws { place = try DraftPlaces() }

  private func oldName(_ ending: String = "") -> String {
    let prefix = String(SHA256.hexadecimal(DraftStore.resolved(place.folder.path).utf8).prefix(16))
    return "furikaeri/drafts/\(prefix)-\(Self.sheet).comment" + ending
  }

  @Test("A second name of a sheet, planted where a comment is written, is not written to")
  func planted() throws {
    let bytes = try place.folder.read(Self.sheet)
    try place.state.write("", to: "furikaeri/drafts/x")
    for ending in ["", ".\(getpid()).new"] {
      #expect(link(place.folder.path + "/" + Self.sheet, place.state.path + "/" + oldName(ending)) == 0)
    }
    try place.store().comments.keep(["書きかけ"], for: Self.sheet)
    #expect(try place.folder.read(Self.sheet) == bytes)
  }

  @Test("Two programs of one person: neither is offered, writes over or removes what the other has")
  func twoPrograms() throws {
    var one: DraftStore? = place.store()
    let other = place.store()
    try one?.comments.keep(["一人目の"], for: Self.sheet)
    #expect(other.comments.all().isEmpty)
    try other.comments.keep(["二人目の"], for: Self.sheet)
    try other.comments.keep([], for: Self.sheet)
    #expect(other.comments.all().isEmpty)
    one = nil
    #expect(place.comments(1) == ["一人目の"])
  }

  @Test("Of one program's comment in two places the newer one counts")
  func newest() throws {
    var one: DraftStore? = place.store()
    try one?.comments.keep(["前の"], for: Self.sheet)
    let drafts = place.state.path + "/furikaeri/drafts"
    try FileManager.default.moveItem(atPath: drafts, toPath: drafts + ".away")
    try place.state.write("", to: "furikaeri/drafts")
    try one?.comments.keep(["後の"], for: Self.sheet)
    one = nil
    try FileManager.default.removeItem(atPath: drafts)
    try FileManager.default.moveItem(atPath: drafts + ".away", toPath: drafts)
    let longAgo = timespec(tv_sec: time(nil) - 60, tv_nsec: 0)
    for name in try place.state.names("furikaeri/drafts") {
      utimensat(AT_FDCWD, "\(drafts)/\(name)", [longAgo, longAgo], 0)
    }
    #expect(place.comments(1) == ["後の"])
  }

  @Test("Comments of an earlier version are read, and go when another program has them in its own file")
  func earlierVersion() throws {
    try place.state.write("一つ目\u{1E}二つ目", to: oldName())
    var one: DraftStore? = place.store()
    let found = try #require(one?.comments.found())
    #expect(KeptComments.all(found) == [Self.sheet: ["一つ目", "二つ目"]])
    try one?.comments.keep(["一つ目", "二つ目"], for: Self.sheet, takingOver: found)
    #expect(try place.state.names("furikaeri/drafts").count == 1)
    one = nil
    #expect(place.comments(2) == ["一つ目", "二つ目"])
  }

  @Test("A book that was moved finds its comments again, and no other book does")
  func moved() throws {
    let other = try Sample.book(1...1)
    try other.write(Sample.header.replacingOccurrences(of: "見本区", with: "よその区"), to: "book.json")
    let before = DraftStore.resolved(place.folder.path) + "/before"
    try FileManager.default.createDirectory(atPath: before, withIntermediateDirectories: false)
    for name in ["book.json", Self.sheet] { try place.folder.write(try place.folder.read(name), to: "before/\(name)") }
    var one: DraftStore? = DraftStore(book: before, stateHome: place.state.path, home: nil)
    try one?.comments.keep(["残った"], for: Self.sheet)
    one = nil
    try FileManager.default.moveItem(atPath: before, toPath: before + "-moved")
    let moved = DraftStore(book: before + "-moved", stateHome: place.state.path, home: nil)
    _ = Waiting.until { !moved.comments.all().isEmpty }
    #expect(moved.comments.all() == [Self.sheet: ["残った"]])
    #expect(DraftStore(book: other.path, stateHome: place.state.path, home: nil).comments.all().isEmpty)
  }

  @Test("Where nobody can lock, a living program's comments are not offered; where nobody can tell, they are copied")
  func withoutLocks() throws {
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .lock || call == .testLock { throw SystemError(call: "fcntl", code: ENOLCK) }
    }
    let store = DraftStore(book: place.folder.path, stateHome: place.state.path, home: nil, calls: calls)
    var living: DraftStore? = store
    try living?.comments.keep(["この人の"], for: Self.sheet)
    living = nil
    let another = DraftStore(book: place.folder.path, stateHome: place.state.path, home: nil, calls: calls)
    #expect(another.comments.found().isEmpty, "its program is this one, which lives")
    try place.state.write("誰かの", to: oldName())
    let found = another.comments.found()
    #expect(found.map(\.isInDoubt) == [true])
    try another.comments.keep(["誰かの"], for: Self.sheet, takingOver: found)
    #expect(another.comments.found().count == 1)
  }
}
