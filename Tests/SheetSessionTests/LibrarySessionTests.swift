import Foundation
import InitiativeModel
import SheetStorage
import TestSupport
import Testing

@testable import SheetSession

@Suite("What a front end asks of the files")
struct LibrarySessionTests {
  private let folder: TemporaryFolder

  init() throws { folder = try copyOfData() }

  /// Everything that the files answer to what was asked so far.
  private func events(of session: LibrarySession) -> [FileEvent] {
    session.finish(within: Waiting.longest)
    var all: [FileEvent] = []
    while let events = session.takeEvents() { all += events }
    return all
  }

  private func opened() throws -> (session: LibrarySession, id: SheetID) {
    let places = DraftPlaces(stateHome: folder.path + "/state")
    let session = LibrarySession(drafts: places)
    let book = try #require(LibraryFolder.book(at: folder.path + "/Data/tennoji-2019"))
    session.take(OpenedBook(book, appliesDrafts: false, places, places.listing()))
    return (session, SheetID(book: folder.path + "/Data/tennoji-2019", fileName: "item-01.json"))
  }

  private func edit(_ text: String) -> FieldEdit {
    FieldEdit(field: .results, offset: 0, removed: "", inserted: text)
  }

  @Test("Typing, taking it back and typing again before the first mark is set: nobody meets their own mark")
  func ownMark() throws {
    let (session, id) = try opened()
    for _ in 0..<3 {
      _ = session.run(.appendDraft(id, edit("字"), change: 1))
      _ = session.run(.dropDraft(id))
    }
    _ = session.run(.appendDraft(id, edit("字"), change: 1))
    let answers = events(of: session)
    #expect(!answers.contains { if case .holder = $0 { true } else { false } })
    #expect(session.people.claims[id] != nil && session.people.asksForClaim.isEmpty)
    _ = session.run(.dropDraft(id))
  }

  @Test("A sheet whose book was not given to the session is answered, not swallowed")
  func unknownSheet() throws {
    let session = LibrarySession(drafts: DraftPlaces(stateHome: folder.path + "/state"))
    let id = SheetID(book: folder.path + "/Data/tennoji-2019", fileName: "item-01.json")
    let sheet = try BookFolder(path: id.book).loadSheet(id.fileName).sheet
    guard case .draftPlace(.notKept)? = session.run(.appendDraft(id, edit("字"), change: 1)).first,
      case .saveAnswered(id, .failed(let reason), ticket: 1)? =
        session.run(.save(id, try sheet.validated(), ticket: 1)).first
    else {
      Issue.record("no answer")
      return
    }
    #expect(reason.contains("item-01.json") && !session.isSaving)
  }

  @Test("Two saves of one sheet are answered each with its own ticket, and the second replaces what the first wrote")
  func tickets() throws {
    let (session, id) = try opened()
    let base = try BookFolder(path: id.book).loadSheet(id.fileName).sheet
    for ticket in 1...2 {
      var sheet = base
      sheet.selfEvaluation.results = LongText("\(ticket)度目")
      _ = session.run(.save(id, try sheet.validated(), ticket: ticket))
      guard case .saveAnswered(id, .written(let content), ticket)? = events(of: session).first else {
        Issue.record("save \(ticket) was not written")
        return
      }
      _ = session.run(.follow(id, content.version))
    }
    #expect(try BookFolder(path: id.book).loadSheet(id.fileName).sheet.selfEvaluation.results == "2度目")
    #expect(try BookFolder(path: id.book).history(of: id.fileName).entries.count == 2)
  }

  @Test("A save over a version that the front end has not followed is told to be somebody else's")
  func notFollowed() throws {
    let (session, id) = try opened()
    var sheet = try BookFolder(path: id.book).loadSheet(id.fileName).sheet
    sheet.starred.toggle()
    _ = session.run(.save(id, try sheet.validated(), ticket: 1))
    _ = events(of: session)
    sheet.selfEvaluation.results = "もう一度"
    _ = session.run(.save(id, try sheet.validated(), ticket: 2))
    guard case .saveAnswered(id, .changed, ticket: 2)? = events(of: session).first else {
      Issue.record("the save replaced what it did not know")
      return
    }
  }

  @Test("A book that was replaced by another ward's is neither read nor written")
  func otherBook() throws {
    let (session, id) = try opened()
    let data = folder.path + "/Data"
    try FileManager.default.moveItem(atPath: data + "/tennoji-2019", toPath: folder.path + "/aside")
    try FileManager.default.copyItem(atPath: data + "/unnamed-ward-2019", toPath: data + "/tennoji-2019")
    let theirs = try folder.read("Data/tennoji-2019/item-01.json")
    session.look(at: [id])
    #expect(!events(of: session).contains { if case .changedOnDisk = $0 { true } else { false } })
    var sheet = try BookFolder(path: folder.path + "/aside").loadSheet(id.fileName).sheet
    sheet.selfEvaluation.results = "天王寺区の文"
    _ = session.run(.save(id, try sheet.validated(), ticket: 1))
    guard case .saveAnswered(id, .failed(let reason), ticket: 1)? = events(of: session).first else {
      Issue.record("another ward's sheet was written")
      return
    }
    #expect(reason.contains("入れ替わって"))
    #expect(try folder.read("Data/tennoji-2019/item-01.json") == theirs)
  }

  @Test("Two programs that ended with a draft of one sheet each leave two, and each is answered for by itself")
  func twoDrafts() throws {
    let places = DraftPlaces(stateHome: folder.path + "/state")
    let id = SheetID(book: folder.path + "/Data/tennoji-2019", fileName: "item-01.json")
    let stored = try BookFolder(path: id.book).loadSheet(id.fileName)
    for text in ["一つ目", "二つ目"] {
      let journal = places.store(of: id.book, nil).journal(for: stored, sheet: stored.sheet)
      #expect(journal.append(edit(text)) == .kept && journal.sync() == nil)
    }
    let (session, _) = try opened()
    let book = try #require(LibraryFolder.book(at: id.book))
    let offered = OpenedBook(book, appliesDrafts: false, places, places.listing()).offeredDrafts
    #expect(
      Set(offered.map { $0.merged.selfEvaluation.results }) == ["一つ目", "二つ目"] && offered.allSatisfy { $0.id == id })
    let discarded = try #require(offered.first { $0.merged.selfEvaluation.results == "一つ目" })
    let resumed = try #require(offered.first { $0.name != discarded.name })
    _ = session.run(.discardDraft(id, draft: discarded.name))
    _ = session.run(.resumeDraft(id, resumed.merged, change: 1, draft: resumed.name))
    _ = events(of: session)
    #expect(places.store(of: id.book, nil).drafts().isEmpty, "one is put away, the other is this program's")
    _ = session.run(.dropDraft(id))
  }

  @Test("A draft's file that somebody removed while nobody types is there again after the next look")
  func removedDraft() throws {
    let (session, id) = try opened()
    _ = session.run(.appendDraft(id, edit("字"), change: 1))
    _ = events(of: session)
    let place = folder.path + "/state/furikaeri/drafts"
    for name in try FileManager.default.contentsOfDirectory(atPath: place) { unlink(place + "/" + name) }
    session.look(at: [id])
    _ = events(of: session)
    session.finish(within: Waiting.longest)
    _ = events(of: session)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).count == 1)
    _ = session.run(.dropDraft(id))
  }
}
