import Foundation
import InitiativeModel
import TestSupport
import Testing

@testable import SheetStorage

@Suite("Drafts where the system has no locks")
struct DraftOwnerTests {
  private let folder: TemporaryFolder
  private let state: TemporaryFolder

  init() throws {
    folder = try Sample.book(1...1)
    state = try TemporaryFolder()
  }

  private var store: DraftStore {
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .lock || call == .testLock { throw SystemError(call: "fcntl", code: ENOLCK) }
    }
    return DraftStore(book: folder.path, stateHome: state.path, home: nil, calls: calls)
  }

  private func stored() throws -> StoredSheet { try BookFolder(path: folder.path).loadSheet("item-01.json") }

  /// A journal of another program.
  private func leaveDraft(of owner: DraftOwner?) throws {
    var header = DraftHeader(folder: DraftStore.resolved(folder.path), fileName: "item-01.json")
    header.owner = owner
    var bytes = DraftFraming.magic
    var framing = DraftFraming()
    for record in [.header(header), .base(try stored().bytes), .snapshot([.results: "人の文"])] as [DraftRecord] {
      bytes += framing.frame(record) ?? []
    }
    try state.write(bytes, to: "furikaeri/drafts/x-item-01.json-1-0badcafe.draft")
  }

  private func owner(process: Int? = nil, start: String? = nil, boot: String? = nil, host: String? = nil) throws
    -> DraftOwner
  {
    let current = try #require(DraftOwner.current)
    return DraftOwner(
      process: process ?? current.process, start: start ?? current.start, boot: boot ?? current.boot,
      space: current.space, host: host ?? current.host)
  }

  @Test("The draft of a living program is not offered, and cannot be taken")
  func living() throws {
    let journal = store.journal(for: try stored(), sheet: try stored().sheet)
    _ = journal.append(FieldEdit(field: .results, offset: 0, removed: "", inserted: "書いている"))
    #expect(store.drafts().isEmpty)
    try leaveDraft(of: try owner(process: Int(getppid()), start: "0"))
    #expect(store.drafts().count == 1, "another program has that number; the one that wrote the draft is gone")
    withExtendedLifetime(journal) {}
  }

  @Test("The draft of a program that is gone is free and is taken")
  func gone() throws {
    let child = try Child.start(["true"], [])
    Child.wait(for: child)
    try leaveDraft(of: try owner(process: Int(child)))
    let found = try #require(store.drafts().first)
    #expect(!found.isInDoubt && found.contents[.results] == "人の文")
    store.remove(found)
    #expect(store.drafts().isEmpty)
  }

  @Test("Where nobody can tell, it is offered as a copy and its file stays")
  func inDoubt() throws {
    for owner in [nil, try owner(boot: "another run"), try owner(host: "another machine")] {
      try leaveDraft(of: owner)
      let found = try #require(store.drafts().first)
      #expect(found.isInDoubt && found.contents[.results] == "人の文")
      #expect(store.claim(found)?.files == nil && !store.isOwned(found))
      store.remove(found)
      #expect(store.drafts().count == 1, "what may be somebody's is not removed")
      _ = store.discard(found)
      #expect(store.drafts().count == 1, "nor put away")
    }
  }

  @Test("Where locks work they alone decide, whatever the header says")
  func locksDecide() throws {
    try leaveDraft(of: try owner())
    let locking = DraftStore(book: folder.path, stateHome: state.path, home: nil)
    let found = try #require(locking.drafts().first)
    #expect(!found.isInDoubt && locking.claim(found)?.files.count == 1)
  }

  @Test("A lock says nothing of a program on another machine, for some file systems keep locks to one")
  func otherMachine() throws {
    try leaveDraft(of: try owner(boot: "another run", host: "another machine"))
    let locking = DraftStore(book: folder.path, stateHome: state.path, home: nil)
    let found = try #require(locking.drafts().first)
    #expect(found.isInDoubt && locking.claim(found)?.files == nil)
    try leaveDraft(of: try owner(boot: "another run"))
    #expect(locking.drafts().map(\.isInDoubt) == [false], "this machine, before it was started anew")
    try leaveDraft(of: try owner(host: "another name"))
    #expect(locking.drafts().map(\.isInDoubt) == [false], "this machine, which was given another name")
  }

  @Test("Of a journal that cannot be opened nobody knows whether it is free; one that is gone is")
  func cannotBeOpened() throws {
    let finder = DraftFinder(places: [], calls: SystemFileCalls())
    try FileManager.default.createSymbolicLink(
      atPath: state.path + "/link.draft", withDestinationPath: folder.path + "/item-01.json")
    #expect(finder.ownership(state.path + "/link.draft", nil) == .inDoubt)
    #expect(finder.ownership(state.path + "/none.draft", nil) == .free)
  }
}
