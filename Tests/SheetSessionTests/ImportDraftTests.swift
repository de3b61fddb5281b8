import Glibc
import InitiativeModel
import SheetStorage
import SheetWording
import TestSupport
import Testing

@testable import SheetSession

@Suite("An import's drafts")
struct ImportDraftTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func plan(_ book: BookFolder) throws -> ImportPlan {
    var sheet = InitiativeSheet(number: 1, title: "題")
    sheet.midTermReview.targetForecast = .willNotBeMet
    let header = BookHeader(ward: "旭区", fiscalYear: try #require(FiscalYear(2019)))
    return try ImportPlan(
      [InitiativeSheet(number: 2, title: "先"), sheet], header: header, over: nil, namedWard: nil, folder: book)
  }

  private func store(_ calls: any FileCalls) -> @Sendable (String) -> DraftStore {
    let state = folder.path + "/state"
    return { DraftStore(book: $0, stateHome: state, home: nil, calls: calls) }
  }

  @Test("A draft that the disk does not take is no draft: nothing is written and no draft is left")
  func notSynced() throws {
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .sync { throw SystemError(call: "fsync", code: EIO) }
    }
    let book = BookFolder(path: folder.path + "/book")
    let writer = BookWriter(plan: try plan(book), folder: book, drafts: store(calls))
    #expect(throws: ImportObstacle.self) { try writer.write() }
    #expect(try folder.names() == ["state"])
    #expect(try folder.names("state/furikaeri/drafts").isEmpty)
  }

  @Test("A book that cannot be begun leaves no folder, no parent that was made for it, and no draft")
  func notBegun() throws {
    for failing in [FakeFileCalls.Call.create, .openShared, .makeSubfolder] {
      let calls = FakeFileCalls { call, _ throws(SystemError) in
        if call == failing { throw SystemError(call: call.rawValue, code: ENOSPC) }
      }
      let book = BookFolder(path: folder.path + "/year/ward/book", calls: calls)
      let writer = BookWriter(plan: try plan(book), folder: book, drafts: store(SystemFileCalls()))
      do {
        try writer.write()
        Issue.record("nothing failed")
      } catch {
        guard case .storage = error else { throw error }
      }
      #expect(try folder.names() == ["state"], "\(failing)")
      #expect(try folder.names("state/furikaeri/drafts").isEmpty, "\(failing)")
    }
  }

  @Test("What stood there before stays where a book cannot be begun")
  func notBegunInFolder() throws {
    try folder.write("私の控え", to: "year/控え.txt")
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .create { throw SystemError(call: call.rawValue, code: ENOSPC) }
    }
    let book = BookFolder(path: folder.path + "/year/book", calls: calls)
    let writer = BookWriter(plan: try plan(book), folder: book, drafts: store(SystemFileCalls()))
    #expect(throws: ImportObstacle.self) { try writer.write() }
    #expect(try folder.names("year") == ["控え.txt"])
  }

  @Test("A book whose header the disk does not confirm is there: the sentence says how to go on")
  func headerNotConfirmed() throws {
    let path = folder.path + "/book"
    let calls = FakeFileCalls(syncing: { synced throws(SystemError) in
      if synced == path { throw SystemError(call: "fsync", code: EIO) }
    })
    let book = BookFolder(path: path, calls: calls)
    let writer = BookWriter(plan: try plan(book), folder: book, drafts: store(SystemFileCalls()))
    do {
      try writer.write()
      Issue.record("nothing failed")
    } catch {
      guard case .stopped([], 2, _) = error else { throw error }
      #expect(Wording.sentence(error).contains("--replace"))
    }
    #expect(try folder.names("state/furikaeri/drafts").isEmpty)
  }

  @Test("A sheet that is there although the disk has not confirmed it keeps its ② as a draft")
  func sheetNotConfirmed() throws {
    let path = folder.path + "/book"
    let calls = FakeFileCalls(syncing: { synced throws(SystemError) in
      if synced == path, access(path + "/item-01.json", F_OK) == 0 { throw SystemError(call: "fsync", code: EIO) }
    })
    let book = BookFolder(path: path, calls: calls)
    let writer = BookWriter(plan: try plan(book), folder: book, drafts: store(SystemFileCalls()))
    do {
      try writer.write()
      Issue.record("nothing failed")
    } catch {
      guard case .stopped([2], 2, _) = error else { throw error }
    }
    let found = store(SystemFileCalls())(path).drafts()
    #expect(found.map(\.fileName) == ["item-01.json"] && found.first?.contents[.targetForecast] == "②")
  }

  @Test("The draft is on the disk before the first file of the book is")
  func draftFirst() throws {
    let files = folder
    let seen = Counter()
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .create, (try? files.names("state/furikaeri/drafts").count) == 1 { _ = seen.next() }
    }
    let book = BookFolder(path: folder.path + "/book", calls: calls)
    try BookWriter(plan: try plan(book), folder: book, drafts: store(SystemFileCalls())).write()
    #expect(seen.value == 3)
    let found = store(SystemFileCalls())(book.path).drafts()
    #expect(found.map(\.fileName) == ["item-01.json"] && found.first?.contents[.targetForecast] == "②")
    #expect(try found.first?.base == folder.read("book/item-01.json"))
  }

  @Test("A book that stops in the middle says how far it came, and keeps drafts of what it wrote only")
  func stopped() throws {
    let creations = Counter()
    let calls = FakeFileCalls { call, _ throws(SystemError) in
      if call == .create, creations.next() > 2 { throw SystemError(call: "open", code: ENOSPC) }
    }
    let book = BookFolder(path: folder.path + "/book", calls: calls)
    let writer = BookWriter(plan: try plan(book), folder: book, drafts: store(SystemFileCalls()))
    do {
      try writer.write()
      Issue.record("nothing failed")
    } catch {
      guard case .stopped([2], 2, _) = error else { throw error }
      #expect(Wording.sentence(error).contains("2項目のうち項目2を書いて止まりました"))
    }
    #expect(try folder.names("state/furikaeri/drafts").isEmpty)
  }
}
